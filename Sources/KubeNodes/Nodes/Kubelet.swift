import KubeModel
import Shell

/// The agent of one node and what it keeps: its images, its queue of pulls, the files of its machine.
struct Kubelet: Sendable {
    enum State: Hashable, Sendable {
        case running
        /// The machine is gone or cut off: nothing on it is seen or done until it comes back.
        case lost
    }

    let facts: NodeDescription
    /// The pool of addresses that its pods share with those of other nodes of the same network.
    let pool: Int
    var state = State.running
    /// The images on this node by their whole name, and their size in bytes.
    var images: [String: Int] = [:]
    /// Images are pulled one after the other (`serializeImagePulls: true`).
    var pullsUntil = Instant(seconds: 0)
    /// The files of the machine, which pods see by `hostPath`.
    var files = MemoryFileSystem(root: Kubelet.machineFiles)
    /// How often the files at a volume's path were changed.
    var fileVersions: [String: Int] = [:]
    /// Images that the node object does not list yet.
    var hasUnreportedImages = false
    /// New pods are kept off the node, as far as it has said so in an event.
    var isCordonReported = false
    /// A look at what its pods use is due.
    var isPressureWatched = false
    /// When memory was last short; `nil` when all is well.
    var pressureSince: Instant?

    init(facts: NodeDescription, pool: Int) {
        self.facts = facts
        self.pool = pool
    }
}

extension Kubelet {
    /// What a machine has before any pod has run on it.
    static let machineFiles = FileTree.folder([
        "etc": .folder(["os-release": .file("NAME=\"Amazon Linux\"\nVERSION=\"2023\"\n")]),
        "tmp": .folder(mode: 0o1777),
        "var": .folder(["log": .folder(["pods": .folder(), "containers": .folder()]), "lib": .folder()]),
        "mnt": .folder(), "opt": .folder(), "data": .folder(), "proc": .folder(), "sys": .folder(), "dev": .folder(),
        "run": .folder(), "home": .folder(), "root": .folder(), "usr": .folder(),
    ])
}

import KubeModel

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
    /// Files of the machine that pods see by `hostPath`, by the path of the volume.
    var hostVolumes: [String: Int] = [:]
    /// Images that the node object does not list yet.
    var hasUnreportedImages = false

    init(facts: NodeDescription, pool: Int) {
        self.facts = facts
        self.pool = pool
    }
}

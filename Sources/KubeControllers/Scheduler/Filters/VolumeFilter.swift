import Documents
import KubeAPI
import KubeModel

/// Whether the volumes of a pod can be reached from a node, or made there.
///
/// Source: `pkg/scheduler/framework/plugins/volumebinding`.
struct VolumeFilter {
    /// A claim that waits for its first consumer, and the volumes that could become its own.
    struct OpenClaim {
        let claim: Object
        /// The smallest first.
        let volumes: [Object]
        /// A volume can be made for it.
        let canProvision: Bool
    }

    private var bound: [NodeRequirements] = []
    private var open: [OpenClaim] = []
    private var isLost = false
    private var exclusiveClaims: [String] = []

    /// Why no node at all will do: `persistentvolumeclaim "data" not found`.
    private(set) var failure: String?

    var isEmpty: Bool { bound.isEmpty && open.isEmpty && !isLost && exclusiveClaims.isEmpty }
    var hasOpenClaims: Bool { !open.isEmpty }
}

extension VolumeFilter {
    init(_ pod: PodFacts, api: borrowing APIServer) {
        for name in pod.claims {
            let key = ObjectKey(namespace: pod.key.namespace, name: name)
            guard let claim = api.get(.persistentVolumeClaims, key) else {
                failure = "persistentvolumeclaim \"\(name)\" not found"
                return
            }
            guard !claim.isTerminating else {
                failure = "persistentvolumeclaim \"\(name)\" is being deleted"
                return
            }
            add(claim, api)
            guard failure == nil else { return }
        }
    }

    private mutating func add(_ object: Object, _ api: borrowing APIServer) {
        let claim = PersistentVolumeClaim(object)
        if claim.accessModes.contains("ReadWriteOncePod") { exclusiveClaims.append(claim.name) }
        if claim.isBound {
            if let volume = api.get(.persistentVolumes, ObjectKey(name: claim.volumeName)) {
                bound.append(NodeRequirements(volume: volume["spec"]))
            } else {
                isLost = true
            }
            return
        }
        let storageClass = api.get(.storageClasses, ObjectKey(name: claim.storageClassName ?? ""))
        guard storageClass?["volumeBindingMode"]?.string == "WaitForFirstConsumer", claim.volumeName.isEmpty else {
            failure = "pod has unbound immediate PersistentVolumeClaims"
            return
        }
        let volumes = VolumeMatch.candidates(for: claim, api: api)
        let provisioner = storageClass?["provisioner"]?.string ?? ""
        open.append(
            OpenClaim(claim: object, volumes: volumes, canProvision: provisioner != "kubernetes.io/no-provisioner"))
    }

    func rejection(on node: NodeState) -> Rejection? {
        if !exclusiveClaims.isEmpty,
            node.pods.values.contains(where: { other in other.claims.contains { exclusiveClaims.contains($0) } })
        {
            return .exclusiveClaim
        }
        if isLost { return .lostVolume }
        if bound.contains(where: { !$0.matches(labels: node.labels, name: node.name) }) { return .volumeNode }
        return choose(on: node) == nil ? .noVolume : nil
    }

    /// What becomes of each waiting claim on a node: a volume for it, or none when one is to be made; `nil` if it cannot be.
    func choose(on node: NodeState) -> [(claim: Object, volume: Object?)]? {
        var taken: Set<String> = []
        var choices: [(claim: Object, volume: Object?)] = []
        for entry in open {
            let volume = entry.volumes.first { volume in
                !taken.contains(volume.name)
                    && NodeRequirements(volume: volume["spec"]).matches(labels: node.labels, name: node.name)
            }
            guard volume != nil || entry.canProvision else { return nil }
            if let volume { taken.insert(volume.name) }
            choices.append((entry.claim, volume))
        }
        return choices
    }
}

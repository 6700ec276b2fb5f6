import Documents
import KubeModel
import Shell

/// The volumes of one pod: whether they are there, what their files come from, and the files.
struct PodVolumes: Sendable {
    var areMounted = false
    /// How often mounting has failed.
    var failures = 0
    /// The labels or annotations of the pod have changed since the files were made.
    var wantsRefresh = false
    /// The ConfigMaps and Secrets as the kubelet last saw them.
    var sources: [SourceKey: Object] = [:]
    /// The files, by the name of the volume, for those that something has looked at.
    var trees: [String: StoredTree] = [:]

    struct SourceKey: Hashable, Sendable {
        /// `ConfigMap` or `Secret`
        var kind: String
        var name: String
    }

    /// Files with a count of their changes, so that containers know when to look again.
    struct StoredTree: Sendable {
        var tree: FileTree
        var version = 0
    }
}

extension Volume {
    /// Containers can never write to it.
    var isAlwaysReadOnly: Bool {
        switch source {
        case .configMap, .secret, .downwardAPI, .projected: true
        case .claim(_, let isReadOnly): isReadOnly
        case .emptyDirectory, .hostPath, .ephemeralClaim, .other: false
        }
    }

    /// The ConfigMaps and Secrets that its files come from.
    var sourceKeys: [PodVolumes.SourceKey] {
        switch source {
        case .configMap(let name, _): return [.init(kind: "ConfigMap", name: name)]
        case .secret(let name, _): return [.init(kind: "Secret", name: name)]
        case .projected:
            return (value["projected"]?["sources"]?.array ?? []).compactMap { source in
                if let name = source["configMap"]?["name"]?.string { return .init(kind: "ConfigMap", name: name) }
                return source["secret"]?["name"]?.string.map { .init(kind: "Secret", name: $0) }
            }
        case .emptyDirectory, .downwardAPI, .hostPath, .claim, .ephemeralClaim, .other: return []
        }
    }
}

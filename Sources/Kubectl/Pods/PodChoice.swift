import Documents
import KubeModel

/// Which pod of several a command works on.
///
/// Source: `k8s.io/kubectl/pkg/util/podutils`.
enum PodChoice {
    /// The order in which logs are worth reading: running and ready pods first, then by age.
    static func byLogging(_ left: Object, _ right: Object) -> Bool {
        let (a, b) = (Rank(left), Rank(right))
        if a.isAssigned != b.isAssigned { return a.isAssigned }
        if a.phase != b.phase { return a.phase < b.phase }
        if a.isReady != b.isReady { return a.isReady }
        if a.isReady, a.readySince != b.readySince { return later(b.readySince, a.readySince) }
        if a.restarts != b.restarts { return a.restarts > b.restarts }
        return a.created != b.created && later(b.created, a.created)
    }

    /// The most active pod first, as `exec` and `attach` want it.
    static func byActivity(_ left: Object, _ right: Object) -> Bool {
        let (a, b) = (Rank(left), Rank(right))
        if a.isAssigned != b.isAssigned { return a.isAssigned }
        if a.phase != b.phase { return a.phase < b.phase }
        if a.isReady != b.isReady { return a.isReady }
        if a.isReady, a.readySince != b.readySince { return later(b.readySince, a.readySince) }
        if a.restarts != b.restarts { return a.restarts < b.restarts }
        return a.created != b.created && later(b.created, a.created)
    }

    static func sorted(_ pods: [Object], by isBefore: (Object, Object) -> Bool) -> [Object] {
        pods.indices.sorted { left, right in
            if isBefore(pods[left], pods[right]) { return true }
            return isBefore(pods[right], pods[left]) ? false : left < right
        }.map { pods[$0] }
    }

    private static func later(_ left: Instant?, _ right: Instant?) -> Bool {
        guard let left else { return true }
        guard let right else { return false }
        return left > right
    }

    private struct Rank {
        let isAssigned: Bool
        let phase: Int
        let isReady: Bool
        let readySince: Instant?
        let restarts: Int
        let created: Instant?

        init(_ object: Object) {
            let pod = Pod(object)
            isAssigned = pod.nodeName != nil
            phase = pod.phase == .pending ? 2 : pod.phase == .unknown ? 1 : 0
            isReady = pod.isReady
            readySince = object.condition("Ready")?["lastTransitionTime"]?.string.flatMap(Instant.init(rfc3339:))
            restarts =
                (object["status"]?["containerStatuses"]?.array ?? []).map { $0["restartCount"]?.int ?? 0 }.max() ?? 0
            created = object.creationTimestamp
        }
    }
}

/// The containers of a pod, as messages list them.
///
/// Source: `k8s.io/kubectl/pkg/cmd/util/podcmd`.
struct PodContainers {
    enum Kind { case regular, initial, ephemeral }

    let pod: Object
    let all: [(name: String, kind: Kind)]

    init(_ pod: Object) {
        self.pod = pod
        func names(_ field: String, _ kind: Kind) -> [(name: String, kind: Kind)] {
            (pod["spec"]?[field]?.array ?? []).map { (name: $0["name"]?.string ?? "", kind: kind) }
        }
        all =
            names("containers", .regular) + names("initContainers", .initial) + names("ephemeralContainers", .ephemeral)
    }

    /// `web, fetch (init), debugger (ephem)`
    var description: String {
        all.map { name, kind in
            switch kind {
            case .regular: name
            case .initial: "\(name) (init)"
            case .ephemeral: "\(name) (ephem)"
            }
        }.joined(separator: ", ")
    }

    /// The container that is meant when none is named: the annotated one, or the first.
    var preferred: String {
        let annotated = pod.annotations["kubectl.kubernetes.io/default-container"]?.string ?? ""
        if all.contains(where: { $0.name == annotated }) { return annotated }
        return all.first?.name ?? ""
    }

    /// In the order in which they run: init containers first.
    var inOrder: [String] {
        [Kind.initial, .regular, .ephemeral].flatMap { kind in all.filter { $0.kind == kind }.map(\.name) }
    }
}

extension KubectlContext {
    /// The container that a command works on; says which one it took when the choice was kubectl's.
    mutating func container(of pod: Object, named name: String, isQuiet: Bool = false) throws(KubectlError) -> String {
        let containers = PodContainers(pod)
        if !name.isEmpty {
            if containers.all.contains(where: { $0.name == name }) { return name }
            throw .message("container \(name) is not valid for pod \(pod.name) out of: \(containers.description)")
        }
        let preferred = containers.preferred
        let isAnnotated = pod.annotations["kubectl.kubernetes.io/default-container"]?.string == preferred
        if containers.all.count > 1, !isQuiet, !isAnnotated {
            printError("Defaulted container \(preferred.goQuoted) out of: \(containers.description)")
        }
        return preferred
    }

    /// The pods that belong to an object, which may be a pod itself.
    mutating func pods(of info: ResourceInfo) throws(KubectlError) -> [Object] {
        guard let object = info.object else { return [] }
        if info.type.kind == "Pod" { return [object] }
        let selector = try podSelector(of: object, info)
        return try list(.pods, namespace: info.namespace, labels: selector)
    }

    /// Source: `k8s.io/kubectl/pkg/polymorphichelpers/helpers.go` `SelectorsForObject`.
    private func podSelector(of object: Object, _ info: ResourceInfo) throws(KubectlError) -> String {
        let selector = object["spec"]?["selector"] ?? .null
        switch info.type.kind {
        case "ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job":
            return LabelSelector(selector: selector).description
        case "ReplicationController": return LabelSelector(selector: selector, isPlainMap: true).description
        case "Service":
            if selector.object?.isEmpty ?? true {
                throw .message("invalid service '\(info.name)': Service is defined without a selector")
            }
            return LabelSelector(selector: selector, isPlainMap: true).description
        default:
            throw .message("selector for *\(info.type.version).\(info.type.kind) not implemented")
        }
    }

    /// The best pod of an object; waits for one to come up, for so long. `purpose` is what a refusal begins with.
    mutating func firstPod(
        of info: ResourceInfo, by isBefore: (Object, Object) -> Bool, timeout: Duration,
        to purpose: String = "attach to"
    ) throws(KubectlError) -> (pod: Object, count: Int) {
        if info.type.kind == "Pod", let pod = info.object { return (pod, 1) }
        var found: [Object]
        do { found = PodChoice.sorted(try pods(of: info), by: isBefore) } catch {
            guard case .message(let reason) = error else { throw error }
            throw .message("cannot \(purpose) *\(info.type.version).\(info.type.kind): \(reason)")
        }
        if found.isEmpty {
            let isFound = try wait(until: now + timeout) { context throws(KubectlError) in
                found = PodChoice.sorted(try context.pods(of: info), by: isBefore)
                return !found.isEmpty
            }
            if !isFound { throw .message("timed out waiting for the condition") }
        }
        return (found[0], found.count)
    }

    /// What `POD` or `TYPE/NAME` names.
    mutating func podOrOwner(_ argument: String) throws(KubectlError) -> ResourceInfo {
        var query = ResourceQuery()
        query.arguments = [argument]
        query.defaultType = "pods"
        query.namespace = namespace
        let infos = try find(query).checked().infos
        guard let info = infos.first else { throw .message(Self.missingResource) }
        return info
    }
}

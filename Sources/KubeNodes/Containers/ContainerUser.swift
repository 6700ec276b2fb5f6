import Documents
import KubeModel

/// Whom the processes of a container run as, by numbers.
struct ContainerUser: Hashable, Sendable {
    var user = 0
    var group = 0
    /// All groups in the order of their numbers.
    var groups = [0]
}

extension ContainerUser {
    /// What the security contexts of container and pod say, the container's first, then the image.
    ///
    /// Source: `pkg/kubelet/kuberuntime/security_context.go`, `determineEffectiveSecurityContext`.
    init(_ container: Container, of pod: Object, image: ContainerImage?) {
        let own = container.value["securityContext"]
        let shared = pod["spec"]?["securityContext"]
        user = (own?["runAsUser"] ?? shared?["runAsUser"])?.int ?? image.flatMap { Int($0.user) } ?? 0
        group = (own?["runAsGroup"] ?? shared?["runAsGroup"])?.int ?? 0
        let more = [shared?["fsGroup"]?.int] + (shared?["supplementalGroups"]?.array ?? []).map(\.int)
        groups = Set([group] + more.compactMap { $0 }).sorted()
    }
}

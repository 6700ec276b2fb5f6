import Documents
import KubeModel

extension TableDefinition {
    /// Source: k8s.io/kube-aggregator/pkg/registry/apiservice/etcd/etcd.go.
    static let apiServices = TableDefinition([
        .name,
        Column("Service") { service in
            service["spec"]?["service"].map { "\($0.text("namespace"))/\($0.text("name"))" } ?? "Local"
        },
        Column("Available") { availability($0) },
        .age,
    ])

    /// `True`, `False (ServiceNotFound)`
    private static func availability(_ service: Object) -> String {
        guard let condition = service.condition("Available") else { return "Unknown" }
        let status = condition.text("status")
        let reason = condition.text("reason")
        return status == "True" || reason.isEmpty ? status : "\(status) (\(reason))"
    }
}

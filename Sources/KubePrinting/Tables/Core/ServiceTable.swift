import Documents

extension TableDefinition {
    static let services = TableDefinition([
        .name,
        Column("Type") { $0.text("spec", "type") },
        Column("Cluster-IP") { $0.list("spec", "clusterIPs").first?.string ?? "<none>" },
        Column("External-IP") { externalAddress($0) },
        Column("Port(s)") { $0.list("spec", "ports").map(port).joined(separator: ",").or("<none>") },
        .age,
        Column("Selector", priority: 1) { LabelText.labels($0.map("spec", "selector")) },
    ])

    private static func externalAddress(_ service: Object) -> String {
        let external = service.list("spec", "externalIPs").map(\.scalarText)
        switch service.text("spec", "type") {
        case "ClusterIP", "NodePort": return external.joined(separator: ",").or("<none>")
        case "LoadBalancer":
            let balancers = LoadBalancerText.addresses(service.list("status", "loadBalancer", "ingress"))
            return (balancers + external).joined(separator: ",").or("<pending>")
        case "ExternalName": return service.text("spec", "externalName")
        default: return "<unknown>"
        }
    }

    /// `80/TCP`, `80:30080/TCP`
    private static func port(_ port: Value) -> String {
        let node = port.count("nodePort")
        return "\(port.count("port"))\(node > 0 ? ":\(node)" : "")/\(port.text("protocol"))"
    }
}

/// What tables and descriptions of services and ingresses share.
enum LoadBalancerText {
    /// The addresses, or else the names, of `status.loadBalancer.ingress`: each once, in alphabetical order.
    static func addresses(_ ingress: [Value]) -> [String] {
        Set(ingress.map { $0.text("ip").or($0.text("hostname")) }.filter { !$0.isEmpty }).sorted()
    }
}

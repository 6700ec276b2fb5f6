import Documents

extension TableDefinition {
    static let ingresses = TableDefinition([
        .name,
        Column("Class") { $0["spec"]?["ingressClassName"]?.string ?? "<none>" },
        Column("Hosts") { hosts($0.list("spec", "rules")) },
        Column("Address") {
            LoadBalancerText.addresses($0.list("status", "loadBalancer", "ingress")).joined(separator: ",")
        },
        Column("Ports") { $0.list("spec", "tls").isEmpty ? "80" : "80, 443" },
        .age,
    ])

    /// `a.example,b.example,c.example + 1 more...`; `*` when no rule names a host.
    private static func hosts(_ rules: [Value]) -> String {
        var hosts: [String] = []
        var hasMore = false
        for rule in rules {
            if hosts.count == EndpointsText.countMax { hasMore = true }
            let host = rule.text("host")
            if !hasMore, !host.isEmpty { hosts.append(host) }
        }
        let shown = hosts.joined(separator: ",").or("*")
        return hasMore ? "\(shown) + \(rules.count - EndpointsText.countMax) more..." : shown
    }
}

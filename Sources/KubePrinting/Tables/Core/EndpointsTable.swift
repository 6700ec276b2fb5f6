import Documents

extension TableDefinition {
    static let endpoints = TableDefinition([.name, Column("Endpoints") { EndpointsText.addresses($0) }, .age])
}

/// How addresses with ports are listed: at most three, then how many more there are.
enum EndpointsText {
    static let countMax = 3

    /// `10.0.0.1:80,10.0.0.2:80,10.0.0.3:80 + 2 more...`
    static func addresses(_ endpoints: Object) -> String {
        let subsets = endpoints.list("subsets")
        guard !subsets.isEmpty else { return "<none>" }
        let all = subsets.flatMap { subset in
            let addresses = subset.list("addresses").map { $0.text("ip") }
            let ports = subset.list("ports")
            return ports.isEmpty ? addresses : ports.flatMap { port in addresses.map { join($0, port.count("port")) } }
        }
        return shortened(all)
    }

    static func shortened(_ texts: [String]) -> String {
        let shown = texts.prefix(countMax).joined(separator: ",")
        return texts.count > countMax ? "\(shown) + \(texts.count - countMax) more..." : shown
    }

    /// `10.0.0.1:80`, `[fd00::1]:80`
    static func join(_ host: String, _ port: some CustomStringConvertible) -> String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

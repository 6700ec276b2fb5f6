import Documents
import KubeModel

extension Describer {
    static let endpoints = Describer { endpoints, writer in
        writer.metadata(of: endpoints)
        writer.line("Subsets:")
        for subset in endpoints.list("subsets") {
            writer.field("Addresses", addresses(subset, "addresses"), level: 1)
            writer.field("NotReadyAddresses", addresses(subset, "notReadyAddresses"), level: 1)
            let ports = subset.list("ports")
            if !ports.isEmpty {
                writer.line("Ports:", level: 1)
                writer.headings(["Name", "Port", "Protocol"], level: 2)
            }
            for port in ports {
                writer.row(
                    [port.text("name").or("<unset>"), "\(port.count("port"))", port.text("protocol")], level: 2)
            }
            writer.line()
        }
    }

    private static func addresses(_ subset: Value, _ field: String) -> String {
        subset.list(field).map { $0.text("ip") }.joined(separator: ",").or("<none>")
    }
}

import Documents
import KubeModel

extension Describer {
    static let endpointSlice = Describer { slice, writer in
        writer.metadata(of: slice)
        writer.field("AddressType", slice.text("addressType"))
        let ports = slice.list("ports")
        writer.line(ports.isEmpty ? "Ports: <unset>" : "Ports:")
        if !ports.isEmpty { writer.headings(["Name", "Port", "Protocol"]) }
        for port in ports {
            let number = port["port"]?.scalarText ?? "<unset>"
            writer.row([port.text("name").or("<unset>"), number, port.text("protocol")])
        }
        let endpoints = slice.list("endpoints")
        writer.line(endpoints.isEmpty ? "Endpoints: <none>" : "Endpoints:")
        for endpoint in endpoints { endpointLines(endpoint, &writer) }
    }

    private static func endpointLines(_ endpoint: Value, _ writer: inout DescribeWriter) {
        let addresses = endpoint.list("addresses").map(\.scalarText).joined(separator: ", ")
        writer.field("- Addresses", addresses.or("<none>"), level: 1)
        writer.line("Conditions:", level: 2)
        writer.field("Ready", endpoint["conditions", "ready"]?.scalarText ?? "<unset>", level: 3)
        writer.field("Hostname", endpoint["hostname"]?.string ?? "<unset>", level: 2)
        if let target = endpoint["targetRef"] {
            writer.field("TargetRef", "\(target.text("kind"))/\(target.text("name"))", level: 2)
        }
        writer.field("NodeName", endpoint["nodeName"]?.string ?? "<unset>", level: 2)
        writer.field("Zone", endpoint["zone"]?.string ?? "<unset>", level: 2)
    }
}

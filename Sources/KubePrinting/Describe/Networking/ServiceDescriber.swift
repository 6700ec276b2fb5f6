import Documents
import KubeModel

extension Describer {
    static let service = Describer(reading: [.endpointSlices]) { service, related, writer in
        writer.metadata(of: service)
        writer.field("Selector", LabelText.labels(service.map("spec", "selector")))
        writer.field("Type", service.text("spec", "type"))
        writer.optional("IP Family Policy", service["spec"]?["ipFamilyPolicy"])
        writer.field("IP Families", joined(service, "ipFamilies").or("<none>"))
        writer.field("IP", service.text("spec", "clusterIP"))
        writer.field("IPs", joined(service, "clusterIPs").or("<none>"))
        outside(service, &writer)
        let slices = related.endpointSlices(of: service.name, namespace: service.namespace)
        for port in service.list("spec", "ports") { portLines(port, slices, &writer) }
        writer.field("Session Affinity", service.text("spec", "sessionAffinity"))
        writer.optional("External Traffic Policy", service["spec"]?["externalTrafficPolicy"])
        writer.optional("Internal Traffic Policy", service["spec"]?["internalTrafficPolicy"])
        let healthPort = service.count("spec", "healthCheckNodePort")
        if healthPort != 0 { writer.field("HealthCheck NodePort", healthPort) }
        let ranges = joined(service, "loadBalancerSourceRanges")
        if !ranges.isEmpty { writer.field("LoadBalancer Source Ranges", ranges) }
        writer.optional("Traffic Distribution", service["spec"]?["trafficDistribution"])
    }

    private static func joined(_ service: Object, _ field: String) -> String {
        service.list("spec", field).map(\.scalarText).joined(separator: ",")
    }

    private static func outside(_ service: Object, _ writer: inout DescribeWriter) {
        let external = joined(service, "externalIPs")
        if !external.isEmpty { writer.field("External IPs", external) }
        writer.optional("Desired LoadBalancer IP", service["spec"]?["loadBalancerIP"])
        writer.optional("External Name", service["spec"]?["externalName"])
        let ingress = service.list("status", "loadBalancer", "ingress").map { point in
            let mode = point["ipMode"]?.string.map { " (\($0))" } ?? ""
            return point.text("ip").isEmpty ? point.text("hostname") : point.text("ip") + mode
        }
        if !ingress.isEmpty { writer.field("LoadBalancer Ingress", ingress.joined(separator: ", ")) }
    }

    private static func portLines(_ port: Value, _ slices: [Object], _ writer: inout DescribeWriter) {
        let name = port.text("name").or("<unset>")
        let transport = port.text("protocol")
        writer.row(["Port:", name, "\(port.count("port"))/\(transport)"], level: 0)
        writer.field("TargetPort", "\(port["targetPort"]?.scalarText ?? "0")/\(transport)")
        writer.optional("AppProtocol", port["appProtocol"])
        let nodePort = port.count("nodePort")
        if nodePort != 0 { writer.row(["NodePort:", name, "\(nodePort)/\(transport)"], level: 0) }
        writer.field("Endpoints", EndpointSliceText.ready(slices, port: port.text("name")))
    }
}

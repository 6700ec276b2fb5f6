import Documents
import KubeModel

extension Describer {
    static let ingress = Describer(reading: [.services, .endpointSlices]) { ingress, related, writer in
        func text(_ backend: Value) -> String {
            IngressBackendText.text(backend, namespace: ingress.namespace, related)
        }
        writer.field("Name", ingress.name)
        writer.labels("Labels", ingress.labels)
        writer.field("Namespace", ingress.namespace)
        let addresses = LoadBalancerText.addresses(ingress.list("status", "loadBalancer", "ingress"))
        writer.field("Address", addresses.joined(separator: ","))
        writer.field("Ingress Class", ingress["spec"]?["ingressClassName"]?.string ?? "<none>")
        let fallback = ingress["spec"]?["defaultBackend"].map(text) ?? "<default>"
        writer.field("Default backend", fallback)
        encryption(ingress.list("spec", "tls"), &writer)
        writer.line("Rules:")
        writer.headings(["Host", "Path", "Backends"])
        let rules = ingress.list("spec", "rules").filter { $0["http"] != nil }
        for rule in rules {
            writer.row([rule.text("host").or("*"), ""])
            for path in rule.list("http", "paths") {
                writer.row(["", path.text("path") + " ", text(path["backend"] ?? .null)], level: 2)
            }
        }
        if rules.isEmpty { writer.row(["*", "*", fallback]) }
        writer.annotations(ingress.annotations)
    }

    private static func encryption(_ entries: [Value], _ writer: inout DescribeWriter) {
        guard !entries.isEmpty else { return }
        writer.line("TLS:")
        for entry in entries {
            let hosts = entry.list("hosts").map(\.scalarText).joined(separator: ",")
            let secret = entry.text("secretName")
            writer.line(secret.isEmpty ? "SNI routes \(hosts)" : "\(secret) terminates \(hosts)", level: 1)
        }
    }
}

/// Where an ingress sends requests, and which pods answer there.
enum IngressBackendText {
    /// `web:80 (10.0.0.1:8080,10.0.0.2:8080)`, `api:80 (<error: services "api" not found>)`
    static func text(_ backend: Value, namespace: String, _ related: RelatedObjects) -> String {
        if let target = backend["service"] { return service(target, namespace, related) }
        guard let resource = backend["resource"] else { return "" }
        let group = resource["apiGroup"]?.string ?? "<none>"
        return "APIGroup: \(group), Kind: \(resource.text("kind")), Name: \(resource.text("name"))"
    }

    private static func service(_ target: Value, _ namespace: String, _ related: RelatedObjects) -> String {
        let name = target.text("name")
        let number = target.count("port", "number")
        let portName = target.text("port", "name")
        let title = "\(name):\(number != 0 ? String(number) : portName)"
        guard let service = related.list(.services, namespace: namespace)?.first(where: { $0.name == name }) else {
            return "\(title) (<error: services \"\(name)\" not found>)"
        }
        let port = service.list("spec", "ports").last { port in
            number != 0 ? port.count("port") == number : !portName.isEmpty && port.text("name") == portName
        }
        let slices = related.endpointSlices(of: name, namespace: namespace)
        return "\(title) (\(EndpointSliceText.ready(slices, port: port?.text("name") ?? "")))"
    }
}

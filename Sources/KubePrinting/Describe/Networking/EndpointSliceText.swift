import Documents
import KubeModel

/// The endpoints of slices that take traffic.
enum EndpointSliceText {
    /// At most three ready endpoints of one named port, then how many more there are; `<none>` without slices.
    ///
    /// Source: `formatEndpointSlices` of k8s.io/kubectl/pkg/describe/describe.go.
    static func ready(_ slices: [Object], port name: String) -> String {
        guard !slices.isEmpty else { return "<none>" }
        let texts = slices.flatMap { slice -> [String] in
            let addresses = slice.list("endpoints").filter { $0["conditions", "ready"]?.bool ?? true }
                .compactMap { $0.list("addresses").first?.string }
            let ports = slice.list("ports")
            if ports.isEmpty { return addresses }
            return ports.filter { $0.text("name") == name }
                .flatMap { port in addresses.map { EndpointsText.join($0, port.count("port")) } }
        }
        return EndpointsText.shortened(texts)
    }
}

import Documents
import KubeAPI
import KubeModel

/// Requests that come in through the balancer of an Ingress.
///
/// Source: `https://kubernetes.io/docs/concepts/services-networking/ingress/`, for how hosts and paths are matched.
extension NodeFleet {
    /// A Service and its port behind an Ingress.
    private struct Backend {
        let service: ObjectKey
        let port: Int
    }

    /// The answer by way of an Ingress; `nil` when no Ingress has this host name or a rule for it.
    func fetchByIngress(
        _ address: WebAddress, _ request: HTTPRequestMessage, attempt: Int, api: borrowing APIServer
    ) -> (answer: HTTPAnswer, destination: Destination?)? {
        let ingresses = api.list(.ingresses).filter { !balancers(of: $0).isEmpty }
        guard
            ingresses.contains(where: {
                balancers(of: $0).contains(address.host) || hosts(of: $0).contains(address.host)
            })
        else { return nil }
        let host = request.headers.last { $0.name.lowercased() == "host" }?.value ?? address.host
        let path = String(request.path.prefix { $0 != "?" })
        var found: Backend?
        for ingress in ingresses where found == nil {
            found = backend(of: ingress, host: host, path: path, api: api)
        }
        guard let backend = found else { return (.response(Self.plain(404, "404 page not found\n")), nil) }
        guard let clusterIP = api.get(.services, backend.service)?["spec"]?["clusterIP"]?.string else {
            return (.response(Self.plain(503, "503 Service Temporarily Unavailable\n")), nil)
        }
        var origin = origin(of: .outside, api: api)
        origin.attempt = attempt
        do throws(NetworkFailure) {
            let destination = try connect(origin, to: clusterIP, port: backend.port, api: api)
            guard let response = respond(destination, request, api: api) else {
                return (.response(Self.plain(502, "502 Bad Gateway\n")), destination)
            }
            return (.response(response), destination)
        } catch {
            return (.response(Self.plain(503, "503 Service Temporarily Unavailable\n")), nil)
        }
    }

    private func balancers(of ingress: Object) -> [String] {
        (ingress["status"]?["loadBalancer"]?["ingress"]?.array ?? []).compactMap { $0["hostname"]?.string }
    }

    private func hosts(of ingress: Object) -> [String] {
        (ingress["spec"]?["rules"]?.array ?? []).compactMap { $0["host"]?.string }
    }

    /// The backend of the longest path that matches, of exact ones before prefixes; else the one for everything.
    private func backend(of ingress: Object, host: String, path: String, api: borrowing APIServer) -> Backend? {
        let rules = (ingress["spec"]?["rules"]?.array ?? []).filter { rule in
            guard let wanted = rule["host"]?.string, !wanted.isEmpty else { return true }
            guard wanted.hasPrefix("*.") else { return wanted == host }
            return host.hasSuffix(wanted.dropFirst(1)) && !host.dropLast(wanted.utf8.count - 1).contains(".")
        }
        let matching = rules.flatMap { $0["http"]?["paths"]?.array ?? [] }.filter { Self.matches($0, path) }
        let best = matching.max { left, right in
            let lengths = (left["path"]?.string?.utf8.count ?? 0, right["path"]?.string?.utf8.count ?? 0)
            return lengths.0 == lengths.1 ? right["pathType"] == "Exact" : lengths.0 < lengths.1
        }
        let service = (best?["backend"] ?? ingress["spec"]?["defaultBackend"])?["service"]
        guard let name = service?["name"]?.string else { return nil }
        let key = ObjectKey(namespace: ingress.namespace, name: name)
        return Backend(service: key, port: Self.port(service?["port"], of: api.get(.services, key)))
    }

    private static func matches(_ rule: Value, _ path: String) -> Bool {
        let wanted = rule["path"]?.string ?? "/"
        if rule["pathType"]?.string == "Exact" { return wanted == path }
        let elements = wanted.split(separator: "/")
        return path.split(separator: "/").starts(with: elements)
    }

    /// A port by its number or by the name that the Service gives it.
    private static func port(_ port: Value?, of service: Object?) -> Int {
        if let number = port?["number"]?.int { return number }
        let name = port?["name"]?.string
        return service?["spec"]?["ports"]?.array?.first { $0["name"]?.string == name }?["port"]?.int ?? 0
    }

    private static func plain(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(status: status, headers: [HTTPHeader("Content-Type", "text/plain")], body: Array(text.utf8))
    }
}

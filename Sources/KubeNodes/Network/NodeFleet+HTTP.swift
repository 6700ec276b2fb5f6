import Documents
package import KubeAPI
import KubeModel

/// Requests over the simulated network.
extension NodeFleet {
    /// Asks for a page, from a pod, a node or outside.
    package func http(from place: NetworkPlace, url: String, method: String = "GET", api: borrowing APIServer)
        -> HTTPAnswer
    {
        guard let address = WebAddress(url) else { return .failure(.malformedURL(url)) }
        return http(
            from: origin(of: place, api: api), address,
            HTTPRequestMessage(
                method: method, path: address.path, headers: [HTTPHeader("Host", address.host)]), api: api)
    }

    func http(
        from origin: Origin, _ address: WebAddress, _ request: HTTPRequestMessage, api: borrowing APIServer
    ) -> HTTPAnswer {
        fetch(from: origin, address, request, api: api).answer
    }

    /// The answer to a request, and who gave it.
    func fetch(
        from origin: Origin, _ address: WebAddress, _ request: HTTPRequestMessage, api: borrowing APIServer
    ) -> (answer: HTTPAnswer, destination: Destination?) {
        do throws(NetworkFailure) {
            if hasClusterNetwork,
                let answer = fetchByIngress(address, request, attempt: origin.attempt, api: api)
            {
                return answer
            }
            let target = try resolve(address.host, from: origin, api: api)
            let destination = try connect(origin, to: target, port: address.port, api: api)
            guard let response = respond(destination, request, api: api) else {
                throw NetworkFailure.emptyReply(address: target, port: address.port)
            }
            return (.response(response), destination)
        } catch {
            return (.failure(error), nil)
        }
    }

    /// The address of a host for one who asks; the first of several.
    func resolve(_ host: String, from origin: Origin, api: borrowing APIServer) throws(NetworkFailure) -> String {
        if host == "localhost" { return "127.0.0.1" }
        if let slot = origin.slot, let worker = workers[slot] {
            if host == worker.hostName { return worker.address ?? "127.0.0.1" }
            for alias in worker.pod["spec"]?["hostAliases"]?.array ?? [] {
                guard alias["hostnames"]?.array?.contains(where: { $0.string == host }) == true else { continue }
                if let address = alias["ip"]?.string { return address }
            }
        }
        let found = resolve(host, namespace: origin.namespace, api: api)?.addresses ?? []
        guard !found.isEmpty else { throw .unknownHost(host) }
        return found[origin.attempt % found.count]
    }

    /// What the listener says; `nil` when it closes the connection without a word.
    func respond(_ destination: Destination, _ request: HTTPRequestMessage, api: borrowing APIServer) -> HTTPResponse? {
        switch destination.listener {
        case .shell(let listener): return respond(listener, destination, request, api: api)
        case .served(let port):
            guard let run = workers[destination.slot]?.containers[destination.container].run else { return nil }
            return respond(port, run, destination, request, api: api)
        }
    }

    private func respond(
        _ port: ServedPort, _ run: ContainerRun, _ destination: Destination, _ request: HTTPRequestMessage,
        api: borrowing APIServer
    ) -> HTTPResponse? {
        let reference = try? ImageReference(parsing: run.requestedImage)
        let image = reference.flatMap(catalog.find)
        let fill = { (text: String) in image?.text(text, tag: reference?.tag ?? "") ?? text }
        let path = String(request.path.prefix { $0 != "?" })
        var response: HTTPResponse
        switch port.content {
        case .connections: return nil
        case .paths(let answers):
            if let answer = answers.first(where: { $0.path == path }) {
                response = HTTPResponse(
                    status: answer.status, headers: [HTTPHeader("Content-Type", answer.type)],
                    body: Array(fill(answer.body).utf8))
            } else {
                response = HTTPResponse(
                    status: 404, headers: [HTTPHeader("Content-Type", "text/plain")],
                    body: Array("404 page not found\n".utf8))
            }
        case .files(let root):
            response = serveFile(root, path, destination, server: fill(port.server), api: api)
        }
        if !port.server.isEmpty { response.headers.insert(HTTPHeader("Server", fill(port.server)), at: 0) }
        response.headers.append(HTTPHeader("Content-Length", String(response.body.count)))
        response.headers.append(HTTPHeader("Connection", "close"))
        if request.method == "HEAD" { response.body = [] }
        return response
    }
}

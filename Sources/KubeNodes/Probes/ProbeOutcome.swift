import Documents
import KubeAPI
import KubeModel

/// What a container answered to its probe.
enum ProbeOutcome: Hashable, Sendable {
    case good
    /// With what the event says.
    case bad(String)
    /// The probe could not be made; it does not count.
    case unknown(String)
}

extension Probe.Action {
    /// Commands that only look at files of their container.
    private static let lookers: Set<String> = ["cat", "test", "[", "ls", "stat", "true", "false", "grep"]

    /// The answer can change only when something in the pod does.
    var isSteady: Bool {
        switch self {
        case .exec(let command): command.first.map { Self.lookers.contains(ProgramName.last(of: $0)) } ?? true
        case .http(let get): get.host.isEmpty
        case .tcp(let host, _): host.isEmpty
        case .grpc: true
        }
    }
}

/// Source: `pkg/probe/http`, `pkg/probe/tcp`, `pkg/probe/grpc`.
extension NodeFleet {
    mutating func httpOutcome(
        _ get: HTTPGet, _ index: Int, _ worker: inout PodWorker, api: borrowing APIServer
    ) -> ProbeOutcome {
        switch kubeletAnswer(get, index, &worker, api: api) {
        case .response(let response):
            (200..<400).contains(response.status)
                ? .good : .bad("HTTP probe failed with statuscode: \(response.status)")
        case .failure(let failure): .bad("Get \"\(url(of: get, index, worker))\": \(failure.dialText)")
        }
    }

    private func url(of get: HTTPGet, _ index: Int, _ worker: PodWorker) -> String {
        let port = worker.containers[index].spec.portNumber(get.port) ?? 0
        let path = get.path.hasPrefix("/") ? get.path : "/" + get.path
        let host = get.host.isEmpty ? worker.address ?? "" : get.host
        return "\(get.scheme.lowercased())://\(host):\(port)\(path)"
    }

    /// What a container answers to its kubelet.
    mutating func kubeletAnswer(_ get: HTTPGet, _ index: Int, _ worker: inout PodWorker, api: borrowing APIServer)
        -> HTTPAnswer
    {
        guard let address = WebAddress(url(of: get, index, worker)) else { return .failure(.malformedURL(get.path)) }
        workers[worker.slot] = worker
        defer { workers[worker.slot] = nil }
        return http(
            from: kubeletOrigin(worker), address,
            HTTPRequestMessage(path: address.path, headers: [HTTPHeader("Host", address.host)]), api: api)
    }

    private func kubeletOrigin(_ worker: PodWorker) -> Origin {
        Origin(
            slot: nil, address: kubelets[worker.node].facts.address, namespace: worker.key.namespace, isKubelet: true)
    }

    private mutating func kubeletConnects(
        _ host: String, _ port: Int, _ worker: inout PodWorker, api: borrowing APIServer
    ) -> Result<Destination, NetworkFailure> {
        workers[worker.slot] = worker
        defer { workers[worker.slot] = nil }
        let address = host.isEmpty ? worker.address ?? "" : host
        return Result { () throws(NetworkFailure) in
            try connect(kubeletOrigin(worker), to: address, port: port, api: api)
        }
    }

    mutating func tcpOutcome(
        _ host: String, _ port: Value, _ index: Int, _ worker: inout PodWorker, api: borrowing APIServer
    ) -> ProbeOutcome {
        let number = worker.containers[index].spec.portNumber(port) ?? 0
        switch kubeletConnects(host, number, &worker, api: api) {
        case .success: return .good
        case .failure(let failure): return .bad(failure.dialText)
        }
    }

    mutating func grpcOutcome(
        _ port: Int, _ service: String, _ timeout: Int, _ index: Int, _ worker: inout PodWorker,
        api: borrowing APIServer
    ) -> ProbeOutcome {
        let target = "\(worker.address ?? ""):\(port)"
        switch kubeletConnects("", port, &worker, api: api) {
        case .success(let destination):
            if case .served(let served) = destination.listener, served.speaksGRPCHealth { return .good }
            return .bad(
                "error: this server does not implement the grpc health protocol (grpc.health.v1.Health): rpc error: code = Unimplemented desc = unknown service grpc.health.v1.Health"
            )
        case .failure:
            return .bad(
                "timeout: failed to connect service \"\(target)\" within \(timeout)s: context deadline exceeded")
        }
    }
}

extension NetworkFailure {
    /// What Go's dialer says.
    package var dialText: String {
        switch self {
        case .unknownHost(let host): "dial tcp: lookup \(host) on 192.168.0.2:53: no such host"
        case .refused(let address, let port): "dial tcp \(address):\(port): connect: connection refused"
        case .timedOut: "context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
        case .emptyReply: "EOF"
        case .malformedURL(let url): "parse \"\(url)\": invalid URL"
        }
    }
}

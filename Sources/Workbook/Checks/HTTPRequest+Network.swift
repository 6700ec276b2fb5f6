import KubeModel
import KubeNodes
package import Simulation

/// Requests of checks over the simulated network.
extension HTTPRequest {
    /// Asks in a cluster; the pod `pod/NAME` is one of `namespace`, and without a source the first node asks.
    package func answer(in cluster: Cluster, namespace: String) -> HTTPAnswer {
        switch cluster.nodes.http(from: place(in: cluster, namespace: namespace), url: url, api: cluster.api) {
        case .response(let response):
            .response(status: response.status, body: String(decoding: response.body, as: UTF8.self))
        case .failure(let failure): .failed(failure.words)
        }
    }

    private func place(in cluster: Cluster, namespace: String) -> NetworkPlace {
        let parts = source.split(separator: "/").map(String.init)
        switch parts.count {
        case 0: return .node(cluster.api.list(.nodes).first?.name ?? "")
        case 1: return parts[0] == "outside" ? .outside : .node(parts[0])
        case 2: return .pod(ObjectKey(namespace: namespace, name: parts[1]))
        default: return .pod(ObjectKey(namespace: parts[1], name: parts[2]))
        }
    }
}

extension NetworkFailure {
    /// As `curl` says it, without its number.
    fileprivate var words: String {
        switch self {
        case .unknownHost(let host): "Could not resolve host: \(host)"
        case .refused(let address, let port): "Failed to connect to \(address) port \(port)"
        case .timedOut(let address, let port): "Connection to \(address) port \(port) timed out"
        case .emptyReply: "Empty reply from server"
        case .malformedURL(let url): "URL using bad/illegal format or missing URL: \(url)"
        }
    }
}

package import Documents
import KubeAPI
package import KubeModel
import KubeNodes
package import Simulation

/// The cluster of a lab as checks and diagnosis see it; a copy, so that looking changes nothing.
package struct LabCluster: CheckedCluster, Sendable {
    package private(set) var cluster: Cluster
    package let namespace: String

    package init(_ cluster: Cluster, namespace: String) {
        self.cluster = cluster
        self.namespace = namespace
    }
}

extension LabCluster {
    package var now: Instant { cluster.now }
    package var resources: ResourceRegistry { cluster.api.resources }

    package func objects(of resource: ResourceType, in namespace: String?) -> [Object] {
        cluster.api.list(resource, namespace: namespace)
    }

    package func logTail(namespace: String, pod: String, container: String) -> [String] {
        for isPrevious in [false, true] {
            var request = LogRequest(namespace: namespace, pod: pod, container: container)
            request.previous = isPrevious
            if let chunk = try? cluster.log(request), !chunk.lines.isEmpty { return chunk.lines.suffix(5).map(\.text) }
        }
        return []
    }

    package mutating func fetch(_ request: HTTPRequest) -> HTTPAnswer {
        switch cluster.fetch(request.url, from: request.source, namespace: namespace) {
        case .response(let response):
            .response(status: response.status, body: String(decoding: response.body, as: UTF8.self))
        case .failure(let failure): .failed(failure.dialText)
        }
    }

    package mutating func runToChange(until deadline: Instant) -> Bool {
        cluster.runToChange(until: deadline) == .changed
    }
}

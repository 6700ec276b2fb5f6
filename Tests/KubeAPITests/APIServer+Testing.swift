import Documents
import KubeModel
import Testing

@testable import KubeAPI

extension APIServer {
    /// A server with a few namespaces and their service accounts.
    static func sample(seed: UInt64 = 1) throws -> APIServer {
        var api = APIServer(now: Instant(seconds: 1_700_000_000), seed: seed)
        for name in ["default", "dev"] {
            try api.create(.namespaces, ["metadata": ["name": .string(name)]], as: .admin)
            try api.create(.serviceAccounts, ["metadata": ["name": "default", "namespace": .string(name)]], as: .admin)
        }
        return api
    }

    mutating func createConfigMap(_ name: String, _ data: Object = [:], namespace: String = "default") throws -> Object
    {
        try create(
            .configMaps,
            ["metadata": ["name": .string(name), "namespace": .string(namespace)], "data": .object(data)], as: .admin)
    }

    mutating func createPod(_ name: String, node: String? = nil, labels: Object = [:], namespace: String = "default")
        throws -> Object
    {
        let pod = try create(
            .pods,
            [
                "metadata": ["name": .string(name), "namespace": .string(namespace), "labels": .object(labels)],
                "spec": ["containers": [["name": "web", "image": "nginx"]]],
            ], as: .admin)
        if let node { try bind(pod.key, toNode: node, as: .scheduler) }
        return try #require(get(.pods, pod.key))
    }
}

func expectFailure(
    _ expected: APIError, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
    #expect(throws: expected, sourceLocation: sourceLocation) { try body() }
}

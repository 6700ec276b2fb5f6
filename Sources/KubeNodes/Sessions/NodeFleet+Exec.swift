package import KubeAPI
package import KubeModel

/// A command that `kubectl exec` has begun.
package struct ExecID: Hashable, Sendable {
    let number: Int
}

extension NodeFleet {
    /// Begins a command in a container; `execResult` has its end.
    package mutating func startExec(_ request: ExecRequest, api: inout APIServer) throws(APIError) -> ExecID {
        let key = ObjectKey(namespace: request.namespace, name: request.pod)
        guard let pod = api.get(.pods, key) else {
            throw .notFound(ResourceType.pods.groupResource, name: request.pod)
        }
        guard let slot = slotByUID[pod.uid], let worker = workers[slot] else {
            throw .badRequest("pod \(request.pod) does not have a host assigned")
        }
        try checkReachable(worker, path: "exec/\(request.namespace)/\(request.pod)/\(request.container)")
        throw .badRequest("unable to upgrade connection: container not found (\"\(request.container)\")")
    }

    /// What the command has printed and how it ended; `nil` while it runs.
    package func execResult(_ id: ExecID) -> ExecResult? { nil }
}

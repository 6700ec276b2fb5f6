import Documents
package import KubeAPI
package import KubeModel

/// What `kubectl exec` asks for.
extension NodeFleet {
    /// Begins a command in a container; `execResult` has its end.
    package mutating func startExec(_ request: ExecRequest, api: inout APIServer) throws(APIError) -> ExecID {
        let key = ObjectKey(namespace: request.namespace, name: request.pod)
        guard let pod = api.get(.pods, key) else {
            throw .notFound(ResourceType.pods.groupResource, name: request.pod)
        }
        guard let slot = slotByUID[pod.uid], let seen = workers[slot] else {
            throw .badRequest("pod \(request.pod) does not have a host assigned")
        }
        try checkReachable(seen, path: "exec/\(request.namespace)/\(request.pod)/\(request.container)")
        guard let index = seen.containers.firstIndex(where: { $0.spec.name == request.container }),
            seen.containers[index].isRunning
        else {
            throw .badRequest("unable to upgrade connection: container not found (\"\(request.container)\")")
        }
        return try begin(request, index, slot, api: &api)
    }

    private mutating func begin(_ request: ExecRequest, _ index: Int, _ slot: Int, api: inout APIServer)
        throws(APIError) -> ExecID
    {
        guard var worker = take(slot) else { throw .internalError("container is busy") }
        execCount += 1
        let id = ExecID(number: execCount)
        do throws(CommandNotFound) {
            try beginSession(
                request.command, .exec(id), index, &worker, input: request.standardInput, api: &api)
        } catch {
            put(worker)
            let session = api.random.hexadecimal(count: 64)
            throw .internalError(
                "Internal error occurred: error executing command in container: failed to exec in container: failed to start exec \"\(session)\": OCI runtime exec failed: exec failed: unable to start container process: \(error.reason): unknown"
            )
        }
        put(worker)
        return id
    }

    /// What the command has printed and how it ended; `nil` while it runs.
    package func execResult(_ id: ExecID) -> ExecResult? { execResults[id.number] }
}

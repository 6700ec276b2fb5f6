import Documents
package import KubeAPI
package import KubeModel

/// What `kubectl logs` reads.
extension NodeFleet {
    /// The lines of a container's log, or of the run before; errors are the kubelet's words.
    ///
    /// Source: `validateContainerLogStatus` of `pkg/kubelet/kubelet.go`.
    package func log(_ request: LogRequest, api: borrowing APIServer) throws(APIError) -> LogChunk {
        let key = ObjectKey(namespace: request.namespace, name: request.pod)
        guard let pod = api.get(.pods, key) else {
            throw .notFound(ResourceType.pods.groupResource, name: request.pod)
        }
        guard let slot = slotByUID[pod.uid], let worker = workers[slot] else {
            throw .badRequest(
                Pod(pod).nodeName == nil
                    ? "pod \(request.pod) does not have a host assigned"
                    : "container \"\(request.container)\" in pod \"\(request.pod)\" is not available")
        }
        try checkReachable(worker, path: "containerLogs/\(request.namespace)/\(request.pod)/\(request.container)")
        guard let index = worker.containers.firstIndex(where: { $0.spec.name == request.container }) else {
            throw .badRequest("container \(request.container) is not valid for pod \(request.pod)")
        }
        let run = try chosenRun(request, worker, index)
        guard let log = run.log else {
            let text = "unable to retrieve container logs for containerd://\(run.id)"
            return LogChunk(lines: [LogChunk.Line(time: api.now, text: text)], canContinue: false)
        }
        let lines = log.lines.dropFirst(max(0, request.lineOffset - log.dropped))
        return LogChunk(lines: Array(lines), canContinue: run.state == .running)
    }

    /// The run that the status of the container points to.
    private func chosenRun(_ request: LogRequest, _ worker: PodWorker, _ index: Int) throws(APIError) -> ContainerRun {
        let status = reportedStatus(worker, index)
        let container = worker.containers[index]
        let name = "container \"\(request.container)\" in pod \"\(request.pod)\""
        func run(_ id: String?) -> ContainerRun? {
            [container.run, container.previous].compactMap { $0 }.first { "containerd://\($0.id)" == id }
        }
        let last = status?["lastState"]?["terminated"]?["containerID"]?.string
        if request.previous {
            guard let found = run(last) else { throw .badRequest("previous terminated \(name) not found") }
            return found
        }
        let state = status?["state"]
        let current = state?["running"] == nil ? state?["terminated"]?["containerID"] : status?["containerID"]
        if let found = run(current?.string ?? last) { return found }
        switch state?["waiting"]?["reason"]?.string {
        case "ErrImagePull": throw .badRequest("\(name) is waiting to start: image can't be pulled")
        case "ImagePullBackOff": throw .badRequest("\(name) is waiting to start: trying and failing to pull image")
        case let reason?: throw .badRequest("\(name) is waiting to start: \(reason)")
        case nil: throw .badRequest("\(name) is waiting to start - no logs yet")
        }
    }

    /// The status of a container as the API shows it.
    func reportedStatus(_ worker: PodWorker, _ index: Int) -> Value? {
        let spec = worker.containers[index].spec
        let field =
            switch spec.role {
            case .initial, .sidecar: "initContainerStatuses"
            case .main: "containerStatuses"
            case .ephemeral: "ephemeralContainerStatuses"
            }
        return worker.pod["status"]?[field]?.array?.first { $0["name"]?.string == spec.name }
    }

    /// Hollow nodes have nothing to show, and lost ones cannot be asked.
    func checkReachable(_ worker: PodWorker, path: String) throws(APIError) {
        let kubelet = kubelets[worker.node]
        let address = "\(kubelet.facts.address):10250"
        if kubelet.state == .lost {
            throw .internalError("Get \"https://\(address)/\(path)\": dial tcp \(address): i/o timeout")
        }
        if profile == .hollow {
            throw .internalError("Get \"https://\(address)/\(path)\": dial tcp \(address): connect: connection refused")
        }
    }
}

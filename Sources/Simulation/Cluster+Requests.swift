package import KubeAPI
package import KubeModel
package import KubeNodes

extension Cluster {
    /// Sends one request, and shows the components what it changed; no time passes.
    package mutating func send(_ request: APIRequest) throws(APIError) -> APIResponse {
        if request.resource.group == "metrics.k8s.io" { readMetrics() }
        let response = try api.handle(request)
        deliverChanges()
        return response
    }

    package func log(_ request: LogRequest) throws(APIError) -> LogChunk {
        try nodes.log(request, api: api)
    }

    /// Runs a command in a container to its end; time passes until then.
    package mutating func execute(_ request: ExecRequest) throws(APIError) -> ExecResult {
        let session = try nodes.startExec(request, api: &api)
        return try runUntil { nodes in nodes.takeExecResult(session) }
    }

    /// Begins a command that someone types to; time passes until it has ended or waits for a line.
    package mutating func begin(_ request: ExecRequest) throws(APIError) -> ExecStep {
        let session = try nodes.startExec(request, api: &api)
        return try runUntil { nodes in nodes.takeExecStep(session) }
    }

    /// Goes on with a command after a line was typed to it.
    package mutating func type(_ input: ExecInput, to session: ExecID) throws(APIError) -> ExecStep {
        nodes.type(input, to: session, api: &api)
        return try runUntil { nodes in nodes.takeExecStep(session) }
    }

    private mutating func runUntil<Found>(_ find: (inout NodeFleet) -> Found?) throws(APIError) -> Found {
        let end = now + Self.execLimit
        while true {
            if let found = find(&nodes) { return found }
            guard let due = nextDue, due <= end else {
                throw .timeout(
                    "command did not end within \(Self.execLimit.components.seconds) seconds of simulated time")
            }
            guard case .exceeded = run(until: due) else { continue }
            throw .timeout("the cluster did not come to rest while the command ran")
        }
    }

    /// How long a command in a container may take.
    static let execLimit = Duration.seconds(86_400)
}

extension Cluster {
    /// Asks for a page from inside the cluster.
    ///
    /// - Parameter source: `pod/NAME` in the namespace, `node/NAME`, or nothing for someone outside.
    package func fetch(_ url: String, from source: String, namespace: String) -> HTTPAnswer {
        let parts = source.split(separator: "/", maxSplits: 1).map(String.init)
        let place: NetworkPlace
        switch (parts.first, parts.count) {
        case ("pod", 2): place = .pod(ObjectKey(namespace: namespace, name: parts[1]))
        case ("node", 2): place = .node(parts[1])
        default: place = .outside
        }
        return nodes.http(from: place, url: url, api: api)
    }
}

package import KubeAPI
package import KubeModel
import KubeNodes

extension Cluster {
    /// Sends one request, and shows the components what it changed; no time passes.
    package mutating func send(_ request: APIRequest) throws(APIError) -> APIResponse {
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
        let end = now + Self.execLimit
        while true {
            if let result = nodes.execResult(session) { return result }
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

import KubeModel
import Shell

/// `ping HOST`: containers may not open raw sockets here, as in many clusters.
enum Ping {
    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        guard let name = call.arguments.last, !name.hasPrefix("-") else {
            output.write("BusyBox v1.36.1 multi-call binary.\n\nUsage: ping [OPTIONS] HOST\n", to: .standardError)
            return .exited(1)
        }
        let origin = host.nextOrigin()
        do throws(NetworkFailure) {
            let address = try host.fleet.resolve(name, from: origin, api: host.api)
            output.write("PING \(name) (\(address)): 56 data bytes\n")
            output.write("ping: permission denied (are you root?)\n", to: .standardError)
        } catch {
            output.write("ping: bad address '\(name)'\n", to: .standardError)
        }
        return .exited(1)
    }
}

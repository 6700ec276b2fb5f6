import KubeModel
import Shell

/// busybox `nslookup NAME`
enum NameLookup {
    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        let names = call.arguments.filter { !$0.hasPrefix("-") }
        guard let name = names.first else {
            output.write(
                "BusyBox v1.36.1 multi-call binary.\n\nUsage: nslookup HOST [DNS_SERVER]\n", to: .standardError)
            return .exited(1)
        }
        guard host.fleet.hasClusterNetwork else {
            let passed = host.secondsSinceEpoch - call.startedAt
            if passed + 0.000_5 < ConnectionTimings.nameServerSeconds {
                return .sleeping(seconds: ConnectionTimings.nameServerSeconds - passed)
            }
            output.write(";; connection timed out; no servers could be reached\n\n")
            return .exited(1)
        }
        let server = NodeFleet.nameServer
        output.write("Server:\t\t\(server)\nAddress:\t\(server):53\n\n")
        guard let found = host.fleet.resolve(name, namespace: host.origin.namespace, api: host.api) else {
            let asked = host.fleet.candidates(name, namespace: host.origin.namespace)
            for candidate in asked { output.write("** server can't find \(candidate): NXDOMAIN\n\n") }
            return .exited(1)
        }
        for address in found.addresses { output.write("Name:\t\(found.name)\nAddress: \(address)\n") }
        output.write("\n")
        return .exited(0)
    }
}

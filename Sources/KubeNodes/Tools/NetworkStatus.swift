import KubeModel
import Shell

/// `ip addr`, `ifconfig` and `netstat`: what a container sees of its network.
enum NetworkStatus {
    static func interfaces(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput)
        -> CommandResult
    {
        let address = host.origin.address
        if ProgramName.last(of: call.name) == "ifconfig" {
            output.write(interfaceList(address: address))
            return .exited(0)
        }
        switch call.arguments.first?.prefix(1) {
        case "a":
            output.write(addressList(address: address))
        case "r": output.write("default via 169.254.1.1 dev eth0\n169.254.1.1 dev eth0 scope link\n")
        default:
            output.write("Usage: ip [OPTIONS] address|route|link\n", to: .standardError)
            return .exited(1)
        }
        return .exited(0)
    }

    /// The words of `ifconfig`.
    private static func interfaceList(address: String) -> String {
        """
        eth0      Link encap:Ethernet  HWaddr 0A:58:C0:A8:01:02
                  inet addr:\(address)  Bcast:0.0.0.0  Mask:255.255.255.255
                  UP BROADCAST RUNNING MULTICAST  MTU:9001  Metric:1

        lo        Link encap:Local Loopback
                  inet addr:127.0.0.1  Mask:255.0.0.0
                  UP LOOPBACK RUNNING  MTU:65536  Metric:1


        """
    }

    /// The words of `ip address`.
    private static func addressList(address: String) -> String {
        """
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
            inet 127.0.0.1/8 scope host lo
               valid_lft forever preferred_lft forever
        3: eth0@if7: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 9001 qdisc noqueue
            link/ether 0a:58:c0:a8:01:02 brd ff:ff:ff:ff:ff:ff
            inet \(address)/32 scope global eth0
               valid_lft forever preferred_lft forever

        """
    }

    /// The ports on which the processes of the pod wait.
    static func connections(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput)
        -> CommandResult
    {
        output.write("Active Internet connections (only servers)\n")
        output.write("Proto Recv-Q Send-Q Local Address           Foreign Address         State       \n")
        for port in host.fleet.listeningPorts(ofSlot: host.origin.slot, now: host.now) {
            output.write(
                "tcp        0      0 \(Columns.left("0.0.0.0:\(port)", 23)) 0.0.0.0:*               LISTEN      \n")
        }
        return .exited(0)
    }
}

extension NodeFleet {
    func listeningPorts(ofSlot slot: Int?, now: Instant) -> [Int] {
        guard let slot, let worker = workers[slot] else { return [] }
        let ports = worker.containers.filter(\.isRunning).flatMap { container -> [Int] in
            guard let run = container.run else { return [] }
            if case .service(let service) = run.process, service.isListening(now: now) {
                return service.service.ports.map(\.number)
            }
            return run.listeners.map(\.port)
        }
        return Set(ports).sorted()
    }
}

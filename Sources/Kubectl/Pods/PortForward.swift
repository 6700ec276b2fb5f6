import Documents
import KubeAPI
import KubeModel

extension Command {
    static let portForward = Command(
        name: "port-forward", group: .troubleshooting,
        usage: "TYPE/NAME [options] [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]",
        summary: "Forward one or more local ports to a pod.",
        details: "The address is open until the prompt ends; `curl localhost:PORT` reaches the pod.",
        examples: """
            # Port 8080 here leads to port 80 of the pod
            kubectl port-forward pod/web 8080:80

            # To a pod of a service
            kubectl port-forward service/web 8080:80
            """,
        flags: [
            .list("address", default: ["localhost"], "Addresses to listen on (comma separated)."), .podRunningTimeout,
        ],
        completion: .names("pods"),
        action: .run { context throws(KubectlError) in try context.runPortForward() })
}

/// A port here that leads to a port of a pod.
package struct PortForward: Hashable, Sendable {
    package var localPort: Int
    package var namespace: String
    package var pod: String
    package var port: Int
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/portforward/portforward.go`.
    fileprivate mutating func runPortForward() throws(KubectlError) {
        guard arguments.count >= 2 else {
            throw .usage("TYPE/NAME and list of ports are required for port-forward")
        }
        let info = try podOrOwner(arguments[0])
        let (pod, _) = try firstPod(of: info, by: PodChoice.byActivity, timeout: flags.duration("pod-running-timeout"))
        var forwards: [PortForward] = []
        for text in arguments.dropFirst() { forwards.append(try forward(text, info, pod)) }
        guard Pod(pod).phase == .running else {
            throw .message(
                "unable to forward port because pod is not running. Current status=\(Pod(pod).phase.rawValue)")
        }
        for forward in forwards {
            portForwards.append(forward)
            writeLine("Forwarding from 127.0.0.1:\(forward.localPort) -> \(forward.port)")
            writeLine("Forwarding from [::1]:\(forward.localPort) -> \(forward.port)")
        }
        flushOutput()
    }

    /// `8080:80`, `80`, `:80`, `8080:http`
    private func forward(_ text: String, _ info: ResourceInfo, _ pod: Object) throws(KubectlError) -> PortForward {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let remote = parts.last, !remote.isEmpty else {
            throw .message("invalid port format '\(text)'")
        }
        let port = info.type.kind == "Service" ? try servicePort(remote, info, pod) : try podPort(remote, pod)
        var local =
            parts.count == 2 ? parts[0] : info.type.kind == "Service" && Int(remote) != nil ? remote : String(port)
        if local.isEmpty || local == "0" { local = String(30_000 + port % 10_000) }
        guard let localPort = Int(local), (0...65_535).contains(localPort) else {
            throw .message(
                "error parsing local port '\(local)': strconv.ParseUint: parsing \(local.goQuoted): invalid syntax")
        }
        return PortForward(localPort: localPort, namespace: pod.namespace, pod: pod.name, port: port)
    }

    private func podPort(_ text: String, _ pod: Object) throws(KubectlError) -> Int {
        if let number = Int(text) { return number }
        let ports = (pod["spec"]?["containers"]?.array ?? []).flatMap { $0["ports"]?.array ?? [] }
        if let port = ports.first(where: { $0["name"]?.string == text })?["containerPort"]?.int { return port }
        throw .message("Pod '\(pod.name)' does not have a named port '\(text)'")
    }

    /// The port of the pod behind a port of the service.
    private func servicePort(_ text: String, _ info: ResourceInfo, _ pod: Object) throws(KubectlError) -> Int {
        let ports = info.object?["spec"]?["ports"]?.array ?? []
        guard let found = ports.first(where: { $0["name"]?.string == text || $0["port"]?.int == Int(text) }) else {
            throw .message(
                Int(text) == nil
                    ? "Service '\(info.name)' does not have a named port '\(text)'"
                    : "Service \(info.name) does not have a service port \(text)")
        }
        if info.object?["spec"]?["clusterIP"]?.string == "None" { return found["port"]?.int ?? 0 }
        guard let target = found["targetPort"] else { return found["port"]?.int ?? 0 }
        return try podPort(target.string ?? String(target.int ?? 0), pod)
    }
}

import Documents
import KubeAPI
import KubeModel
import Shell

extension Command {
    static let exec = Command(
        name: "exec", group: .troubleshooting, usage: "(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]",
        summary: "Execute a command in a container.",
        examples: """
            # A command in the first container of a pod
            kubectl exec web -- date

            # In a certain container
            kubectl exec web -c sidecar -- ls /data

            # A shell, with the terminal
            kubectl exec web -it -- sh

            # In the first pod of a deployment
            kubectl exec deploy/web -- env
            """,
        flags: [
            .container, .list("filename", "f", "to use to exec into the resource").offering(.files), .podRunningTimeout,
            .bool("quiet", "q", "Only print output from the remote session"),
            .bool("stdin", "i", "Pass stdin to the container"), .bool("tty", "t", "Stdin is a TTY"),
        ],
        completion: .names("pods"),
        action: .run { context throws(KubectlError) in try context.runExec() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/exec/exec.go`.
    fileprivate mutating func runExec() throws(KubectlError) {
        let (name, command) = try execArguments()
        let info: ResourceInfo
        if let name {
            info = try podOrOwner(name)
        } else {
            var query = query([])
            query.fetchesLatest = true
            guard let first = try find(query).checked().infos.first else { throw .message(Self.missingResource) }
            info = first
        }
        let (pod, _) = try firstPod(of: info, by: PodChoice.byActivity, timeout: flags.duration("pod-running-timeout"))
        let phase = Pod(pod).phase
        if phase == .succeeded || phase == .failed {
            throw .message("cannot exec into a container in a completed pod; current phase is \(phase.rawValue)")
        }
        let container = try container(of: pod, named: flags.text("container"), isQuiet: flags.bool("quiet"))
        try execute(command, in: pod, container, isTerminal: flags.bool("tty"))
    }

    private func execArguments() throws(KubectlError) -> (name: String?, command: [String]) {
        let files = flags.list("filename")
        let dash = call.dashIndex
        if arguments.isEmpty || dash == 0, files.isEmpty {
            throw .message("pod, type/name or --filename must be specified")
        }
        if !files.isEmpty, dash != 0, !arguments.isEmpty {
            throw .usage("exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead")
        }
        let named = files.isEmpty ? 1 : 0
        if dash == nil, arguments.count > named {
            throw .usage("exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead")
        }
        if let dash, dash > named {
            throw .usage("exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead")
        }
        let command = Array(arguments.dropFirst(named))
        if command.isEmpty { throw .message("you must specify at least one command for the container") }
        return (named == 1 ? arguments[0] : nil, command)
    }

    /// Runs a command in a container, prints what it prints, and ends as it ends.
    mutating func execute(_ command: [String], in pod: Object, _ container: String, isTerminal: Bool)
        throws(KubectlError)
    {
        var request = ExecRequest(namespace: pod.namespace, pod: pod.name, container: container, command: command)
        request.isTerminal = isTerminal
        flushOutput()
        let code = flags.bool("stdin") ? try converse(request) : try runToEnd(request, input: [])
        if code != 0 { throw .terminated(code: code) }
    }
}

import Documents
import KubeAPI
import KubeModel
import Shell

extension Command {
    static let attach = Command(
        name: "attach", group: .troubleshooting, usage: "(POD | TYPE/NAME) -c CONTAINER",
        summary: "Attach to a process that is already running inside an existing container.",
        examples: """
            # What the main process prints from now on
            kubectl attach web
            """,
        flags: [
            .container, .detachKeys, .podRunningTimeout,
            .bool("quiet", "q", "Only print output from the remote session"),
            .bool("stdin", "i", "Pass stdin to the container"), .bool("tty", "t", "Stdin is a TTY"),
        ],
        completion: .names("pods"),
        action: .run { context throws(KubectlError) in try context.runAttach() })
}

extension KubectlContext {
    fileprivate mutating func runAttach() throws(KubectlError) {
        if arguments.isEmpty { throw .message("at least 1 argument is required for attach") }
        if arguments.count > 2 {
            throw .usage(
                "expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw \(arguments.count): \(Self.goList(arguments))"
            )
        }
        let name = arguments.count == 2 ? arguments.joined(separator: "/") : arguments[0]
        let info = try podOrOwner(name)
        let (pod, _) = try firstPod(of: info, by: PodChoice.byActivity, timeout: flags.duration("pod-running-timeout"))
        if Pod(pod).isFinished {
            throw .message("cannot attach a container in a completed pod; current phase is \(Pod(pod).phase.rawValue)")
        }
        let container = try container(of: pod, named: flags.text("container"), isQuiet: flags.bool("quiet"))
        if !flags.bool("quiet") { printError("If you don't see a command prompt, try pressing enter.") }
        try followOutput(of: pod, container)
    }

    /// Prints what a container writes until it has ended.
    mutating func followOutput(of pod: Object, _ container: String, fromStart: Bool = false) throws(KubectlError) {
        var request = LogRequest(namespace: pod.namespace, pod: pod.name, container: container)
        var isFirst = !fromStart
        while true {
            let chunk: LogChunk
            do { chunk = try connection.log(request) } catch { throw .server(error) }
            if !isFirst { for line in chunk.lines { writeLine(line.text) } }
            isFirst = false
            request.lineOffset += chunk.lines.count
            if !chunk.canContinue { return }
            flushOutput()
            switch connection.waitForChange(until: requestDeadline) {
            case .changed: continue
            case .deadlineReached: return
            case .interrupted: throw .exit(code: 130)
            case .budgetExceeded: throw .exit(code: 1)
            }
        }
    }

    /// `kubectl run -it`: waits for the pod, shows what it prints, and removes it when asked.
    mutating func attachToRun(_ pod: Object) throws(KubectlError) {
        let info = ResourceInfo(pod, type: .pods)
        var current = pod
        let isUp = try wait(until: now + flags.duration("pod-running-timeout")) { context throws(KubectlError) in
            current = try context.get(info)
            return Pod(current).phase != .pending
        }
        if !isUp { throw .message("timed out waiting for the condition") }
        if !flags.bool("quiet"), flags.bool("stdin") {
            printError("If you don't see a command prompt, try pressing enter.")
        }
        let container = PodContainers(current).preferred
        let words = Array(arguments.dropFirst())
        if flags.bool("stdin"), standardInput != nil || type != nil, words.first.map(Self.isShell) ?? false {
            var request = ExecRequest(
                namespace: current.namespace, pod: current.name, container: container, command: words)
            request.isTerminal = flags.bool("tty")
            _ = try converse(request)
        } else {
            try followOutput(of: current, container, fromStart: true)
        }
        try endRun(info, container)
    }

    private static func isShell(_ word: String) -> Bool {
        ["sh", "bash", "ash", "/bin/sh", "/bin/bash"].contains(word)
    }

    private mutating func endRun(_ info: ResourceInfo, _ container: String) throws(KubectlError) {
        let object = try getIfPresent(info)
        let status = object?["status"]?["containerStatuses"]?.array?.first { $0["name"]?.string == container }
        let code = status?["state"]?["terminated"]?["exitCode"]?.int ?? 0
        if flags.bool("rm") {
            var deletion = Deletion()
            deletion.isQuiet = flags.bool("quiet")
            let uid = try delete(info, deletion)
            try waitForDeletion(of: [(info, uid: uid)], deletion)
        }
        if code != 0, flags.text("restart") == "Never" {
            printError(
                "pod \(info.namespace)/\(info.name) terminated (\(status?["state"]?["terminated"]?["reason"]?.string ?? "Error"))"
            )
            throw .exit(code: Int32(truncatingIfNeeded: code))
        }
    }
}

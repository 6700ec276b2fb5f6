import Documents
import KubeAPI
import KubeModel

extension Command {
    static let logs = Command(
        name: "logs", group: .troubleshooting, usage: "[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]",
        summary:
            "Print the logs for a container in a pod or specified resource. If the pod has only one container, the container name is optional.",
        examples: """
            # The log of a pod with one container
            kubectl logs web

            # Of a certain container
            kubectl logs web -c sidecar

            # Of the run before the last restart
            kubectl logs -p web

            # Everything that is written from now on
            kubectl logs -f web

            # The last twenty lines
            kubectl logs --tail=20 web

            # The logs of all pods with a label
            kubectl logs -l app=web --prefix
            """,
        flags: [
            .bool("all-containers", "Get all containers' logs in the pod(s)."),
            .bool("all-pods", "Get logs from all pod(s). Sets prefix to true."),
            .text("container", "c", "Print the logs of this container").offering(.containers),
            .bool("follow", "f", "Specify if the logs should be streamed."),
            .bool("ignore-errors", "If watching / following pod logs, allow for any errors that occur to be non-fatal"),
            .bool(
                "insecure-skip-tls-verify-backend",
                "Skip verifying the identity of the kubelet that logs are requested from."),
            .integer("limit-bytes", "Maximum bytes of logs to return. Defaults to no limit."),
            .integer(
                "max-log-requests", default: 5,
                "Specify maximum number of concurrent logs to follow when using by a selector. Defaults to 5."),
            .shortPodRunningTimeout,
            .bool("prefix", "Prefix each log line with the log source (pod name and container name)"),
            .bool(
                "previous", "p",
                "If true, print the logs for the previous instance of the container in a pod if it exists."),
            .selector,
            .duration(
                "since", "Only return logs newer than a relative duration like 5s, 2m, or 3h. Defaults to all logs."),
            .text("since-time", "Only return logs after a specific date (RFC3339). Defaults to all logs."),
            .integer(
                "tail", default: -1,
                "Lines of recent log file to display. Defaults to -1 with no selector, showing all log lines otherwise 10, if a selector is provided."
            ),
            .bool("timestamps", "Include timestamps on each line in the log output"),
        ],
        completion: .names("pods"),
        action: .run { context throws(KubectlError) in try context.runLogs() })
}

/// One log to print: whose it is, and what stands before each line.
private struct LogSource {
    var request: LogRequest
    var prefix: String
}

/// Which lines of a log are wanted.
private struct LogFilter {
    var since: Instant?
    var tail: Int
    var showsTimes: Bool
    var isFollowing: Bool
    /// Bytes still to print; `nil` without a limit.
    var bytesLeft: Int?

    init(_ context: KubectlContext) throws(KubectlError) {
        let flags = context.flags
        tail = flags.integer("tail")
        if !flags.text("selector").isEmpty, !flags.isSet("tail") { tail = 10 }
        if tail < -1 { throw .message("--tail must be greater than or equal to -1") }
        let limit = flags.integer("limit-bytes")
        if limit < 0 { throw .message("--limit-bytes must be greater than 0") }
        if limit > 0 { bytesLeft = limit }
        showsTimes = flags.bool("timestamps")
        isFollowing = flags.bool("follow")
        let duration = flags.duration("since"), time = flags.text("since-time")
        if duration != .zero, !time.isEmpty {
            throw .message("at most one of `sinceTime` or `sinceSeconds` may be specified")
        }
        if duration < .zero { throw .message("--since must be greater than 0") }
        if duration > .zero { since = context.now - duration }
        if !time.isEmpty {
            guard let instant = Instant(rfc3339: time) else {
                throw .message(
                    "parsing time \(time.goQuoted) as \"2006-01-02T15:04:05Z07:00\": cannot parse \(time.goQuoted) as \"2006\""
                )
            }
            since = instant
        }
    }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/logs/logs.go`.
    fileprivate mutating func runLogs() throws(KubectlError) {
        let name = try logArguments()
        var filter = try LogFilter(self)
        let sources: [LogSource]
        if let argument = arguments.first {
            do { sources = try logSources(argument, container: name) } catch  where error.isNotFound {
                throw .message("error from server (NotFound): \(error.text) in namespace \(namespace.goQuoted)")
            }
        } else {
            sources = try selectedLogSources(container: name)
        }
        let limit = flags.integer("max-log-requests")
        if filter.isFollowing, sources.count > limit {
            throw .message(
                "you are attempting to follow \(sources.count) log streams, but maximum allowed concurrency is \(limit), use --max-log-requests to increase the limit"
            )
        }
        if filter.isFollowing { return try follow(sources, &filter) }
        for source in sources {
            do { try showLog(source, &filter) } catch {
                if sources.count == 1 || !flags.bool("ignore-errors") { throw error }
                printError("error: \(error.text)")
            }
        }
    }

    /// The container that the command line names, by flag or as a second argument.
    private func logArguments() throws(KubectlError) -> String {
        let selector = flags.text("selector")
        var container = flags.text("container")
        switch arguments.count {
        case 0:
            if selector.isEmpty {
                throw .usage(
                    "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command"
                )
            }
        case 1:
            if !selector.isEmpty { throw .usage("only a selector (-l) or a POD name is allowed") }
        case 2:
            if !container.isEmpty { throw .usage("only one of -c or an inline [CONTAINER] arg is allowed") }
            container = arguments[1]
        default:
            throw .usage(
                "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command"
            )
        }
        if flags.bool("all-containers"), !container.isEmpty {
            throw .message("--all-containers=true should not be specified with container name \(container)")
        }
        return container
    }

    private mutating func logSources(_ argument: String, container: String) throws(KubectlError) -> [LogSource] {
        let info = try podOrOwner(argument)
        if flags.bool("all-pods") {
            var sources: [LogSource] = []
            for pod in PodChoice.sorted(try pods(of: info), by: PodChoice.byLogging) {
                sources += try logSources(of: pod, container: container, isPrefixed: true)
            }
            return sources
        }
        let (pod, count) = try firstPod(
            of: info, by: PodChoice.byLogging, timeout: .seconds(20), to: "get the logs from")
        if count > 1 { printError("Found \(count) pods, using pod/\(pod.name)") }
        return try logSources(of: pod, container: container, isPrefixed: flags.bool("prefix"))
    }

    private mutating func selectedLogSources(container: String) throws(KubectlError) -> [LogSource] {
        let pods = try list(.pods, namespace: namespace, labels: flags.text("selector"))
        if pods.isEmpty { printError("No resources found in \(namespace) namespace.") }
        var sources: [LogSource] = []
        for pod in pods { sources += try logSources(of: pod, container: container, isPrefixed: flags.bool("prefix")) }
        return sources
    }

    private mutating func logSources(of pod: Object, container: String, isPrefixed: Bool) throws(KubectlError)
        -> [LogSource]
    {
        let names =
            flags.bool("all-containers")
            ? PodContainers(pod).inOrder : [try self.container(of: pod, named: container)]
        return names.map { name in
            var request = LogRequest(namespace: pod.namespace, pod: pod.name, container: name)
            request.previous = flags.bool("previous")
            return LogSource(request: request, prefix: isPrefixed ? "[pod/\(pod.name)/\(name)] " : "")
        }
    }

    private mutating func log(_ request: LogRequest) throws(KubectlError) -> LogChunk {
        do { return try connection.log(request) } catch { throw .server(error) }
    }

    private mutating func showLog(_ source: LogSource, _ filter: inout LogFilter) throws(KubectlError) {
        let chunk = try log(source.request)
        showLines(Self.recent(chunk.lines, filter), source, &filter)
    }

    private static func recent(_ lines: [LogChunk.Line], _ filter: LogFilter) -> [LogChunk.Line] {
        var lines = lines[...]
        if let since = filter.since { lines = lines.filter { $0.time >= since }[...] }
        if filter.tail >= 0 { lines = lines.suffix(filter.tail) }
        return Array(lines)
    }

    private mutating func showLines(_ lines: [LogChunk.Line], _ source: LogSource, _ filter: inout LogFilter) {
        for line in lines {
            var text = (filter.showsTimes ? line.time.rfc3339Nano + " " : "") + line.text + "\n"
            if let left = filter.bytesLeft {
                if left <= 0 { return }
                text = String(decoding: text.utf8.prefix(left), as: UTF8.self)
                filter.bytesLeft = left - text.utf8.count
            }
            write(source.prefix + text)
        }
    }

    /// Prints what comes until all containers have ended, or the user ends it.
    private mutating func follow(_ sources: [LogSource], _ filter: inout LogFilter) throws(KubectlError) {
        let deadline = requestDeadline
        var open: [LogSource] = []
        for var source in sources {
            let chunk = try log(source.request)
            showLines(Self.recent(chunk.lines, filter), source, &filter)
            source.request.lineOffset = chunk.lines.count
            if chunk.canContinue { open.append(source) }
        }
        while !open.isEmpty, filter.bytesLeft ?? 1 > 0 {
            flushOutput()
            switch connection.waitForChange(until: deadline) {
            case .changed: break
            case .deadlineReached: return
            case .interrupted: throw .exit(code: 130)
            case .budgetExceeded: throw .exit(code: 1)
            }
            var stillOpen: [LogSource] = []
            for var source in open {
                let chunk = try log(source.request)
                showLines(chunk.lines, source, &filter)
                source.request.lineOffset += chunk.lines.count
                if chunk.canContinue { stillOpen.append(source) }
            }
            open = stillOpen
        }
    }
}

extension Instant {
    /// As log lines carry it: `2026-11-22T11:56:52.123456000Z`.
    fileprivate var rfc3339Nano: String { rfc3339Micro.dropLast() + "000Z" }
}

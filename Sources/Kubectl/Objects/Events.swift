import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension Command {
    static let events = Command(
        name: "events", group: .troubleshooting,
        usage:
            "[(-o|--output=)json|yaml|kyaml|name|go-template|go-template-file|template|templatefile|jsonpath|jsonpath-as-json|jsonpath-file] [--for TYPE/NAME] [--watch] [--types=Normal,Warning]",
        summary: "Display events.",
        details: "Prints a table of the most important information about events, the newest last.",
        examples: """
            # Recent events of the namespace
            kubectl events

            # About one object
            kubectl events --for pod/web

            # Only warnings
            kubectl events --types=Warning
            """,
        flags: Flag.printing + [
            .allNamespaces, .chunkSize,
            .text("for", "Filter events to only those pertaining to the specified resource."),
            .bool("no-headers", "When using the default output format, don't print headers."),
            .list("types", "Output only events of given types.").offeringTypes,
            .bool("watch", "w", "After listing the requested events, watch for more events."),
        ],
        action: .run { context throws(KubectlError) in try context.runEvents() })
}

extension Flag {
    fileprivate var offeringTypes: Flag { offering(.words(["Normal", "Warning"])) }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/events/events.go`.
    fileprivate mutating func runEvents() throws(KubectlError) {
        for type in flags.list("types")
        where !["Normal", "Warning"].contains(where: { $0.lowercased() == type.lowercased() }) {
            throw .message("valid --types are Normal or Warning")
        }
        let selector = try eventSelector()
        var events = try list(.events, namespace: flags.bool("all-namespaces") ? "" : namespace, fields: selector)
        events = events.filter(isWantedType)
        let order = events.indices.sorted { (Self.time(events[$0]), $0) < (Self.time(events[$1]), $1) }
        events = order.map { events[$0] }
        if !flags.text("output").isEmpty || !flags.text("template").isEmpty { return try showEvents(events) }
        if events.isEmpty, !flags.bool("watch") {
            printError(flags.bool("all-namespaces") ? "No events found." : "No events found in \(namespace) namespace.")
            return
        }
        var writer = TabWriter.table
        write(writer.align((flags.bool("no-headers") ? "" : headings + "\n") + events.map { line($0) + "\n" }.joined()))
        if flags.bool("watch") { try watchEvents(selector, &writer) }
    }

    private func isWantedType(_ event: Object) -> Bool {
        let types = flags.list("types").map { $0.lowercased() }
        return types.isEmpty || types.contains(event.text("type").lowercased())
    }

    private func eventSelector() throws(KubectlError) -> String {
        let text = flags.text("for")
        guard !text.isEmpty else { return "" }
        guard let pair = try ResourceArguments.pair(text) else { throw .message("--for must be in resource/name form") }
        guard let type = connection.resources.resource(for: pair.type) else { throw .noResourceType(pair.type) }
        return "involvedObject.kind=\(type.kind),involvedObject.name=\(pair.name)"
    }

    private mutating func showEvents(_ events: [Object]) throws(KubectlError) {
        var printer = try printer(operation: "", dryRun: .none)
        let list: Value = [
            "apiVersion": "v1", "items": .array(events.map(Value.object)), "kind": "EventList",
            "metadata": ["resourceVersion": ""],
        ]
        try show(list, with: &printer)
    }

    private var headings: String {
        (flags.bool("all-namespaces") ? "NAMESPACE\t" : "") + "LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE"
    }

    private func line(_ event: Object) -> String {
        let object = event["involvedObject"]
        let cells = [
            interval(event), event.text("type"), event.text("reason"),
            "\(object?["kind"]?.string ?? "")/\(object?["name"]?.string ?? "")", event.text("message").trimmed,
        ]
        let line = cells.map(TerminalText.escaped).joined(separator: "\t")
        return flags.bool("all-namespaces") ? "\(event.namespace)\t\(line)" : line
    }

    /// `3s`, `3s (x4 over 2m)`
    private func interval(_ event: Object) -> String {
        func since(_ value: Value?) -> String {
            HumanDuration.since(value?.string.flatMap(Instant.init(rfc3339:)), now: now)
        }
        let first = since(event["eventTime"]?.isNull == false ? event["eventTime"] : event["firstTimestamp"])
        if let series = event["series"], !series.isNull {
            return "\(since(series["lastObservedTime"])) (x\(series["count"]?.int ?? 0) over \(first))"
        }
        let count = event.count("count")
        return count > 1 ? "\(since(event["lastTimestamp"])) (x\(count) over \(first))" : first
    }

    private static func time(_ event: Object) -> Instant {
        let values = [event["series"]?["lastObservedTime"], event["lastTimestamp"], event["eventTime"]]
        return values.lazy.compactMap { $0?.string.flatMap(Instant.init(rfc3339:)) }.first ?? Instant(seconds: 0)
    }

    /// Prints what happens from now on; the history before was listed already.
    private mutating func watchEvents(_ selector: String, _ writer: inout TabWriter) throws(KubectlError) {
        let deadline = requestDeadline
        var revision = try latestRevision(of: .events)
        while true {
            flushOutput()
            switch connection.waitForChange(until: deadline) {
            case .changed: break
            case .deadlineReached: return
            case .interrupted: throw .exit(code: 130)
            case .budgetExceeded: throw .exit(code: 1)
            }
            let changes: [ObjectChange]
            do { changes = try connection.changes(to: .events, since: revision) } catch { throw .server(error) }
            revision = changes.last?.revision ?? revision
            let wanted = try selector.isEmpty ? nil : Set(list(.events, namespace: "", fields: selector).map(\.uid))
            for change in changes where change.action != .deleted && isWantedType(change.object) {
                guard flags.bool("all-namespaces") || change.object.namespace == namespace,
                    wanted?.contains(change.object.uid) ?? true
                else { continue }
                write(writer.align(line(change.object) + "\n"))
            }
        }
    }

    /// The revision at which a list of a resource is now.
    private mutating func latestRevision(of type: ResourceType) throws(KubectlError) -> Int64 {
        var request = APIRequest(.list, type)
        request.options.limit = 1
        guard case .list(let list) = try send(request).payload else { return 0 }
        return Int64(list.resourceVersion) ?? 0
    }
}

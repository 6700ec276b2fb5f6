import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension KubectlContext {
    /// Prints objects of one kind and then every change to them, until the user or the request's time ends it.
    mutating func watch(_ query: ResourceQuery, _ format: OutputFormat) throws(KubectlError) {
        if !flags.text("sort-by").isEmpty {
            printError("warning: --watch or --watch-only requested, --sort-by will be ignored")
        }
        var query = query
        query.isSingleType = true
        let result = try find(query).checked()
        guard let type = result.types.first ?? result.infos.first?.type else { throw .message(Self.missingResource) }
        if result.infos.contains(where: { $0.type != type }) {
            throw .message(
                "watch is only supported on individual resources and resource collections - more than 1 resource was found"
            )
        }
        var view = try WatchView(type, format, in: &self)
        if !flags.bool("watch-only") {
            for info in result.infos { try view.show(info.object ?? Object(), .added, in: &self) }
        }
        flushOutput()
        let names = result.revision.isEmpty ? Set(result.infos.map(\.key)) : nil
        let revision = result.revision.isEmpty ? result.infos.first?.object?.resourceVersion ?? "0" : result.revision
        try follow(type, query, names: names, since: Int64(revision) ?? 0, &view)
    }

    private mutating func follow(
        _ type: ResourceType, _ query: ResourceQuery, names: Set<ObjectKey>?, since revision: Int64,
        _ view: inout WatchView
    ) throws(KubectlError) {
        let deadline = requestDeadline
        let selects = try labelFilter(query.labelSelector)
        var revision = revision
        while true {
            let changes: [ObjectChange]
            do { changes = try connection.changes(to: type, since: revision) } catch { throw .server(error) }
            for change in changes {
                revision = max(revision, change.revision)
                guard type.isNamespaced == false || query.allNamespaces || change.object.namespace == query.namespace,
                    names?.contains(change.object.key) ?? true,
                    let action = change.action(selecting: selects)
                else { continue }
                if !query.fieldSelector.isEmpty, action != .deleted, !(try isListed(change.object, type, query)) {
                    continue
                }
                try view.show(change.object, action, in: &self)
                flushOutput()
            }
            switch connection.waitForChange(until: deadline) {
            case .changed: continue
            case .deadlineReached: return
            case .interrupted: throw .exit(code: 130)
            case .budgetExceeded: throw .exit(code: 1)
            }
        }
    }

    /// The server selects by fields, so it is asked again.
    private mutating func isListed(_ object: Object, _ type: ResourceType, _ query: ResourceQuery) throws(KubectlError)
        -> Bool
    {
        try list(type, query).items.contains { $0.key == object.key }
    }

    /// When `--request-timeout` ends the command; `nil` without end.
    var requestDeadline: Instant? {
        let text = flags.text("request-timeout")
        guard let duration = Duration(goText: text) ?? Int(text).map({ .seconds($0) }), duration > .zero else {
            return nil
        }
        return now + duration
    }
}

extension ObjectChange {
    /// What the change means to a watch with a selector; `nil` when it does not see it.
    fileprivate func action(selecting selects: (Object) -> Bool) -> Action? {
        let isSelected = selects(object)
        guard action == .modified, let old else { return isSelected ? action : nil }
        return switch (selects(old), isSelected) {
        case (true, true): .modified
        case (false, true): .added
        case (true, false): .deleted
        case (false, false): nil
        }
    }
}

/// How a watch prints its objects.
private struct WatchView {
    private enum Form {
        case table(TablePrinter, TableDefinition)
        case whole(Printer)
    }

    private let type: ResourceType
    private let showsEvents: Bool
    private var form: Form

    init(_ type: ResourceType, _ format: OutputFormat, in context: inout KubectlContext) throws(KubectlError) {
        self.type = type
        showsEvents = context.flags.bool("output-watch-events")
        if format.name.isEmpty || format.name == "wide" {
            let options = context.tableOptions(
                type, isWide: format.name == "wide", showsKind: context.flags.bool("show-kind"))
            form = .table(TablePrinter(options: options), try context.tableDefinition(type))
        } else {
            form = .whole(
                Printer(
                    try context.style(format, allowed: OutputFormat.tableFormats), flags: context.flags))
        }
    }

    mutating func show(_ object: Object, _ action: ObjectChange.Action, in context: inout KubectlContext)
        throws(KubectlError)
    {
        switch form {
        case .table(var printer, let definition):
            let event = showsEvents ? action.rawValue : nil
            context.write(printer.print([object], of: type, as: definition, now: context.now, event: event))
            form = .table(printer, definition)
        case .whole(var printer):
            var value = Value.object(object)
            if showsEvents { value = ["object": value, "type": .string(action.rawValue)] }
            try context.show(value, with: &printer)
            form = .whole(printer)
        }
    }
}

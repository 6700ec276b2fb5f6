import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension Command {
    static let get = Command(
        name: "get", suggestedFor: ["list", "ps"], group: .intermediate,
        usage:
            "[(-o|--output=)json|yaml|kyaml|name|go-template|go-template-file|template|templatefile|jsonpath|jsonpath-as-json|jsonpath-file|custom-columns|custom-columns-file|wide] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags]",
        summary: "Display one or many resources.",
        details: """
            Prints a table of what matters most about the resources. Label and field selectors narrow the list. Of \
            namespaced kinds only those in the current namespace are shown, unless --all-namespaces is given.

            \(suggestAPIResources)
            """,
        examples: """
            # All pods of the namespace
            kubectl get pods

            # With their nodes and addresses
            kubectl get pods -o wide

            # Several kinds at once
            kubectl get deployments,services

            # One object as YAML
            kubectl get deployment web -o yaml

            # One field of it
            kubectl get pod web-1 -o jsonpath='{.status.phase}'

            # Columns of your choice
            kubectl get pods -o custom-columns=NAME:.metadata.name,NODE:.spec.nodeName

            # Every change from now on
            kubectl get pods --watch
            """,
        flags: [
            .text(
                "output", "o",
                "Output format. One of: (json, yaml, kyaml, name, go-template, go-template-file, template, templatefile, jsonpath, jsonpath-as-json, jsonpath-file, custom-columns, custom-columns-file, wide)."
            ).offering(.words(OutputFormat.tableFormats)),
            .bool("no-headers", "When using the default or custom-column output format, don't print headers."),
            .bool("show-labels", "When printing, show all labels as the last column."),
            .text(
                "sort-by",
                "If non-empty, sort list types using this field, given as a JSONPath expression (e.g. '{.metadata.name}')."
            ),
            .list("label-columns", "L", "Labels that are shown as columns, separated by commas; may be repeated."),
            .bool("show-kind", "If present, list the resource type for the requested objects."),
            .text("raw", "Raw URI to request from the server."),
            .bool("watch", "w", "After listing/getting the requested object, watch for changes."),
            .bool("watch-only", "Watch for changes to the requested objects, without listing/getting first."),
            .bool("output-watch-events", "With --watch or --watch-only, say what happened to each object."),
            .chunkSize, .bool("ignore-not-found", "If a requested object does not exist, the exit code is still 0."),
            .selector, .fieldSelector, .allNamespaces,
            .bool("server-print", default: true, "If true, have the server return the appropriate table output."),
            .subresource(["status", "scale", "resize"]),
        ] + Flag.templates + Flag.filename("identifying the resource to get from a server."),
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runGet() })

    static let suggestAPIResources = #"Use "kubectl api-resources" for a complete list of supported resources."#
}

extension KubectlContext {
    fileprivate mutating func runGet() throws(KubectlError) {
        let format = OutputFormat(flags)
        if !flags.text("raw").isEmpty { return try getRaw() }
        try checkGetFlags(format)
        let isTable = format.name.isEmpty || format.name == "wide"
        var query = query()
        query.allowsEmptySelector = true
        query.fetchesLatest = true
        query.subresource = flags.text("subresource")
        if query.allNamespaces { query.isNamespaceExplicit = false }
        if flags.bool("watch") || flags.bool("watch-only") { return try watch(query, format) }
        if arguments.isEmpty, query.files.isEmpty { throw missingResource() }
        if !isTable { return try showObjects(try find(query), format) }
        var result = try find(query)
        if flags.bool("ignore-not-found") { result.errors.removeAll(where: \.isNotFound) }
        try showTables(result, isWide: format.name == "wide")
    }

    private mutating func missingResource() -> KubectlError {
        printError("You must specify the type of resource to get. \(Command.suggestAPIResources)\n")
        return .usage(
            "Required resource not specified.\nUse \"kubectl explain <resource>\" for a detailed description of that resource (e.g. kubectl explain pods)."
        )
    }

    private func checkGetFlags(_ format: OutputFormat) throws(KubectlError) {
        if flags.bool("show-labels"), !format.name.isEmpty, format.name != "wide" {
            throw .message("--show-labels option cannot be used with \(flags.text("output")) printer")
        }
        if flags.bool("output-watch-events"), !flags.bool("watch"), !flags.bool("watch-only") {
            throw .message("--output-watch-events option can only be used with --watch or --watch-only")
        }
    }
}

extension KubectlContext {
    /// Tables of the objects, one for each run of objects of one kind.
    private mutating func showTables(_ result: ResourceResult, isWide: Bool) throws(KubectlError) {
        let sections: [[ResourceInfo]]
        do { sections = try sorted(Self.sections(of: result.infos)) } catch {
            // A path that finds nothing, or is no path, leaves nothing to print.
            sections = []
        }
        let showsKind = flags.bool("show-kind") || result.types.count > 1
        var isFirst = true
        for section in sections {
            var printer = TablePrinter(options: tableOptions(section[0].type, isWide: isWide, showsKind: showsKind))
            if !isFirst, !flags.bool("no-headers") { write("\n") }
            isFirst = false
            let type = section[0].type
            let objects = section.map { $0.object ?? Object() }
            write(printer.print(objects, of: type, as: try tableDefinition(type), now: now))
        }
        if sections.isEmpty, !flags.bool("ignore-not-found"), result.errors.isEmpty {
            let isNamespaced = !flags.bool("all-namespaces") && result.types.allSatisfy(\.isNamespaced)
            printError(isNamespaced ? "No resources found in \(namespace) namespace." : "No resources found")
        }
        if let error = KubectlError.joined(result.errors) { throw error }
    }

    /// Neighbouring objects of one kind.
    private static func sections(of infos: [ResourceInfo]) -> [[ResourceInfo]] {
        infos.reduce(into: []) { sections, info in
            if sections.last?.first?.type == info.type {
                sections[sections.count - 1].append(info)
            } else {
                sections.append([info])
            }
        }
    }

    private func sorted(_ sections: [[ResourceInfo]]) throws(KubectlError) -> [[ResourceInfo]] {
        let path = flags.text("sort-by")
        guard !path.isEmpty else { return sections }
        var result: [[ResourceInfo]] = []
        for section in sections {
            result.append(try ObjectSorting(path).sorted(section) { .object($0.object ?? Object()) })
        }
        return result
    }

    func tableOptions(_ type: ResourceType, isWide: Bool, showsKind: Bool) -> TablePrinter.Options {
        var options = TablePrinter.Options()
        options.isWide = isWide
        options.hasHeadings = !flags.bool("no-headers")
        options.showsNamespace = flags.bool("all-namespaces") && type.isNamespaced
        options.showsLabels = flags.bool("show-labels")
        options.showsKind = showsKind
        options.labelColumns = flags.list("label-columns")
        return options
    }

    /// The columns of a kind; those of a custom resource come from its definition.
    mutating func tableDefinition(_ type: ResourceType) throws(KubectlError) -> TableDefinition {
        guard let definition = try definition(of: type) else { return Tables.table(for: type) }
        do { return try TableDefinition(definition: definition, version: type.version) } catch {
            throw .message(error.message)
        }
    }

    /// The objects in one of the forms that show them whole.
    private mutating func showObjects(_ result: ResourceResult, _ format: OutputFormat) throws(KubectlError) {
        var result = result
        if flags.bool("ignore-not-found") { result.errors.removeAll(where: \.isNotFound) }
        if let error = result.errors.first, result.isSingle { throw error }
        if result.infos.isEmpty, flags.bool("ignore-not-found") {
            if let error = KubectlError.joined(result.errors) { throw error }
            return
        }
        var printer = Printer(
            try style(format, allowed: OutputFormat.tableFormats), flags: flags)
        var objects = result.infos.map { Value.object($0.object ?? Object()) }
        if !flags.text("sort-by").isEmpty {
            objects = try ObjectSorting(flags.text("sort-by")).sorted(objects) { $0 }
        }
        let isAlone = result.isSingle && objects.count == 1
        let list: Value = [
            "apiVersion": "v1", "items": .array(objects), "kind": "List", "metadata": ["resourceVersion": ""],
        ]
        try show(isAlone ? objects[0] : list, with: &printer)
        if let error = KubectlError.joined(result.errors) { throw error }
    }
}

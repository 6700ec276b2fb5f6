import Documents
import KubeModel
import Shell

/// How a command prints objects: the name of what was done, or the object itself in some form.
struct Printer: Sendable {
    enum Style: Sendable {
        /// `deployment.apps/web created`
        case operation(String)
        case name, json, yaml, kyaml
        case jsonPath(JSONPath, asJSON: Bool)
        case template(GoTemplate)
        case columns(CustomColumns)
    }

    let style: Style
    /// ` (dry run)` and the like, after an operation.
    var suffix = ""
    var showsManagedFields = false
    /// Templates take a missing key for nothing rather than for an error.
    var allowsMissingKeys = true
    /// The order of members in JSON and KYAML, where the kind of the object does not say it.
    var order: MemberOrder?
    /// Documents of YAML printed so far.
    private var count = 0

    init(_ style: Style, suffix: String = "", flags: ParsedFlags) {
        self.style = style
        self.suffix = suffix
        showsManagedFields = flags.bool("show-managed-fields")
        allowsMissingKeys = flags.bool("allow-missing-template-keys")
    }
}

/// What a printer made of an object; a template may fail after it has written something.
struct PrintedText: Sendable {
    var text: String
    var failure: KubectlError?
}

extension Printer {
    /// The text of an object or a list; `isTyped` keeps the members of JSON in the order of the Go types.
    mutating func printed(_ value: Value, isTyped: Bool = false) -> PrintedText {
        do {
            if case .template(let template) = style { return printed(value, by: template) }
            return PrintedText(text: try text(of: value, isTyped: isTyped))
        } catch {
            return PrintedText(text: "", failure: error)
        }
    }

    private func printed(_ value: Value, by template: GoTemplate) -> PrintedText {
        let output = template.execute(value, allowMissingKeys: allowsMissingKeys)
        guard let failure = output.failure else { return PrintedText(text: output.text) }
        return PrintedText(
            text: output.text + template.report(of: failure, on: value),
            failure: .message("error executing template \(template.text.goQuoted): \(failure.message)"))
    }

    private mutating func text(of value: Value, isTyped: Bool) throws(KubectlError) -> String {
        switch style {
        case .operation(let operation):
            return Self.names(of: value).map { "\($0) \(operation)\(suffix)\n" }.joined()
        case .name: return Self.names(of: value).map { $0 + "\n" }.joined()
        case .json:
            let shown = visible(value)
            guard let order = order(of: shown, isTyped: isTyped) else {
                return JSON.encode(shown, style: .indented(4)) + "\n"
            }
            return TypedJSON.encode(shown, order: order, indentation: 4) + "\n"
        case .yaml:
            count += 1
            return (count > 1 ? "---\n" : "") + YAML.encode(visible(value))
        case .kyaml: return YAML.encodeKYAML(visible(value), order: order(of: value, isTyped: isTyped))
        case .jsonPath(let path, let asJSON):
            do { return asJSON ? try path.renderJSON(value) : try path.render(value) } catch {
                throw .message(path.report(of: error, on: value))
            }
        case .template(let template): return template.execute(value, allowMissingKeys: allowsMissingKeys).text
        case .columns(let columns): return try columns.text(of: value)
        }
    }

    private func order(of value: Value, isTyped: Bool) -> MemberOrder? {
        order ?? (isTyped ? TypedJSON.order(of: value) : nil)
    }

    /// Without the managed fields, unless they were asked for.
    private func visible(_ value: Value) -> Value {
        guard !showsManagedFields else { return value }
        var result = value
        if result["metadata"]?["managedFields"] != nil { result["metadata", "managedFields"] = nil }
        if case .array(let items)? = result["items"] { result["items"] = .array(items.map(visible)) }
        return result
    }

    /// `deployment.apps/web`, one for each item of a list.
    private static func names(of value: Value) -> [String] {
        guard case .object(let object) = value else { return [] }
        if case .array(let items)? = object["items"], object.kind.hasSuffix("List") {
            return items.flatMap { names(of: $0) }
        }
        let kind = GroupVersionKind(apiVersion: object.apiVersion, kind: object.kind)
        let name = kind.group.isEmpty ? kind.kind.lowercased() : "\(kind.kind.lowercased()).\(kind.group)"
        return ["\(name)/\(object.name.isEmpty ? "<unknown>" : object.name)"]
    }
}

extension KubectlContext {
    /// The printer that the flags ask for; without any, the name and what was done: `created`.
    func printer(operation: String, dryRun: DryRun) throws(KubectlError) -> Printer {
        let format = OutputFormat(flags)
        let style =
            format.name.isEmpty
            ? Printer.Style.operation(operation) : try style(format, allowed: OutputFormat.objectFormats)
        return Printer(style, suffix: dryRun.suffix, flags: flags)
    }

    /// Source: `k8s.io/cli-runtime/pkg/genericclioptions` `PrintFlags.ToPrinter`.
    func style(_ format: OutputFormat, allowed: [String]) throws(KubectlError) -> Printer.Style {
        switch format.name {
        case "json": return .json
        case "yaml": return .yaml
        case "kyaml": return .kyaml
        case "name": return .name
        case "jsonpath", "jsonpath-as-json", "jsonpath-file": return try jsonPathStyle(format)
        case "go-template", "go-template-file", "template", "templatefile": return try templateStyle(format)
        case "custom-columns" where allowed.contains(format.name):
            return .columns(try CustomColumns(specification: format.argument, hasHeadings: !flags.bool("no-headers")))
        case "custom-columns-file" where allowed.contains(format.name):
            if format.argument.isEmpty {
                throw .message("custom-columns-file format specified but no custom columns given")
            }
            let template = try templateFile(format, named: "template")
            return .columns(try CustomColumns(template: template, hasHeadings: !flags.bool("no-headers")))
        default:
            throw .message(
                "unable to match a printer suitable for the output format \(flags.text("output").goQuoted), allowed formats are: \(allowed.joined(separator: ","))"
            )
        }
    }

    private func jsonPathStyle(_ format: OutputFormat) throws(KubectlError) -> Printer.Style {
        guard !format.argument.isEmpty else { throw .message("template format specified but no template given") }
        let text = format.name == "jsonpath-file" ? try templateFile(format) : format.argument
        do {
            let path = try JSONPath.parse(text, allowMissingKeys: flags.bool("allow-missing-template-keys"))
            return .jsonPath(path, asJSON: format.name == "jsonpath-as-json")
        } catch {
            throw .message("error parsing jsonpath \(text), \(error.message)")
        }
    }

    private func templateStyle(_ format: OutputFormat) throws(KubectlError) -> Printer.Style {
        guard !format.argument.isEmpty else { throw .message("template format specified but no template given") }
        let text = format.name.hasSuffix("file") ? try templateFile(format) : format.argument
        do {
            return .template(try GoTemplate.parse(text))
        } catch {
            throw .message("error parsing template \(text), \(error.message)")
        }
    }

    private func templateFile(_ format: OutputFormat, named name: String = "--template") throws(KubectlError) -> String
    {
        do { return String(decoding: try readFile(format.argument), as: UTF8.self) } catch {
            throw .message("error reading \(name) \(format.argument), open \(format.argument): \(error.goReason)\n")
        }
    }

    /// Prints an object with a printer.
    mutating func show(_ object: Object, with printer: inout Printer, isTyped: Bool = false) throws(KubectlError) {
        try show(.object(object), with: &printer, isTyped: isTyped)
    }

    mutating func show(_ value: Value, with printer: inout Printer, isTyped: Bool = false) throws(KubectlError) {
        let printed = printer.printed(value, isTyped: isTyped)
        write(printed.text)
        if let failure = printed.failure { throw failure }
    }

    /// The object as a typed client writes it in one line.
    func typedText(of object: Object) -> String { TypedJSON.encode(.object(object)) }
}

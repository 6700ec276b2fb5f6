import Documents
import KubeAPI
import KubeModel

extension Command {
    static let explain = Command(
        name: "explain", group: .intermediate,
        usage:
            "TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] [-o|--output=plaintext|plaintext-openapiv2]",
        summary: "Describe fields and structure of various resources.",
        details: """
            Fields are named by a path: <type>.<fieldName>[.<fieldName>]. What is said of them is what the server's schema \
            says.

            \(suggestAPIResources)
            """,
        examples: """
            # The fields of a pod
            kubectl explain pods

            # All fields, without words
            kubectl explain pods --recursive

            # One field
            kubectl explain pods.spec.containers
            """,
        flags: [
            .text("api-version", "Use given api-version (group/version) of the resource."),
            .text(
                "output", "o", default: "plaintext",
                "Format in which to render the schema. Valid values are: (plaintext, plaintext-openapiv2)."
            )
            .offering(.words(["plaintext", "plaintext-openapiv2"])),
            .bool(
                "recursive", "R",
                "When true, print the name of all the fields recursively. Otherwise, print the available fields with their description."
            ),
        ],
        completion: .kinds,
        action: .run { context throws(KubectlError) in try context.runExplain() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/explain/explain.go`, `k8s.io/kubectl/pkg/explain/v2/templates/plaintext.tmpl`.
    fileprivate mutating func runExplain() throws(KubectlError) {
        if arguments.isEmpty {
            throw .message("You must specify the type of resource to explain. \(Command.suggestAPIResources)")
        }
        if arguments.count > 1 { throw .message("We accept only this format: explain RESOURCE") }
        let (type, path) = try explained(arguments[0])
        if !type.group.isEmpty { writeLine("GROUP:      \(type.group)") }
        writeLine("KIND:       \(type.kind)")
        writeLine("VERSION:    \(type.version)")
        writeLine("")
        var node = try rootNode(of: type)
        for (index, name) in path.enumerated() {
            guard let field = node.fields.first(where: { $0.name == name }) else {
                throw .message("field \(name.goQuoted) does not exist")
            }
            node = field.node()
            if index == path.count - 1 {
                writeLine("FIELD: \(name) <\(field.typeName)>\n")
            }
        }
        if !path.isEmpty, !node.values.isEmpty {
            writeLine("ENUM:\n" + node.values.map { "    \($0)" }.joined(separator: "\n"))
        }
        if !path.isEmpty { writeLine("") }
        show(node)
    }

    /// `deployment.spec.strategy`, with any name of the resource, also with its group.
    private func explained(_ argument: String) throws(KubectlError) -> (ResourceType, path: [String]) {
        let parts = argument.split(separator: ".").map(String.init)
        guard let word = parts.first, let found = connection.resources.resource(for: word) else {
            throw .noResourceType(parts.first ?? argument)
        }
        let version = flags.text("api-version")
        guard !version.isEmpty else {
            let wanted =
                parts.count > 1
                ? connection.resources.types.first {
                    $0.group == parts.dropFirst().joined(separator: ".") && $0.plural == found.plural
                } : nil
            return (wanted ?? found, wanted == nil ? Array(parts.dropFirst()) : [])
        }
        let kind = GroupVersionKind(apiVersion: version, kind: "")
        guard let type = connection.resources.type(plural: found.plural, group: kind.group, version: kind.version)
        else {
            throw .message("couldn't find resource for \"\(kind.group)/\(kind.version), Resource=\(found.plural)\"")
        }
        return (type, Array(parts.dropFirst()))
    }

    private mutating func rootNode(of type: ResourceType) throws(KubectlError) -> ExplainNode {
        if let schema = Schema.builtIn.type(type.schemaType) { return ExplainNode(schema, isRoot: true) }
        let definition = try definition(of: type)
        let version = definition?["spec"]?["versions"]?.array?.first { $0["name"]?.string == type.version }
        return ExplainNode(openAPI: version?["schema"]?["openAPIV3Schema"] ?? [:], isRoot: true)
    }

    private mutating func show(_ node: ExplainNode) {
        writeLine("DESCRIPTION:")
        if node.description.isEmpty {
            writeLine("    <empty>")
        } else {
            for line in Self.wrapped(node.description, width: 76) + [""] { writeLine("    " + line) }
        }
        guard !node.fields.isEmpty else { return }
        writeLine("FIELDS:")
        let isRecursive = flags.bool("recursive")
        for field in node.fields { show(field, indentation: 2, isRecursive: isRecursive, above: []) }
        if isRecursive { writeLine("") }
    }

    private mutating func show(_ field: ExplainField, indentation: Int, isRecursive: Bool, above: [String]) {
        let space = String(repeating: " ", count: indentation)
        writeLine("\(space)\(field.name)\t<\(field.typeName)>\(field.isRequired ? " -required-" : "")")
        let node = field.node()
        if !node.values.isEmpty { writeLine("\(space)enum: \(node.values.joined(separator: ", "))") }
        guard isRecursive else {
            let lines =
                node.description.isEmpty
                ? ["<no description>"] : Self.wrapped(node.description, width: 76 - indentation)
            for line in lines { writeLine("\(space)  \(line)") }
            return writeLine("")
        }
        // A type within itself, as in JSON schemas, is not followed for ever.
        if above.contains(field.typeName) { return }
        for child in node.fields {
            show(child, indentation: indentation + 2, isRecursive: true, above: above + [field.typeName])
        }
    }

    /// Lines of at most so many letters, broken at spaces.
    static func wrapped(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            var lines: [String] = [""]
            for word in paragraph.split(separator: " ") {
                if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + 1 + word.count > width {
                    lines.append("")
                }
                lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
            }
            return lines
        }
    }
}

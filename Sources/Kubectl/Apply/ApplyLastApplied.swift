import Documents
import KubeAPI
import KubeModel

extension Command {
    static let applyViewLastApplied = Command(
        name: "view-last-applied", group: .subcommands, usage: "(TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME)",
        summary: "View the latest last-applied-configuration annotations by type/name or file.",
        examples: """
            # What was applied last to a deployment
            kubectl apply view-last-applied deployment/web
            """,
        flags: Flag.filename("that contains the last-applied-configuration annotations") + [
            .text("output", "o", default: "yaml", "Output format. Must be one of (yaml, json)").offering(
                .words(["yaml", "json"])),
            .selector, .all("Select all resources in the namespace of the specified resource types"),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.viewLastApplied() })

    static let applySetLastApplied = Command(
        name: "set-last-applied", group: .subcommands, usage: "-f FILENAME",
        summary: "Set the latest last-applied-configuration annotations to match the contents of a file.",
        details: "Nothing else of the object is changed.",
        examples: """
            # As if the file had been applied
            kubectl apply set-last-applied -f deploy.yaml
            """,
        flags: [Flag.filename("that contains the last-applied-configuration annotations")[0]] + Flag.printing + [
            .dryRun,
            .bool(
                "create-annotation",
                "Will create 'last-applied-configuration' annotations if current objects doesn't have one"),
        ],
        action: .run { context throws(KubectlError) in try context.setLastApplied() })

    static let applyEditLastApplied = Command(
        name: "edit-last-applied", group: .subcommands, usage: "(RESOURCE/NAME | -f FILENAME)",
        summary: "Edit the latest last-applied-configuration annotations of resources with the default editor.",
        examples: """
            # Correct what apply remembers of a deployment
            kubectl apply edit-last-applied deployment/web
            """,
        flags: Flag.filename("to use to edit the resource") + Flag.printing + [
            .fieldManager("kubectl-client-side-apply"), .validate,
            .bool("windows-line-endings", "Defaults to the line ending native to your platform."),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.editObjects(.lastApplied) })
}

extension KubectlContext {
    fileprivate mutating func viewLastApplied() throws(KubectlError) {
        let output = flags.text("output")
        guard output == "yaml" || output == "json" else {
            throw .usage("Unexpected -o output mode: \(output), the flag 'output' must be one of yaml|json")
        }
        var query = query()
        query.fetchesLatest = true
        var texts: [String] = []
        for info in try find(query).checked().infos {
            if let text = info.object?.annotations[Object.lastAppliedAnnotation]?.string { texts.append(text) }
        }
        for text in texts {
            if output == "json" {
                write(Self.indented(text.trimmed) + "\n")
                continue
            }
            do { write(YAML.encode(try JSON.parse(text))) } catch { throw .message(error.message) }
        }
    }

    /// JSON laid out with two spaces a level, its members in the order in which they stand.
    ///
    /// Source: Go's `json.Indent`.
    private static func indented(_ text: String) -> String {
        var result: [UInt8] = []
        var level = 0
        var isInString = false, isEscaped = false
        var previous: UInt8 = 0
        func newLine() { result.append(10); result += Array(repeating: 32, count: 2 * level) }
        for byte in text.utf8 {
            if isInString {
                result.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                previous = byte
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if previous == UInt8(ascii: "{") || previous == UInt8(ascii: "[") { newLine() }
                result.append(byte)
                level += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                level -= 1
                if previous != UInt8(ascii: "{"), previous != UInt8(ascii: "[") { newLine() }
                result.append(byte)
            case UInt8(ascii: ","):
                result.append(byte)
                newLine()
            case UInt8(ascii: ":"): result += [byte, 32]
            default:
                if previous == UInt8(ascii: "{") || previous == UInt8(ascii: "[") { newLine() }
                result.append(byte)
                isInString = byte == UInt8(ascii: "\"")
            }
            previous = byte
        }
        return String(decoding: result, as: UTF8.self)
    }

    fileprivate mutating func setLastApplied() throws(KubectlError) {
        if query([]).files.isEmpty { throw .message(Self.missingResource) }
        let dryRun = try dryRun()
        var printer = try printer(operation: "configured", dryRun: dryRun)
        for info in try find(query([])).checked().infos {
            let manifest = info.object ?? Object()
            let live = try get(info)
            let text = JSON.encode(.object(manifest)) + "\n"
            let earlier = live.annotations[Object.lastAppliedAnnotation]?.string
            if earlier == nil, !flags.bool("create-annotation") {
                throw .message(
                    "no last-applied-configuration annotation found on resource: \(info.name), to create the annotation, run the command with --create-annotation"
                )
            }
            if earlier == text {
                printError("set-last-applied \(info.name): no changes required.")
                continue
            }
            var object = live
            object.annotations[Object.lastAppliedAnnotation] = .string(text)
            if dryRun != .client {
                let patch: Value = ["metadata": ["annotations": [Object.lastAppliedAnnotation: .string(text)]]]
                object = try self.patch(
                    info, .merge, patch, WriteOptions(dryRun: dryRun, fieldManager: "kubectl-last-applied"))
            }
            try show(object, with: &printer)
        }
    }
}

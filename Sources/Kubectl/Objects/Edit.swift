import Documents
import KubeAPI
import KubeModel
import Shell

extension Command {
    static let edit = Command(
        name: "edit", group: .intermediate, usage: "(RESOURCE/NAME | -f FILENAME)",
        summary: "Edit a resource from the default editor.",
        details: """
            The editor is that of the variables KUBE_EDITOR or EDITOR. The format is YAML, or JSON with -o json. If the server \
            refuses the change the editor opens again, with the reason on top of the file.
            """,
        examples: """
            # A service
            kubectl edit svc/web

            # With another editor
            KUBE_EDITOR="nano" kubectl edit deployment/web
            """,
        flags: Flag.filename("to use to edit the resource") + Flag.printing + [
            .fieldManager("kubectl-edit"), .saveConfig, .validate, .subresource(["status"]),
            .bool("output-patch", "Output the patch if the resource is edited."),
            .bool("windows-line-endings", "Defaults to the line ending native to your platform."), .record,
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.editObjects(.live) })
}

/// What an edit changes: the object itself, or what apply remembers of it.
enum EditTarget {
    case live, lastApplied
}

extension KubectlContext {
    private static let attemptsMax = 20

    /// Source: `k8s.io/kubectl/pkg/cmd/util/editor/editoptions.go`.
    mutating func editObjects(_ target: EditTarget) throws(KubectlError) {
        var query = query()
        query.fetchesLatest = true
        let infos = try find(query).checked().infos
        guard edit != nil else {
            let editor = variable("KUBE_EDITOR") ?? variable("EDITOR") ?? "vi"
            throw .message("unable to launch the editor \(editor.goQuoted)")
        }
        for info in infos { try edit(info, target) }
    }

    private mutating func edit(_ info: ResourceInfo, _ target: EditTarget) throws(KubectlError) {
        let original = try editable(info, target)
        let body = text(of: original)
        var shown = body
        var problem = ""
        var previous: String?
        for _ in 0..<Self.attemptsMax {
            guard let answer = edit?(Array((Self.header(problem) + shown).utf8)) else {
                throw .message("unable to launch the editor")
            }
            let edited = Self.withoutComments(String(decoding: answer, as: UTF8.self))
            if edited == body || edited.trimmed.isEmpty, problem.isEmpty {
                return writeLine("Edit cancelled, no changes made.")
            }
            if let previous, previous == edited { return try giveUp(edited) }
            do {
                try save(edited, original, info, target)
                return
            } catch {
                previous = edited
                shown = edited
                problem = error.report(path: call.path)
            }
        }
        try giveUp(previous ?? body)
    }

    private mutating func giveUp(_ text: String) throws(KubectlError) {
        let path = "/tmp/kubectl-edit-\(UInt64(bitPattern: now.microseconds) % 4_000_000_000).yaml"
        do { try files.write(Array(text.utf8), to: path, append: false) } catch {
            throw .message("Edit cancelled, no valid changes were saved.")
        }
        printError("A copy of your changes has been stored to \(path.goQuoted)")
        throw .message("Edit cancelled, no valid changes were saved.")
    }

    private func editable(_ info: ResourceInfo, _ target: EditTarget) throws(KubectlError) -> Object {
        var object = info.object ?? Object()
        if target == .lastApplied {
            guard let text = object.annotations[Object.lastAppliedAnnotation]?.string else {
                throw .message("the last-applied-configuration annotation is not found on \(info.resourceName)")
            }
            do { return try JSON.parse(text).object ?? Object() } catch { throw .message(error.message) }
        }
        object["metadata", "managedFields"] = nil
        return object
    }

    private func text(of object: Object) -> String {
        flags.text("output") == "json"
            ? JSON.encode(.object(object), style: .indented(4)) + "\n" : YAML.encode(.object(object))
    }

    private static func header(_ problem: String) -> String {
        let lines = [
            "# Please edit the object below. Lines beginning with a '#' will be ignored,",
            "# and an empty file will abort the edit. If an error occurs while saving this file will be",
            "# reopened with the relevant failures.", "#",
        ]
        let reasons = problem.split(separator: "\n").map { "# \($0)" }
        return (lines + (reasons.isEmpty ? [] : reasons + ["#"])).joined(separator: "\n") + "\n"
    }

    private static func withoutComments(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    }

    private mutating func save(_ text: String, _ original: Object, _ info: ResourceInfo, _ target: EditTarget)
        throws(KubectlError)
    {
        let value: Value
        do { value = try YAML.parse(text) } catch { throw .message("error parsing edited-file: \(error.message)") }
        guard case .object(let edited) = value else {
            throw .message("error parsing edited-file: the file holds no object")
        }
        if edited.name != original.name || edited.kind != original.kind || edited.apiVersion != original.apiVersion {
            throw .message("At least one of apiVersion, kind and name was changed")
        }
        let options = WriteOptions(fieldManager: flags.text("field-manager"), validation: try validation())
        var printer = try printer(operation: "edited", dryRun: .none)
        if edited == original { return writeLine("Edit cancelled, no changes made.") }
        var info = info
        info.subresource = flags.text("subresource")
        let saved: Object
        if target == .lastApplied {
            let patch: Value = [
                "metadata": ["annotations": [Object.lastAppliedAnnotation: .string(JSON.encode(value) + "\n")]]
            ]
            saved = try self.patch(info, .merge, patch, options)
        } else {
            saved = try patch(info, from: original, to: edited, options)
        }
        try show(saved, with: &printer)
    }
}

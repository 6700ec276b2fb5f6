import Documents
import KubeModel

extension Command {
    static let setSelector = Command(
        name: "selector", group: .subcommands,
        usage: "(-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version]",
        summary:
            "Set the selector on a resource. Note that the new selector will overwrite the old selector if the resource had one prior to the invocation of 'set selector'.",
        examples: """
            # Other pods for a service
            kubectl set selector service web app=web,tier=front
            """,
        flags: Flag.setting(Flag.filenameOfManifests("identifying the resource.")).filter { $0.name != "selector" } + [
            .record,
            .text(
                "resource-version",
                "If non-empty, the selectors update will only succeed if this is the current resource-version for the object."
            ),
        ],
        completion: .names("services"),
        action: .run { context throws(KubectlError) in try context.runSetSelector() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/set/set_selector.go`.
    fileprivate mutating func runSetSelector() throws(KubectlError) {
        guard let expression = arguments.last else { throw .message("one selector is required") }
        let selector = try selectorValue(expression)
        let infos = try settable(Array(arguments.dropLast()))
        try change(infos, SetOperation(name: "selector updated", failure: "", records: true)) {
            object, info, context throws(KubectlError) in
            guard info.type.kind == "Service" else {
                throw .message("setting a selector is only supported for Services")
            }
            if let expressions = selector["matchExpressions"]?.array, !expressions.isEmpty {
                throw .message("match expression \(expressions.goValues) not supported on this object")
            }
            object["spec", "selector"] = selector["matchLabels"] ?? [:]
            let version = context.flags.text("resource-version")
            if !version.isEmpty { object["metadata", "resourceVersion"] = .string(version) }
        }
    }
}

extension [Value] {
    /// Requirements as Go's `%v` prints them: `[{a In [b c]}]`.
    var goValues: String { goRequirements { "{\($0) \($1) \($2)}" } }

    /// Requirements as Go's `%+v` prints them: `[{Key:a Operator:In Values:[b c]}]`.
    var goRequirements: String { goRequirements { "{Key:\($0) Operator:\($1) Values:\($2)}" } }

    private func goRequirements(_ text: (String, String, String) -> String) -> String {
        let texts = map { requirement in
            let values = (requirement["values"]?.array ?? []).compactMap(\.string).joined(separator: " ")
            return text(requirement["key"]?.string ?? "", requirement["operator"]?.string ?? "", "[\(values)]")
        }
        return "[\(texts.joined(separator: " "))]"
    }
}

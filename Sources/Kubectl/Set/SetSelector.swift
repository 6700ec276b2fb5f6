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
        let expressions = arguments.filter { $0.contains("=") || $0.contains(" ") }
        let resources = arguments.filter { !expressions.contains($0) }
        guard let expression = expressions.first, expressions.count == 1 || arguments.last == expressions.last else {
            throw .message("one selector is required")
        }
        if resources.isEmpty, flags.list("filename").isEmpty {
            throw .message("one or more resources must be specified as <resource> <name> or <resource>/<name>")
        }
        let selector = try selectorValue(expression)
        let infos = try settable(resources)
        if infos.count != 1 {
            throw .message("multiple resources provided")
        }
        try change(infos, SetOperation(name: "selector updated", failure: "", records: true)) {
            object, info, context throws(KubectlError) in
            guard info.type.kind == "Service" else {
                throw .message("setting a selector is only supported for Services")
            }
            if selector["matchExpressions"]?.array?.isEmpty == false {
                throw .message(
                    "match expression \(JSON.encode(selector["matchExpressions"] ?? .null)) not supported on this object"
                )
            }
            object["spec", "selector"] = selector["matchLabels"] ?? [:]
            let version = context.flags.text("resource-version")
            if !version.isEmpty { object["metadata", "resourceVersion"] = .string(version) }
        }
    }
}

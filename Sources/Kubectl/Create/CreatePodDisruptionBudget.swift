import Documents
import KubeModel

extension Command {
    static let createPodDisruptionBudget = generator(
        "poddisruptionbudget", aliases: ["pdb"],
        usage: "NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none]",
        summary:
            "Create a pod disruption budget with the specified name, selector, and desired minimum available pods.",
        examples: """
            # At least one pod with the label app=web stays
            kubectl create poddisruptionbudget web --selector=app=web --min-available=1

            # At most a quarter of them goes
            kubectl create pdb web --selector=app=web --max-unavailable=25%
            """,
        flags: [
            .text("min-available", "The minimum number or percentage of available pods this budget requires."),
            .text("max-unavailable", "The maximum number or percentage of unavailable pods this budget requires."),
            .text(
                "selector",
                "A label selector to use for this budget. Only equality-based selector requirements are supported."),
        ], failure: "failed to create poddisruptionbudgets: "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let flags = context.flags
        let selector = flags.text("selector")
        if selector.isEmpty { throw .message("a selector must be specified") }
        let min = flags.text("min-available"), max = flags.text("max-unavailable")
        if min.isEmpty, max.isEmpty { throw .message("one of min-available or max-unavailable must be specified") }
        if !min.isEmpty, !max.isEmpty { throw .message("min-available and max-unavailable cannot be both specified") }
        guard isCount(min + max) else {
            throw .message("invalid format specified for \(min.isEmpty ? "max-unavailable" : "min-available")")
        }
        let count = Int(min + max).map { Value($0) } ?? .string(min + max)
        return [
            "apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": ["name": .string(name)],
            "spec": [
                min.isEmpty ? "maxUnavailable" : "minAvailable": count,
                "selector": try context.selectorValue(selector),
            ],
            "status": ["currentHealthy": 0, "desiredHealthy": 0, "disruptionsAllowed": 0, "expectedPods": 0],
        ]
    }

    /// `10`, `30%`
    private static func isCount(_ text: String) -> Bool {
        let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
    }
}

extension KubectlContext {
    /// A selector as objects hold it: `matchLabels`, and `matchExpressions` for what is no equality.
    func selectorValue(_ text: String) throws(KubectlError) -> Value {
        let selector: LabelSelector
        do { selector = try LabelSelector.parsed(text) } catch {
            throw .message("couldn't parse the selector string \(text.goQuoted): \(error.message)")
        }
        return try selector.value()
    }
}

import Documents

extension Command {
    static let createPriorityClass = generator(
        "priorityclass", aliases: ["pc"],
        usage: "NAME --value=VALUE --global-default=BOOL [--dry-run=server|client|none]",
        summary: "Create a priority class with the specified name, value, globalDefault and description.",
        examples: """
            # For what must run
            kubectl create priorityclass high --value=1000 --description="important work"

            # For all pods that name none
            kubectl create priorityclass normal --value=10 --global-default=true
            """,
        flags: [
            .integer("value", bits: 32, "the value of this priority class."),
            .bool("global-default", "If true, this PriorityClass is the default priority of pods that name none."),
            .text("description", "An arbitrary string that usually says when this priority class should be used."),
            .text(
                "preemption-policy", default: "PreemptLowerPriority",
                "The policy for preempting pods with lower priority."
            )
            .offering(.words(["PreemptLowerPriority", "Never"])),
        ], failure: "failed to create priorityclass: "
    ) { context throws(KubectlError) in
        var object: Object = [
            "apiVersion": "scheduling.k8s.io/v1", "kind": "PriorityClass",
            "metadata": ["name": .string(try context.nameArgument())], "value": Value(context.flags.integer("value")),
            "preemptionPolicy": .string(context.flags.text("preemption-policy")),
        ]
        if context.flags.bool("global-default") { object["globalDefault"] = true }
        let description = context.flags.text("description")
        if !description.isEmpty { object["description"] = .string(description) }
        return object
    }
}

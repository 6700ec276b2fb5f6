import Documents

extension Command {
    static let rolloutPause = Command(
        name: "pause", group: .subcommands, usage: "RESOURCE", summary: "Mark the provided resource as paused.",
        details: "Changes to a paused deployment roll out only when it is resumed. Only deployments can be paused.",
        examples: """
            # Several changes, one rollout
            kubectl rollout pause deployment/web
            """,
        flags: Flag.filename("identifying the resource to get from a server.") + Flag.printing + [
            .fieldManager("kubectl-rollout"), .selector,
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in
            try context.runRolloutSwitch(
                RolloutSwitch(operation: "paused", activity: "pausing", kinds: ["Deployment"]) {
                    object, _ throws(KubectlError) in
                    if object["spec"]?["paused"]?.bool == true { throw .message("is already paused") }
                    object["spec", "paused"] = true
                })
        })

    static let rolloutResume = Command(
        name: "resume", group: .subcommands, usage: "RESOURCE", summary: "Resume a paused resource.",
        details: "What was changed while it was paused rolls out now. Only deployments can be resumed.",
        examples: """
            # Let the changes out
            kubectl rollout resume deployment/web
            """,
        flags: Flag.filename("identifying the resource to get from a server.") + Flag.printing + [
            .fieldManager("kubectl-rollout"), .selector,
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in
            try context.runRolloutSwitch(
                RolloutSwitch(operation: "resumed", activity: "resuming", kinds: ["Deployment"]) {
                    object, _ throws(KubectlError) in
                    if object["spec"]?["paused"]?.bool != true { throw .message("is not paused") }
                    object["spec", "paused"] = nil
                })
        })
}

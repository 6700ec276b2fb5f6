import Documents
import KubeModel

extension Command {
    static let rolloutRestart = Command(
        name: "restart", group: .subcommands, usage: "RESOURCE", summary: "Restart a resource.",
        details: "The pods are replaced as in any rollout, for their template gets a new annotation.",
        examples: """
            # One deployment
            kubectl rollout restart deployment/web

            # All deployments with a label
            kubectl rollout restart deployment --selector=app=web
            """,
        flags: Flag.filename("identifying the resource to get from a server.") + Flag.printing + [
            .fieldManager("kubectl-rollout"), .selector,
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in
            let action = RolloutSwitch(
                operation: "restarted", activity: "restarting", kinds: ["Deployment", "DaemonSet", "StatefulSet"]
            ) { object, now throws(KubectlError) in
                if object["spec"]?["paused"]?.bool == true {
                    throw .message("can't restart paused deployment (run rollout resume first)")
                }
                object["spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt"] = .string(
                    now.rfc3339)
            }
            try context.runRolloutSwitch(action)
        })
}

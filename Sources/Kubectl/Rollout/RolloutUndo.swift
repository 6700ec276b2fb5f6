import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension Command {
    static let rolloutUndo = Command(
        name: "undo", group: .subcommands, usage: "(TYPE NAME | TYPE/NAME) [flags]",
        summary: "Roll back to a previous rollout.",
        examples: """
            # The revision before
            kubectl rollout undo deployment/web

            # A certain one
            kubectl rollout undo deployment/web --to-revision=3
            """,
        flags: Flag.filename("identifying the resource to get from a server.") + Flag.printing + [
            .dryRun, .selector, .integer("to-revision", "The revision to rollback to. Default to 0 (last revision)."),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runRolloutUndo() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/rollout/rollout_undo.go`.
    fileprivate mutating func runRolloutUndo() throws(KubectlError) {
        let dryRun = try dryRun()
        let result = try rollouts().checked()
        for info in result.infos {
            if info.object?.annotations[Object.lastAppliedAnnotation] != nil {
                warn(
                    "resource \(info.resourceName) was previously managed with 'kubectl apply'. Rolling back will not update the kubectl.kubernetes.io/last-applied-configuration annotation, which may cause unexpected behavior on future 'kubectl apply' operations. Consider using 'kubectl apply' with your previous configuration file instead."
                )
            }
            guard let history = try RolloutHistory(of: info, in: &self) else {
                throw .message("no rollbacker has been implemented for \(info.type.kind.goQuoted)")
            }
            let answer = try rollBack(info, history, dryRun)
            var printer = try printer(operation: answer, dryRun: dryRun)
            try show(info.object ?? Object(), with: &printer)
        }
    }

    /// What was done: `rolled back`, or why there was nothing to do.
    private mutating func rollBack(_ info: ResourceInfo, _ history: RolloutHistory, _ dryRun: DryRun)
        throws(KubectlError) -> String
    {
        let wanted = flags.integer("to-revision")
        let isDeployment = info.type.kind == "Deployment"
        let revision = try revision(wanted, history, info)
        if dryRun == .client { return Describers.podTemplate(revision.template) }
        let object = info.object ?? Object()
        if isDeployment, object["spec"]?["paused"]?.bool == true {
            throw .message(
                "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume deployment/\(info.name)' and try again"
            )
        }
        var template = isDeployment ? revision.object["spec"]?["template"] ?? [:] : revision.template
        template["metadata", "labels", "pod-template-hash"] = nil
        if template == object["spec"]?["template"] {
            return
                "skipped rollback (current template already matches revision \(wanted > 0 ? wanted : revision.number))"
        }
        let options = WriteOptions(dryRun: dryRun, fieldManager: "kubectl-rollout", validation: .warn)
        if isDeployment {
            _ = try patch(info, .json, Self.rollbackPatch(template, revision.object, object), options)
        } else {
            _ = try patch(info, .strategicMerge, revision.object["data"] ?? [:], options)
        }
        return "rolled back"
    }

    private func revision(_ wanted: Int, _ history: RolloutHistory, _ info: ResourceInfo) throws(KubectlError)
        -> RolloutHistory.Revision
    {
        if wanted != 0 {
            if let found = history.revision(wanted) { return found }
            throw .message("unable to find specified revision \(wanted) in history")
        }
        if let previous = history.revisions.dropLast().last { return previous }
        throw .message(
            info.type.kind == "Deployment"
                ? "no rollout history found for deployment \(info.name.goQuoted)" : "no last revision to roll back to")
    }

    /// Template and annotations as they were; those of kubectl and the controller stay as they are.
    ///
    /// Source: `k8s.io/kubectl/pkg/polymorphichelpers/rollback.go`.
    private static func rollbackPatch(_ template: Value, _ set: Object, _ deployment: Object) -> Value {
        let kept: Set<String> = [
            Object.lastAppliedAnnotation, RolloutHistory.revisionAnnotation,
            "deployment.kubernetes.io/revision-history", "deployment.kubernetes.io/desired-replicas",
            "deployment.kubernetes.io/max-replicas", "deprecated.deployment.rollback.to",
        ]
        var annotations = Object(deployment.annotations.filter { kept.contains($0.0) }.map { ($0, $1) })
        for (key, value) in set.annotations where !kept.contains(key) { annotations[key] = value }
        return [
            ["op": "replace", "path": "/spec/template", "value": template],
            ["op": "replace", "path": "/metadata/annotations", "value": .object(annotations)],
        ]
    }
}

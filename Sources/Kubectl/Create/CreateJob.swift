import Documents
import KubeModel

extension Command {
    static let createJob = generator(
        "job", usage: "NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]",
        summary: "Create a job with the specified name.",
        examples: """
            # A job that runs one command
            kubectl create job hello --image=busybox -- echo hello

            # A run of a cron job, now
            kubectl create job report-now --from=cronjob/report
            """,
        flags: [
            .text("image", "Image name to run."),
            .text("from", "The name of the resource to create a Job from (only cronjob is supported)."),
        ], failure: "failed to create job: "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let command = Array(context.arguments.dropFirst())
        let image = context.flags.text("image")
        let from = context.flags.text("from")
        guard image.isEmpty != from.isEmpty else { throw .message("either --image or --from must be specified") }
        if !from.isEmpty, !command.isEmpty { throw .message("cannot specify --from and command") }
        if from.isEmpty { return Jobs.job(name, image: image, command: command) }
        return try context.job(name, from: from)
    }
}

/// Jobs and their templates as the generators make them.
enum Jobs {
    static func job(_ name: String, image: String, command: [String]) -> Object {
        [
            "apiVersion": "batch/v1", "kind": "Job", "metadata": ["name": .string(name)],
            "spec": ["template": template(name, image: image, command: command, restartPolicy: "Never")],
            "status": [:],
        ]
    }

    static func template(_ name: String, image: String, command: [String], restartPolicy: String) -> Value {
        var container: Object = ["image": .string(image), "name": .string(name), "resources": [:]]
        if !command.isEmpty { container["command"] = Value(command) }
        return [
            "metadata": [:],
            "spec": ["containers": [.object(container)], "restartPolicy": .string(restartPolicy)],
        ]
    }
}

extension KubectlContext {
    /// A job as the controller of a cron job would make it, marked as started by hand.
    fileprivate mutating func job(_ name: String, from source: String) throws(KubectlError) -> Object {
        var query = ResourceQuery()
        query.arguments = [source]
        query.namespace = namespace
        let found = try find(query).checked().infos
        guard found.count == 1, let cronJob = found[0].object else {
            throw .message("from must be an existing cronjob")
        }
        guard found[0].type.kind == "CronJob" else {
            throw .message("unknown object type *\(found[0].type.version).\(found[0].type.kind)")
        }
        let template = cronJob["spec"]?["jobTemplate"] ?? [:]
        var annotations = template["metadata"]?["annotations"]?.object ?? [:]
        annotations["cronjob.kubernetes.io/instantiate"] = annotations["cronjob.kubernetes.io/instantiate"] ?? "manual"
        var metadata: Object = ["name": .string(name), "annotations": .object(annotations)]
        metadata["labels"] = template["metadata"]?["labels"]
        metadata["ownerReferences"] = [
            [
                "apiVersion": "batch/v1", "kind": "CronJob", "name": .string(cronJob.name), "uid": .string(cronJob.uid),
                "controller": true,
            ]
        ]
        return [
            "apiVersion": "batch/v1", "kind": "Job", "metadata": .object(metadata), "spec": template["spec"] ?? [:],
            "status": [:],
        ]
    }
}

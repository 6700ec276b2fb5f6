import Documents

extension Command {
    static let createCronJob = generator(
        "cronjob", aliases: ["cj"], usage: "NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] [flags]",
        summary: "Create a cron job with the specified name.",
        examples: """
            # Every five minutes
            kubectl create cronjob tick --image=busybox --schedule="*/5 * * * *" -- date
            """,
        flags: [
            Flag.text("image", "Image name to run.").required,
            Flag.text("schedule", "A schedule in the Cron format the job should be run with.").required,
            .text("restart", "Job's restart policy. Supported values: OnFailure, Never.")
                .offering(.words(["OnFailure", "Never"])),
        ], failure: "failed to create cronjob: "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let restart = context.flags.text("restart")
        return [
            "apiVersion": "batch/v1", "kind": "CronJob", "metadata": ["name": .string(name)],
            "spec": [
                "jobTemplate": [
                    "metadata": ["name": .string(name)],
                    "spec": [
                        "template": Jobs.template(
                            name, image: context.flags.text("image"), command: Array(context.arguments.dropFirst()),
                            restartPolicy: restart.isEmpty ? "OnFailure" : restart)
                    ],
                ],
                "schedule": .string(context.flags.text("schedule")),
            ],
            "status": [:],
        ]
    }
}

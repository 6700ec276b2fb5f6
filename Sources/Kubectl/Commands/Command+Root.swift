extension Command {
    /// kubectl itself. A new verb is one file with its `Command` and one line here.
    package static let root: Command = Command(
        name: "kubectl",
        summary: "kubectl controls the Kubernetes cluster manager.",
        details: "Find more information at: https://kubernetes.io/docs/reference/kubectl/",
        subcommands: [
            .create, .expose, .run, .set,
            .explain, .get, .edit, .delete,
            .rollout, .scale, .autoscale,
            .certificate, .clusterInfo, .top, .cordon, .uncordon, .drain, .taint,
            .describe, .logs, .attach, .exec, .portForward, .proxy, .cp, .auth, .debug, .events,
            .diff, .apply, .patch, .replace, .wait, .kustomize,
            .label, .annotate, .completion,
            .apiResources, .apiVersions, .config, .kuberc, .plugin, .version,
            .alpha, .help, .options,
        ],
        action: .help)
}

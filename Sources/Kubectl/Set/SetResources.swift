import Documents

extension Command {
    static let setResources = Command(
        name: "resources", group: .subcommands,
        usage: "(-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS]",
        summary: "Specify compute resource requirements (CPU, memory) for any resource that defines a pod template.",
        details:
            "If a pod is successfully scheduled, it is guaranteed the amount of resource requested, but may burst up to its specified limits.",
        examples: """
            # Limits of one container
            kubectl set resources deployment web -c=nginx --limits=cpu=200m,memory=512Mi

            # Requests and limits of all containers
            kubectl set resources deployment web --limits=cpu=200m,memory=512Mi --requests=cpu=100m,memory=256Mi
            """,
        flags: Flag.setting("identifying the resource to get from a server.") + [
            .record,
            .text(
                "containers", "c", default: "*",
                "The names of containers in the selected pod templates to change, all containers are selected by default - may use wildcards"
            ),
            .text("limits", "The resource requirement limits for this container, as 'cpu=100m,memory=256Mi'."),
            .text("requests", "The resource requirement requests for this container, as 'cpu=100m,memory=256Mi'."),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runSetResources() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/set/set_resources.go`.
    fileprivate mutating func runSetResources() throws(KubectlError) {
        let dryRun = try dryRun()
        let infos = try settable(arguments)
        try checkSetFlags(dryRun)
        let limits = flags.text("limits"), requests = flags.text("requests"), name = flags.text("containers")
        if limits.isEmpty, requests.isEmpty {
            throw .message("you must specify an update to requests or limits (in the form of --requests/--limits)")
        }
        let wanted = [("limits", try Quantities.parse(limits)), ("requests", try Quantities.parse(requests))]
        let operation = SetOperation(
            name: "resource requirements updated", failure: "failed to patch resources update to pod template ",
            records: true)
        try change(infos, operation) { object, info, _ throws(KubectlError) in
            let path = try PodSpecPath.required(info)
            let isFound = try object.changeContainers(at: path + ["containers"], matching: name) { container in
                for (kind, quantities) in wanted {
                    for (resource, quantity) in quantities { container["resources", kind, resource] = quantity }
                }
            }
            if !isFound { throw .message("error: unable to find container named \(name)") }
        }
    }
}

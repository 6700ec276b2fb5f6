import Documents
import KubeModel

extension Command {
    static let set = Command(
        name: "set", group: .beginner, usage: "SUBCOMMAND", summary: "Configure application resources.",
        details: "These commands help you make changes to existing application resources.",
        subcommands: [.setEnv, .setImage, .setResources, .setSelector, .setServiceAccount, .setSubject], action: .group)

    static let setImage = Command(
        name: "image", group: .subcommands,
        usage: "(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N",
        summary: "Update existing container image(s) of resources.",
        details:
            "Possible resources are: pod (po), replicationcontroller (rc), deployment (deploy), daemonset (ds), statefulset (sts), cronjob (cj), replicaset (rs).",
        examples: """
            # The image of one container
            kubectl set image deployment/web nginx=nginx:1.27

            # The image of all containers
            kubectl set image daemonset agent '*=agent:2.0'
            """,
        flags: Flag.setting("identifying the resource to get from a server.") + [.record],
        completion: .containerAssignments,
        action: .run { context throws(KubectlError) in try context.runSetImage() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/set/set_image.go`.
    fileprivate mutating func runSetImage() throws(KubectlError) {
        let dryRun = try dryRun()
        let arguments = try ResourcePairs(arguments, what: "image")
        let images = try arguments.parsed(what: "image", canRemove: false).set
        let infos = try settable(arguments.resources)
        try checkSetFlags(dryRun)
        if images.isEmpty { throw .message("at least one image update is required") }
        if images.count > 1, images.contains(where: { $0.key == "*" }) {
            throw .message(
                "all containers are already specified by *, but saw more than one container_name=container_image pairs")
        }
        let operation = SetOperation(
            name: "image updated", failure: "failed to patch image update to pod template: ", records: true)
        try change(infos, operation) { object, info, _ throws(KubectlError) in
            let path = try PodSpecPath.required(info)
            var errors: [KubectlError] = []
            for (name, image) in images {
                var isFound = false
                for list in ["initContainers", "containers"] {
                    let pattern = name == "*" ? name : name.replacing("*", with: "\\*")
                    if try object.changeContainers(
                        at: path + [list], matching: pattern, by: { $0["image"] = .string(image) })
                    {
                        isFound = true
                    }
                }
                if !isFound { errors.append(.message("error: unable to find container named \(name.goQuoted)")) }
            }
            if let error = KubectlError.joined(errors) { throw error }
        }
    }
}

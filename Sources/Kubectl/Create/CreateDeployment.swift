import Documents
import KubeModel

extension Command {
    static let createDeployment = generator(
        "deployment", aliases: ["deploy"], usage: "NAME --image=image -- [COMMAND] [args...]",
        summary: "Create a deployment with the specified name.",
        examples: """
            # Three replicas of a web server that listens on port 80
            kubectl create deployment web --image=nginx:1.27 --replicas=3 --port=80

            # A command instead of the image's own
            kubectl create deployment sleeper --image=busybox -- sleep 3600

            # Only the manifest
            kubectl create deployment web --image=nginx:1.27 --dry-run=client -o yaml
            """,
        flags: [
            Flag.list("image", "Image names to run. A deployment can have several images set for multi-container pods.")
                .required,
            .integer("port", default: -1, bits: 32, "The containerPort that this deployment exposes."),
            .integer("replicas", "r", default: 1, bits: 32, "Number of replicas to create."),
        ], failure: "failed to create deployment: "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let images = context.flags.list("image")
        let command = Array(context.arguments.dropFirst())
        if images.count > 1, !command.isEmpty { throw .message("cannot specify multiple --image options and command") }
        var containers = images.map { image in
            ["image": .string(image), "name": .string(context.containerName(forImage: image)), "resources": [:]]
                as Object
        }
        let port = context.flags.integer("port")
        for index in containers.indices {
            if !command.isEmpty { containers[index]["command"] = Value(command) }
            if port >= 0 { containers[index]["ports"] = [["containerPort": Value(port)]] }
        }
        let labels: Value = ["app": .string(name)]
        return [
            "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["labels": labels, "name": .string(name)],
            "spec": [
                "replicas": Value(context.flags.integer("replicas")), "selector": ["matchLabels": labels],
                "strategy": [:],
                "template": [
                    "metadata": ["labels": labels], "spec": ["containers": .array(containers.map(Value.object))],
                ],
            ],
            "status": [:],
        ]
    }
}

extension KubectlContext {
    /// The last part of an image without tag and digest: `nginx`; with a suffix when letters had to be replaced.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/create` `buildPodSpec`.
    fileprivate func containerName(forImage image: String) -> String {
        let last = image.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        let name = last.split(separator: ":", omittingEmptySubsequences: false)[0]
            .split(separator: "@", omittingEmptySubsequences: false)[0]
        guard name.contains("_") || name.contains(".") else { return String(name) }
        var random = SeededGenerator(seed: UInt64(bitPattern: now.microseconds))
        return String(name.map { $0 == "_" || $0 == "." ? "-" : $0 }) + "-" + random.nameSuffix()
    }
}

import Documents
import Shell

extension Command {
    static let kustomize = Command(
        name: "kustomize", group: .advanced, usage: "DIR [flags]",
        summary: "Build a set of KRM resources using a 'kustomization.yaml' file.",
        details:
            "DIR is a folder with a kustomization; the current one when it is left out. Addresses of repositories are refused.",
        examples: """
            # What the kustomization of this folder stands for
            kubectl kustomize

            # Of another one
            kubectl kustomize overlays/production
            """,
        flags: [
            .bool(
                "as-current-user", "use the uid and gid of the command executor to run the function in the container"),
            .bool("enable-alpha-plugins", "enable kustomize plugins"),
            .bool("enable-helm", "Enable use of the Helm chart inflator generator."),
            .array("env", "e", "a list of environment variables to be used by functions"),
            .array("helm-api-versions", "Kubernetes api versions used by Helm for Capabilities.APIVersions"),
            .text("helm-command", default: "helm", "helm command (path to executable)"),
            .bool("helm-debug", "Enable debug output from the Helm chart inflator generator."),
            .text("helm-kube-version", "Kubernetes version used by Helm for Capabilities.KubeVersion"),
            .text(
                "load-restrictor", default: "LoadRestrictionsRootOnly",
                "if set to 'LoadRestrictionsNone', local kustomizations may load files from outside their root."
            )
            .offering(.words(["LoadRestrictionsRootOnly", "LoadRestrictionsNone"])),
            .array("mount", "a list of storage options read from the filesystem"),
            .bool("network", "enable network access for functions that declare it"),
            .text("network-name", default: "bridge", "the docker network to run the container in"),
            .text("output", "o", "If specified, write output to this path.").offering(.files),
        ],
        completion: .files,
        action: .run { context throws(KubectlError) in
            if context.arguments.count > 1 { throw .message("specify one path to kustomization.yaml") }
            let text = try context.kustomization(at: context.arguments.first ?? ".")
            try context.write(text, toFileOrOutput: context.flags.text("output"))
        })
}

extension KubectlContext {
    /// Writes a text to a file, or prints it when no file is named.
    fileprivate mutating func write(_ text: String, toFileOrOutput path: String) throws(KubectlError) {
        if path.isEmpty { return write(text) }
        do { try files.write(Array(text.utf8), to: absolute(path), append: false) } catch {
            throw .message("open \(path): \(error.goReason)")
        }
    }
}

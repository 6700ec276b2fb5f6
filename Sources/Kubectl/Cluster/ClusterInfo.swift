import Documents
import KubeModel
import Shell

extension Command {
    static let clusterInfo = Command(
        name: "cluster-info", group: .cluster,
        summary: "Display addresses of the control plane and services with label kubernetes.io/cluster-service=true.",
        details: "To debug further, use 'kubectl cluster-info dump'.",
        examples: """
            # Addresses of the control plane and cluster services
            kubectl cluster-info
            """,
        subcommands: [.clusterInfoDump],
        action: .run { context throws(KubectlError) in try context.showClusterInfo() })

    static let clusterInfoDump = Command(
        name: "dump", group: .subcommands, summary: "Dump relevant information for debugging and diagnosis.",
        details:
            "Prints nodes, and of the chosen namespaces events, workloads, services, pods and the logs of their containers.",
        examples: """
            # Everything of the current namespace and kube-system
            kubectl cluster-info dump
            """,
        flags: [
            .bool("all-namespaces", "A", "If true, dump all namespaces.  If true, --namespaces is ignored."),
            .list("namespaces", "A comma separated list of namespaces to dump."),
            .text("output", "o", default: "json", "Output format. One of: (json, yaml).").offering(
                .words(["json", "yaml"])),
            .text(
                "output-directory",
                "Where to output the files.  If empty or '-' uses stdout, otherwise creates a directory hierarchy in that directory"
            )
            .offering(.files),
            .shortPodRunningTimeout,
        ] + Flag.templates,
        action: .run { context throws(KubectlError) in try context.dumpCluster() })
}

extension KubectlContext {
    fileprivate mutating func showClusterInfo() throws(KubectlError) {
        let configuration = try kubeconfig()
        let context = flags.text("context").isEmpty ? configuration.currentContext : flags.text("context")
        let cluster = configuration.contexts[context]?["cluster"]?.string ?? ""
        let server = configuration.clusters[cluster]?["server"]?.string ?? ""
        writeLine("Kubernetes control plane is running at \(server)")
        for service in try list(.services, namespace: "kube-system", labels: "kubernetes.io/cluster-service=true") {
            let name = service.labels["kubernetes.io/name"]?.string ?? service.name
            let port = service["spec"]?["ports"]?[0]?["name"]?.string
            let suffix = port.map { ":\($0)" } ?? ""
            writeLine(
                "\(name) is running at \(server)/api/v1/namespaces/kube-system/services/\(service.name)\(suffix)/proxy")
        }
        writeLine("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.")
    }

    /// Source: `k8s.io/kubectl/pkg/cmd/clusterinfo/clusterinfo_dump.go`.
    fileprivate mutating func dumpCluster() throws(KubectlError) {
        try dump(.nodes, "", "nodes")
        var namespaces = flags.list("namespaces")
        if flags.bool("all-namespaces") { namespaces = try list(.namespaces, namespace: "").map(\.name) }
        if namespaces.isEmpty { namespaces = ["kube-system", namespace] }
        let types: [ResourceType] = [
            .events, .replicationControllers, .services, .daemonSets, .deployments, .replicaSets, .pods,
        ]
        for namespace in namespaces {
            for type in types { try dump(type, namespace, "\(namespace)/\(type.plural)") }
        }
    }

    private mutating func dump(_ type: ResourceType, _ namespace: String, _ path: String) throws(KubectlError) {
        let items = try list(type, namespace: namespace)
        let list: Value = [
            "apiVersion": .string(type.apiVersion), "kind": .string(type.kind + "List"),
            "metadata": ["resourceVersion": ""], "items": .array(items.map(Value.object)),
        ]
        let isYAML = flags.text("output") == "yaml"
        let text = isYAML ? YAML.encode(list) : JSON.encode(list, style: .indented(4)) + "\n"
        let folder = flags.text("output-directory")
        guard !folder.isEmpty, folder != "-" else { return write(text) }
        let file = Self.join(folder, path + (isYAML ? ".yaml" : ".json"))
        do {
            for parent in Self.parents(of: absolute(file)) where files.status(of: parent) == nil {
                try files.makeDirectory(parent)
            }
            try files.write(Array(text.utf8), to: absolute(file), append: false)
        } catch {
            throw .message("open \(file): \(error.goReason)")
        }
    }

    /// The folders above a path, from the top.
    private static func parents(of path: String) -> [String] {
        let parts = path.split(separator: "/").dropLast()
        return parts.indices.map { "/" + parts[...$0].joined(separator: "/") }
    }
}

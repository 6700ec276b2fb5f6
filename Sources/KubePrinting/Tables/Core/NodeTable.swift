import Documents
import KubeModel

extension TableDefinition {
    static let nodes = TableDefinition([
        .name,
        Column("Status") { status($0) },
        Column("Roles") { NodeText.roles($0) },
        .age,
        Column("Version") { $0.text("status", "nodeInfo", "kubeletVersion") },
        Column("Internal-IP", priority: 1) { address($0, "InternalIP") },
        Column("External-IP", priority: 1) { address($0, "ExternalIP") },
        Column("OS-Image", priority: 1) { $0.text("status", "nodeInfo", "osImage").or("<unknown>") },
        Column("Kernel-Version", priority: 1) { $0.text("status", "nodeInfo", "kernelVersion").or("<unknown>") },
        Column("Container-Runtime", priority: 1) {
            $0.text("status", "nodeInfo", "containerRuntimeVersion").or("<unknown>")
        },
    ])

    /// `Ready`, `NotReady,SchedulingDisabled`, `Unknown`
    private static func status(_ node: Object) -> String {
        let ready = node.condition("Ready").map { $0.text("status") == "True" ? "Ready" : "NotReady" } ?? "Unknown"
        return node.flag("spec", "unschedulable") ? ready + ",SchedulingDisabled" : ready
    }

    private static func address(_ node: Object, _ type: String) -> String {
        node.list("status", "addresses").first { $0.text("type") == type }?.text("address") ?? "<none>"
    }
}

/// What tables and descriptions of nodes share.
enum NodeText {
    private static let rolePrefix = "node-role.kubernetes.io/"

    /// The roles that its labels give a node, `control-plane,worker`; `<none>` without any.
    static func roles(_ node: Object) -> String {
        let roles = node.labels.compactMap { key, value -> String? in
            if key.hasPrefix(rolePrefix) { return String(key.dropFirst(rolePrefix.count)) }
            return key == "kubernetes.io/role" ? value.string : nil
        }
        return Set(roles.filter { !$0.isEmpty }).sorted().joined(separator: ",").or("<none>")
    }
}

import Documents
import KubeAPI
import KubeModel

extension Command {
    static let cordon = Command(
        name: "cordon", group: .cluster, usage: "NODE", summary: "Mark node as unschedulable.",
        examples: """
            # No new pods on this node
            kubectl cordon node-1
            """,
        flags: [.dryRun, .selector], completion: .names("nodes"),
        action: .run { context throws(KubectlError) in try context.runCordon(isCordoned: true) })

    static let uncordon = Command(
        name: "uncordon", group: .cluster, usage: "NODE", summary: "Mark node as schedulable.",
        examples: """
            # Pods may come again
            kubectl uncordon node-1
            """,
        flags: [.dryRun, .selector], completion: .names("nodes"),
        action: .run { context throws(KubectlError) in try context.runCordon(isCordoned: false) })
}

extension KubectlContext {
    fileprivate mutating func runCordon(isCordoned: Bool) throws(KubectlError) {
        let nodes = try selectedNodes(verb: isCordoned ? "cordon" : "uncordon")
        let dryRun = try dryRun()
        for node in nodes { try cordon(node, isCordoned, dryRun) }
    }

    /// The nodes that the arguments or a selector name.
    mutating func selectedNodes(verb: String) throws(KubectlError) -> [ResourceInfo] {
        let selector = flags.text("selector")
        if arguments.isEmpty, selector.isEmpty { throw .usage("USAGE: \(verb) NODE [flags]") }
        if !arguments.isEmpty, !selector.isEmpty {
            throw .usage("cannot specify both a node name and a --selector option")
        }
        var query = ResourceQuery()
        query.labelSelector = selector
        query.namespace = namespace
        if selector.isEmpty {
            query.defaultType = "nodes"
            query.arguments = arguments
        } else {
            query.arguments = ["nodes"]
        }
        let infos = try find(query).checked().infos
        if infos.isEmpty, !selector.isEmpty { printError("No resources found") }
        return infos
    }

    /// Makes a node schedulable or not, and says so.
    mutating func cordon(_ node: ResourceInfo, _ isCordoned: Bool, _ dryRun: DryRun) throws(KubectlError) {
        let verb = isCordoned ? "cordoned" : "uncordoned"
        let isDone = (node.object?["spec"]?["unschedulable"]?.bool ?? false) == isCordoned
        if !isDone, dryRun != .client {
            let change: Value = isCordoned ? ["unschedulable": true] : ["unschedulable": .null]
            do {
                _ = try patch(
                    node, .strategicMerge, ["spec": change],
                    WriteOptions(dryRun: dryRun, fieldManager: "kubectl", validation: .warn))
            } catch {
                throw .message("unable to \(verb.dropLast(2)) node \(node.name.goQuoted): \(error.text)")
            }
        }
        writeLine("node/\(node.name) \(isDone ? "already " : "")\(verb)\(dryRun.suffix)")
    }
}

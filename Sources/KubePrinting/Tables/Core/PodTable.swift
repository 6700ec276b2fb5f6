import Documents
import KubeModel

extension TableDefinition {
    static let pods = TableDefinition(
        [
            Column<PodSummary>(ColumnHeading("Name", isName: true)) { pod, _ in .string(pod.object.name) },
            Column("Ready") { "\($0.readyCount)/\($0.containerCount)" },
            Column("Status") { $0.status },
            .timed("Restarts") { pod, now in pod.restarts(now: now) },
            .timed("Age") { pod, now in HumanDuration.since(pod.object.creationTimestamp, now: now) },
            Column("IP", priority: 1) { $0.object.list("status", "podIPs").first?.text("ip") ?? "<none>" },
            Column("Node", priority: 1) { $0.object.text("spec", "nodeName").or("<none>") },
            Column("Nominated Node", priority: 1) { $0.object.text("status", "nominatedNodeName").or("<none>") },
            Column("Readiness Gates", priority: 1) { readinessGates($0.object) },
        ], row: PodSummary.init)

    /// `1/2`: how many of the gates' conditions are true.
    private static func readinessGates(_ pod: Object) -> String {
        let gates = pod.list("spec", "readinessGates").map { $0.text("conditionType") }
        let open = gates.filter { pod.condition($0)?.text("status") == "True" }
        return gates.isEmpty ? "<none>" : "\(open.count)/\(gates.count)"
    }
}

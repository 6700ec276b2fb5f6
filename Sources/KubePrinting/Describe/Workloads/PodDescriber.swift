import Documents
import KubeModel

extension Describer {
    static let pod = Describer(events: .pod) { pod, writer in
        head(pod, &writer)
        containers(pod, &writer)
        let gates = pod.list("spec", "readinessGates").map { $0.text("conditionType") }
        if !gates.isEmpty {
            conditionTable(
                "Readiness Gates", gates.map { ($0, pod.condition($0)?.text("status") ?? "<none>") }, &writer)
        }
        let conditions = pod.list("status", "conditions").map { ($0.text("type"), $0.text("status")) }
        if !conditions.isEmpty { conditionTable("Conditions", conditions, &writer) }
        writer.volumes(pod.list("spec", "volumes"))
        writer.field("QoS Class", pod.text("status", "qosClass"))
        writer.labels("Node-Selectors", pod.map("spec", "nodeSelector"))
        writer.tolerations(pod.list("spec", "tolerations"))
        writer.topologySpread(pod.list("spec", "topologySpreadConstraints"))
    }

    private static func head(_ pod: Object, _ writer: inout DescribeWriter) {
        writer.field("Name", pod.name)
        writer.field("Namespace", pod.namespace)
        if let priority = pod["spec"]?["priority"]?.int { writer.field("Priority", priority) }
        writer.optional("Priority Class Name", pod["spec"]?["priorityClassName"])
        writer.optional("Runtime Class Name", pod["spec"]?["runtimeClassName"])
        writer.optional("Service Account", pod["spec"]?["serviceAccountName"])
        let node = pod.text("spec", "nodeName")
        writer.field("Node", node.isEmpty ? "<none>" : "\(node)/\(pod.text("status", "hostIP"))")
        if let start = pod.time("status", "startTime") { writer.field("Start Time", TimeText.rfc1123(start)) }
        writer.labels("Labels", pod.labels)
        writer.annotations(pod.annotations)
        status(pod, &writer)
        writer.field("IP", pod.text("status", "podIP"))
        let addresses = pod.list("status", "podIPs")
        writer.line(addresses.isEmpty ? "IPs:\t<none>" : "IPs:")
        for address in addresses { writer.field("IP", address.text("ip"), level: 1) }
        writer.controller(of: pod)
        writer.optional("NominatedNodeName", pod["status"]?["nominatedNodeName"])
        if let resources = pod["spec"]?["resources"]?.object {
            writer.line("Resources:")
            writer.resources(resources, level: 1)
        }
    }

    private static func status(_ pod: Object, _ writer: inout DescribeWriter) {
        let phase = pod.text("status", "phase")
        if let deletion = pod.deletionTimestamp, phase != "Failed", phase != "Succeeded" {
            writer.field("Status", "Terminating (lasts \(HumanDuration.since(deletion, now: writer.now)))")
            writer.field("Termination Grace Period", "\(pod.count("metadata", "deletionGracePeriodSeconds"))s")
        } else {
            writer.field("Status", phase)
        }
        writer.optional("Reason", pod["status"]?["reason"])
        writer.optional("Message", pod["status"]?["message"])
        writer.seccompProfile(pod.map("spec", "securityContext"), level: 0)
    }

    private static func containers(_ pod: Object, _ writer: inout DescribeWriter) {
        let kinds = [
            ("Init Containers", "initContainers", "initContainerStatuses"),
            ("Containers", "containers", "containerStatuses"),
            ("Ephemeral Containers", "ephemeralContainers", "ephemeralContainerStatuses"),
        ]
        for (title, field, statuses) in kinds {
            let containers = pod.list("spec", field)
            if containers.isEmpty, field != "containers" { continue }
            writer.containers(
                ContainersText(
                    title: title, containers: containers, statuses: pod.list("status", statuses), pod: pod))
        }
    }

    private static func conditionTable(
        _ title: String, _ rows: [(type: String, status: String)], _ writer: inout DescribeWriter
    ) {
        writer.line("\(title):")
        writer.row(["Type", "Status"])
        for row in rows { writer.row(["\(row.type) ", "\(row.status) "]) }
    }
}

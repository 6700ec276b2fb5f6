import Documents
import KubeModel

extension Describer {
    static let node = Describer(
        events: .node,
        needs: { _ in
            [RelatedList(.pods), RelatedList(.leases, namespace: leaseNamespace), RelatedList(.resourceSlices)]
        },
        write: { node, related, writer in
            writer.field("Name", node.name)
            writer.field("Roles", NodeText.roles(node))
            writer.labels("Labels", node.labels)
            writer.annotations(node.annotations)
            writer.creationTime(of: node)
            writer.list("Taints", taints(node.list("spec", "taints")))
            writer.field("Unschedulable", node.flag("spec", "unschedulable"))
            lease(node, related, &writer)
            conditions(node, &writer)
            writer.line("Addresses:")
            for address in node.list("status", "addresses") {
                writer.field(address.text("type"), address.text("address"), level: 1)
            }
            amounts("Capacity", node.map("status", "capacity"), &writer)
            amounts("Allocatable", node.map("status", "allocatable"), &writer)
            slices(node, related, &writer)
            system(node, &writer)
            if let pods = related.list(.pods) {
                writer.nodePods(pods.filter { NodePodsText.isActive($0, on: node.name) }, node)
            } else {
                writer.field("Pods", "not authorized")
            }
        })

    private static let leaseNamespace = "kube-node-lease"

    /// `dedicated=batch:NoSchedule`
    private static func taints(_ taints: [Value]) -> [String] {
        taints.stableSorted { "\($0.text("effect")),\($0.text("key"))" }.map { taint in
            let value = taint.text("value")
            return taint.text("key") + (value.isEmpty ? "" : "=\(value)") + ":\(taint.text("effect"))"
        }
    }

    private static func lease(_ node: Object, _ related: RelatedObjects, _ writer: inout DescribeWriter) {
        let leases = related.list(.leases, namespace: leaseNamespace) ?? []
        guard let lease = leases.first(where: { $0.name == node.name }) else {
            writer.field("Lease", "Failed to get lease: leases.coordination.k8s.io \"\(node.name)\" not found")
            return
        }
        writer.line("Lease:")
        writer.field("HolderIdentity", lease["spec"]?["holderIdentity"]?.string ?? "<unset>", level: 1)
        for (title, name) in [("AcquireTime", "acquireTime"), ("RenewTime", "renewTime")] {
            writer.field(title, lease.time("spec", name).map(TimeText.rfc1123) ?? "<unset>", level: 1)
        }
    }

    private static func conditions(_ node: Object, _ writer: inout DescribeWriter) {
        let conditions = node.list("status", "conditions")
        guard !conditions.isEmpty else { return }
        writer.line("Conditions:")
        writer.headings(
            ["Type", "Status", "LastHeartbeatTime", "LastTransitionTime", "Reason", "Message"],
            underline: ["----", "------", "-----------------", "------------------", "------", "-------"])
        for condition in conditions {
            let times = ["lastHeartbeatTime", "lastTransitionTime"].map { TimeText.rfc1123(condition.time($0)) }
            let cells = [condition.text("type"), condition.text("status")] + times + [condition.text("reason")]
            writer.row(cells.map { $0 + " " } + [condition.text("message")])
        }
    }

    private static func amounts(_ title: String, _ list: Object, _ writer: inout DescribeWriter) {
        guard !list.isEmpty else { return }
        writer.line("\(title):")
        for (name, amount) in list { writer.field(name, amount.scalarText, level: 1) }
    }

    /// The devices that only this node has, by driver and pool.
    private static func slices(_ node: Object, _ related: RelatedObjects, _ writer: inout DescribeWriter) {
        let slices = (related.list(.resourceSlices) ?? []).filter { $0.text("spec", "nodeName") == node.name }
        let pools = Dictionary(grouping: slices) { [$0.text("spec", "driver"), $0.text("spec", "pool", "name")] }
        guard !pools.isEmpty else { return }
        writer.line("Node-Local ResourceSlices:")
        writer.headings(["Driver", "Pool", "Slices", "Devices"])
        let keys = pools.keys.sorted { $0.joined(separator: "/") < $1.joined(separator: "/") }
        let shownMax = 10
        for key in keys.prefix(shownMax) {
            let slices = pools[key] ?? []
            let devices = slices.map { $0.list("spec", "devices").count }.reduce(0, +)
            writer.row(key + ["\(slices.count)", "\(devices)"])
        }
        if keys.count > shownMax { writer.line("...and \(keys.count - shownMax) more pools", level: 1) }
    }

    private static func system(_ node: Object, _ writer: inout DescribeWriter) {
        writer.line("System Info:")
        let fields = [
            ("Machine ID", "machineID"), ("System UUID", "systemUUID"), ("Boot ID", "bootID"),
            ("Kernel Version", "kernelVersion"), ("OS Image", "osImage"), ("Operating System", "operatingSystem"),
            ("Architecture", "architecture"), ("Container Runtime Version", "containerRuntimeVersion"),
            ("Kubelet Version", "kubeletVersion"),
        ]
        for (title, name) in fields { writer.field(title, node.text("status", "nodeInfo", name), level: 1) }
        writer.optional("PodCIDR", node["spec"]?["podCIDR"])
        let ranges = node.list("spec", "podCIDRs").map(\.scalarText)
        if !ranges.isEmpty { writer.field("PodCIDRs", ranges.joined(separator: ",")) }
        writer.optional("ProviderID", node["spec"]?["providerID"])
    }
}

import Documents
import KubeModel

extension DescribeWriter {
    /// The pods of a node with what they request, and the sums of it.
    mutating func nodePods(_ pods: [Object], _ node: Object) {
        let own = PodAmounts.amounts(node["status"]?["allocatable"])
        let allocatable = own.isEmpty ? PodAmounts.amounts(node["status"]?["capacity"]) : own
        line("Non-terminated Pods:\t(\(pods.count) in total)")
        headings(["Namespace", "Name", "", "CPU Requests", "CPU Limits", "Memory Requests", "Memory Limits", "Age"])
        for pod in pods {
            let requests = PodAmounts.requests(of: pod, withStatus: true)
            let limits = PodAmounts.limits(of: pod)
            let amounts = ["cpu", "memory"].flatMap { name in
                [requests, limits].map { NodePodsText.share($0[name], of: allocatable[name], isMilli: name == "cpu") }
            }
            let age = HumanDuration.since(pod.creationTimestamp, now: now)
            row([pod.namespace, pod.name, ""] + amounts + [age])
        }
        allocated(pods, allocatable)
    }

    private mutating func allocated(_ pods: [Object], _ allocatable: [String: Quantity]) {
        line("Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)")
        headings(["Resource", "Requests", "Limits"])
        let sums = [pods.map { PodAmounts.requests(of: $0) }, pods.map { PodAmounts.limits(of: $0) }]
            .map { lists in lists.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) } }
        let pages = allocatable.keys.filter { $0.hasPrefix("hugepages-") }.sorted()
        for name in ["cpu", "memory", "ephemeral-storage"] + pages {
            let shares = sums.map { NodePodsText.share($0[name], of: allocatable[name], isMilli: name == "cpu") }
            row([name] + shares)
        }
        let standard = ["cpu", "memory", "ephemeral-storage", "pods"] + pages
        for name in allocatable.keys.filter({ !standard.contains($0) }).sorted() {
            row([name] + sums.map { ($0[name] ?? .zero).description })
        }
    }
}

enum NodePodsText {
    static func isActive(_ pod: Object, on node: String) -> Bool {
        pod.text("spec", "nodeName") == node && !["Succeeded", "Failed"].contains(pod.text("status", "phase"))
    }

    /// `250m (12%)`; no part of nothing is 0%.
    static func share(_ amount: Quantity?, of whole: Quantity?, isMilli: Bool) -> String {
        let amount = amount ?? .zero
        let part = isMilli ? amount.milliUnits : amount.units
        let all = isMilli ? whole?.milliUnits ?? 0 : whole?.units ?? 0
        let percentage = all == 0 ? 0 : Int64(Double(part) / Double(all) * 100)
        return "\(amount) (\(percentage)%)"
    }
}

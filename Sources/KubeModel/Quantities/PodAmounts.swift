package import Documents

/// What a whole pod requests and may use, by resource name.
///
/// Source: k8s.io/component-helpers/resource/helpers.go (`PodRequests`, `PodLimits`).
package enum PodAmounts {
    /// The containers' requests together, or those of an init container when they are higher, and the overhead.
    ///
    /// With `withStatus`, what a container still holds after a resize counts when it is more than it asks for.
    package static func requests(of pod: Object, withStatus: Bool = false) -> [String: Quantity] {
        let statuses = withStatus ? Self.statuses(of: pod) : [:]
        var total = aggregate(pod) { container in
            let asked = amounts(container["resources", "requests"])
            guard let status = statuses[container["name"]?.string ?? ""] else { return asked }
            let held = amounts(status["resources", "requests"]).merging(
                amounts(status["allocatedResources"]), uniquingKeysWith: max)
            return asked.merging(held, uniquingKeysWith: max)
        }
        override(&total, by: pod["spec", "resources", "requests"])
        return total.merging(amounts(pod["spec"]?["overhead"]), uniquingKeysWith: +)
    }

    /// The containers' limits together, or those of an init container when they are higher.
    package static func limits(of pod: Object) -> [String: Quantity] {
        var total = aggregate(pod) { amounts($0["resources", "limits"]) }
        override(&total, by: pod["spec", "resources", "limits"])
        for (name, amount) in amounts(pod["spec"]?["overhead"]) {
            if let limit = total[name] { total[name] = limit + amount }
        }
        return total
    }

    /// A resource list such as `{cpu: 100m, memory: 64Mi}`.
    package static func amounts(_ list: Value?) -> [String: Quantity] {
        var amounts: [String: Quantity] = [:]
        for (name, value) in list?.object ?? Object() { amounts[name] = Quantity(value) }
        return amounts
    }

    private static func aggregate(_ pod: Object, of amounts: (Value) -> [String: Quantity]) -> [String: Quantity] {
        var total: [String: Quantity] = [:]
        for container in pod["spec"]?["containers"]?.array ?? [] {
            total.merge(amounts(container), uniquingKeysWith: +)
        }
        var sidecars: [String: Quantity] = [:]
        var highest: [String: Quantity] = [:]
        for container in pod["spec"]?["initContainers"]?.array ?? [] {
            let own = amounts(container)
            let sum = sidecars.merging(own, uniquingKeysWith: +)
            if container["restartPolicy"]?.string == "Always" {
                total.merge(own, uniquingKeysWith: +)
                sidecars = sum
            }
            highest.merge(sum, uniquingKeysWith: max)
        }
        return total.merging(highest, uniquingKeysWith: max)
    }

    /// What the pod itself asks for goes before its containers'.
    private static func override(_ total: inout [String: Quantity], by list: Value?) {
        for (name, amount) in amounts(list) where name == "cpu" || name == "memory" || name.hasPrefix("hugepages-") {
            total[name] = amount
        }
    }

    private static func statuses(of pod: Object) -> [String: Value] {
        let lists = ["containerStatuses", "initContainerStatuses"].flatMap { pod["status"]?[$0]?.array ?? [] }
        return Dictionary(lists.map { ($0["name"]?.string ?? "", $0) }, uniquingKeysWith: { $1 })
    }
}

import Documents
import KubeModel

/// Amounts of the resources that nodes have and pods ask for, as whole numbers that are quick to add and compare.
struct ResourceAmounts: Hashable, Sendable {
    /// Thousandths of a core.
    var milliCPU: Int64 = 0
    /// Bytes.
    var memory: Int64 = 0
    /// Bytes.
    var ephemeralStorage: Int64 = 0
    /// Everything else, such as `nvidia.com/gpu`, by name.
    var others: [String: Int64] = [:]
}

extension ResourceAmounts {
    /// A list of resources: `{cpu: 250m, memory: 1Gi}`.
    init(_ list: Value?) {
        for (name, value) in list?.object ?? Object() {
            guard let quantity = Quantity(value) else { continue }
            self[name] = name == "cpu" ? quantity.milliUnits : quantity.units
        }
    }

    subscript(name: String) -> Int64 {
        get {
            switch name {
            case "cpu": milliCPU
            case "memory": memory
            case "ephemeral-storage": ephemeralStorage
            default: others[name] ?? 0
            }
        }
        set {
            switch name {
            case "cpu": milliCPU = newValue
            case "memory": memory = newValue
            case "ephemeral-storage": ephemeralStorage = newValue
            case "pods": break  // counted apart
            default: others[name] = newValue == 0 ? nil : newValue
            }
        }
    }

    static func += (left: inout ResourceAmounts, right: ResourceAmounts) { left.add(right, sign: 1) }
    static func -= (left: inout ResourceAmounts, right: ResourceAmounts) { left.add(right, sign: -1) }

    private mutating func add(_ other: ResourceAmounts, sign: Int64) {
        milliCPU += sign * other.milliCPU
        memory += sign * other.memory
        ephemeralStorage += sign * other.ephemeralStorage
        for (name, amount) in other.others { self[name] += sign * amount }
    }

    /// Of each resource the larger amount.
    mutating func formMaximum(_ other: ResourceAmounts) {
        milliCPU = max(milliCPU, other.milliCPU)
        memory = max(memory, other.memory)
        ephemeralStorage = max(ephemeralStorage, other.ephemeralStorage)
        for (name, amount) in other.others { self[name] = max(self[name], amount) }
    }
}

extension ResourceAmounts {
    /// What the containers of a pod ask for together, and at the most during its start.
    ///
    /// Source: `k8s.io/component-helpers/resource/helpers.go`, `PodRequests`.
    static func requests(of pod: Object, _ count: (Value) -> ResourceAmounts = containerRequests) -> ResourceAmounts {
        let spec = pod["spec"]
        var total = ResourceAmounts()
        for container in spec?["containers"]?.array ?? [] { total += count(container) }
        var sidecars = ResourceAmounts()
        var start = ResourceAmounts()
        for container in spec?["initContainers"]?.array ?? [] {
            var now = count(container)
            if container["restartPolicy"]?.string == "Always" {
                total += now
                sidecars += now
                now = sidecars
            } else {
                now += sidecars
            }
            start.formMaximum(now)
        }
        total.formMaximum(start)
        for (name, value) in spec?["resources"]?["requests"]?.object ?? Object() {
            guard let quantity = Quantity(value) else { continue }
            total[name] = name == "cpu" ? quantity.milliUnits : quantity.units
        }
        total += ResourceAmounts(spec?["overhead"])
        return total
    }

    static func containerRequests(_ container: Value) -> ResourceAmounts {
        ResourceAmounts(container["resources"]?["requests"])
    }

    /// As `containerRequests`, with what the scheduler takes for granted when a container says nothing.
    ///
    /// Source: `pkg/scheduler/util/pod_resources.go`, 100m and 200 MB.
    static func assumedRequests(_ container: Value) -> ResourceAmounts {
        var requests = containerRequests(container)
        let given = container["resources"]?["requests"]
        if given?["cpu"] == nil { requests.milliCPU = 100 }
        if given?["memory"] == nil { requests.memory = 200 * 1024 * 1024 }
        return requests
    }
}

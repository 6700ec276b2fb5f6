package import Documents
import KubeModel

/// What a pod asks for as a whole.
package enum PodResources {
    /// The sum over its containers, or the most that any init container needs, with sidecars counted throughout.
    ///
    /// Source: `k8s.io/component-helpers/resource/helpers.go`.
    package static func sum(_ pod: Object, _ kind: String) -> Object {
        var total: [String: Quantity] = [:]
        for container in pod["spec"]?["containers"]?.array ?? [] { add(amounts(container, kind), to: &total) }
        var sidecars: [String: Quantity] = [:]
        var initial: [String: Quantity] = [:]
        for container in pod["spec"]?["initContainers"]?.array ?? [] {
            let own = amounts(container, kind)
            if container["restartPolicy"] == "Always" {
                add(own, to: &sidecars)
                raise(&initial, to: sidecars)
            } else {
                var together = sidecars
                add(own, to: &together)
                raise(&initial, to: together)
            }
        }
        add(sidecars, to: &total)
        raise(&total, to: initial)
        for (name, value) in pod["spec"]?["overhead"]?.object ?? Object() {
            if let quantity = Quantity(value) { add([name: quantity], to: &total) }
        }
        return Object(total.map { ($0.key, .string($0.value.description)) })
    }

    private static func amounts(_ container: Value, _ kind: String) -> [String: Quantity] {
        var amounts: [String: Quantity] = [:]
        for (name, value) in container["resources"]?[kind]?.object ?? Object() { amounts[name] = Quantity(value) }
        return amounts
    }

    private static func add(_ amounts: [String: Quantity], to total: inout [String: Quantity]) {
        for (name, quantity) in amounts { total[name] = total[name].map { $0 + quantity } ?? quantity }
    }

    private static func raise(_ total: inout [String: Quantity], to least: [String: Quantity]) {
        for (name, quantity) in least where total[name].map({ $0 < quantity }) ?? true { total[name] = quantity }
    }
}

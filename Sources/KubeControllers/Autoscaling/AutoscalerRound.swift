import Documents
import KubeAPI
import KubeModel

/// One round of an autoscaler: read the scale, compute what it should be, write it.
struct AutoscalerRound {
    /// With the status as it becomes.
    var autoscaler: Object
    var history: ScalingHistory
    let user: UserInfo

    init(_ autoscaler: Object, history: ScalingHistory, user: UserInfo) {
        self.autoscaler = autoscaler
        self.history = history
        self.user = user
    }
}

extension AutoscalerRound {
    static let component = "horizontal-pod-autoscaler"

    private var replicasMin: Int { autoscaler["spec"]?["minReplicas"]?.int ?? 1 }
    private var replicasMax: Int { autoscaler["spec"]?["maxReplicas"]?.int ?? 1 }

    mutating func run(_ api: inout APIServer) {
        guard let (resource, target) = target(&api) else { return }
        let current = target["spec"]?["replicas"]?.int ?? 1
        set(
            "AbleToScale", true, "SucceededGetScale", "the HPA controller was able to get the target's current scale",
            api.now)
        guard let (desired, reason) = decide(current, target, &api) else { return }
        guard desired != current else {
            setCounts(current: current, desired: desired)
            return
        }
        rescale(resource, target, from: current, to: desired, reason: reason, &api)
    }

    mutating func set(_ type: String, _ status: Bool, _ reason: String, _ message: String, _ now: Instant) {
        var entry = condition(type, status, reason: reason, message: message, now: now)
        if let old = autoscaler.condition(type), old["status"] == entry["status"] {
            entry["lastTransitionTime"] = old["lastTransitionTime"]
        }
        autoscaler.setCondition(entry)
    }

    func report(_ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer) {
        api.record(EventRecord(autoscaler, kind, reason, message, from: Self.component))
    }

    private mutating func target(_ api: inout APIServer) -> (ResourceType, Object)? {
        let reference = autoscaler["spec"]?["scaleTargetRef"]
        let name = reference?["name"]?.string ?? ""
        let kind = reference?["kind"]?.string ?? ""
        var problem = "no matches for kind \"\(kind)\" in group \"\""
        if let type = api.resources.type(apiVersion: reference?["apiVersion"]?.string ?? "", kind: kind) {
            if let object = api.get(type, ObjectKey(namespace: autoscaler.namespace, name: name)) {
                return (type, object)
            }
            problem = APIError.notFound(type.groupResource, name: name).message
        }
        report(.warning, "FailedGetScale", problem, &api)
        set(
            "AbleToScale", false, "FailedGetScale",
            "the HPA controller was unable to get the target's current scale: \(problem)", api.now)
        return nil
    }

    /// The number that there should be, and why; `nil` when nobody can tell.
    private mutating func decide(_ current: Int, _ target: Object, _ api: inout APIServer) -> (Int, String)? {
        if current == 0, replicasMin != 0 {
            set(
                "ScalingActive", false, "ScalingDisabled",
                "scaling is disabled since the replica count of the target is zero", api.now)
            return (0, "")
        }
        if current > replicasMax { return (replicasMax, "Current number of replicas above Spec.MaxReplicas") }
        if current < replicasMin { return (replicasMin, "Current number of replicas below Spec.MinReplicas") }
        guard let (wanted, metric) = recommendation(current, target, &api) else { return nil }
        let desired = limited(wanted, current, now: api.now)
        return (desired, desired > current ? "\(metric) above target" : "All metrics below target")
    }

    /// A recommendation within the windows, rates and limits that are set.
    private mutating func limited(_ wanted: Int, _ current: Int, now: Instant) -> Int {
        let behavior = autoscaler["spec"]?["behavior"]
        let up = ScalingHistory.Rules(behavior?["scaleUp"], defaults: .defaultUp)
        let down = ScalingHistory.Rules(behavior?["scaleDown"], defaults: .defaultDown)
        let stable = history.stabilized(wanted, current: current, up: up, down: down, now: now)
        history.noteRecommendation(wanted, now: now)
        if stable == wanted {
            set("AbleToScale", true, "ReadyForNewScale", "recommended size matches current size", now)
        } else {
            let (reason, kind, extreme) =
                wanted < current || behavior == nil
                ? ("ScaleDownStabilized", "higher", "highest") : ("ScaleUpStabilized", "lower", "lowest")
            set(
                "AbleToScale", true, reason,
                "recent recommendations were \(kind) than current one, applying the \(extreme) recent recommendation",
                now)
        }
        // Without any behavior of its own an autoscaler may double, or go to four, and fall at will.
        let bounds =
            behavior == nil
            ? (lowest: 0, highest: max(2 * current, 4)) : history.bounds(of: current, up: up, down: down, now: now)
        return clamp(stable, current, rate: bounds, now: now)
    }

    private mutating func clamp(_ wanted: Int, _ current: Int, rate: (lowest: Int, highest: Int), now: Instant) -> Int {
        let highest = min(replicasMax, max(rate.highest, current))
        let lowest = max(replicasMin, min(rate.lowest, current))
        if wanted > highest {
            let isLimit = highest == replicasMax
            set(
                "ScalingLimited", true, isLimit ? "TooManyReplicas" : "ScaleUpLimit",
                isLimit
                    ? "the desired replica count is more than the maximum replica count"
                    : "the desired replica count is increasing faster than the maximum scale rate", now)
            return highest
        }
        if wanted < lowest {
            let isLimit = lowest == replicasMin
            set(
                "ScalingLimited", true, isLimit ? "TooFewReplicas" : "ScaleDownLimit",
                isLimit
                    ? "the desired replica count is less than the minimum replica count"
                    : "the desired replica count is decreasing faster than the maximum scale rate", now)
            return lowest
        }
        set("ScalingLimited", false, "DesiredWithinRange", "the desired count is within the acceptable range", now)
        return wanted
    }

    private mutating func rescale(
        _ resource: ResourceType, _ target: Object, from current: Int, to desired: Int, reason: String,
        _ api: inout APIServer
    ) {
        var scaled = target
        scaled["spec", "replicas"] = Value(desired)
        do {
            try api.update(resource, scaled, as: user)
        } catch {
            report(.warning, "FailedRescale", "New size: \(desired); reason: \(reason); error: \(error.message)", &api)
            set(
                "AbleToScale", false, "FailedUpdateScale",
                "the HPA controller was unable to update the target scale: \(error.message)", api.now)
            setCounts(current: current, desired: current)
            return
        }
        set(
            "AbleToScale", true, "SucceededRescale",
            "the HPA controller was able to update the target scale to \(desired)", api.now)
        report(.normal, "SuccessfulRescale", "New size: \(desired); reason: \(reason)", &api)
        history.noteScaling(from: current, to: desired, now: api.now)
        setCounts(current: current, desired: desired)
        autoscaler["status", "lastScaleTime"] = .string(api.now.rfc3339)
    }

    mutating func setCounts(current: Int, desired: Int) {
        autoscaler["status", "currentReplicas"] = Value(current)
        autoscaler["status", "desiredReplicas"] = Value(desired)
        if autoscaler["status"]?["currentMetrics"] == nil { autoscaler["status", "currentMetrics"] = .null }
    }
}

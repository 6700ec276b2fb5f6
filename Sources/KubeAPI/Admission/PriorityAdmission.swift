import Documents
import KubeModel

/// Turns the name of a priority class into a number.
///
/// Source: `plugin/pkg/admission/priority/admission.go`.
enum PriorityAdmission {
    static func admit(_ pod: inout Object, _ api: APIServer) throws(APIError) {
        let name = pod["spec"]?["priorityClassName"]?.string ?? ""
        let chosen: Object?
        if name.isEmpty {
            chosen = api.list(.priorityClasses).filter { $0["globalDefault"]?.bool == true }
                .min { ($0["value"]?.int ?? 0) < ($1["value"]?.int ?? 0) }
            if let chosen { pod["spec", "priorityClassName"] = .string(chosen.name) }
        } else {
            chosen = api.get(.priorityClasses, ObjectKey(name: name))
            guard chosen != nil else {
                throw .forbidden(
                    ResourceType.pods.groupResource, name: pod.name,
                    message: "no PriorityClass with name \(name) was found")
            }
        }
        let priority = chosen?["value"]?.int ?? 0
        if let stated = pod["spec"]?["priority"]?.int, stated != priority {
            throw .forbidden(
                ResourceType.pods.groupResource, name: pod.name,
                message:
                    "the integer value of priority (\(stated)) must not be provided in pod spec; priority admission controller computed \(priority) from the given PriorityClass name"
            )
        }
        pod["spec", "priority"] = Value(priority)
        try setPreemption(&pod, chosen?["preemptionPolicy"]?.string ?? "PreemptLowerPriority", isStated: chosen != nil)
    }

    /// A pod may repeat what its class says of preemption, but not say otherwise.
    private static func setPreemption(_ pod: inout Object, _ policy: String, isStated: Bool) throws(APIError) {
        guard let stated = pod["spec"]?["preemptionPolicy"]?.string else {
            pod["spec", "preemptionPolicy"] = .string(policy)
            return
        }
        guard isStated, stated != policy else { return }
        throw .forbidden(
            ResourceType.pods.groupResource, name: pod.nameOrPrefix,
            message:
                "the string value of PreemptionPolicy (\(stated)) must not be provided in pod spec; priority admission controller computed \(policy) from the given PriorityClass name"
        )
    }

    /// Only one class can be the one of the pods that name none.
    static func checkDefault(_ priorityClass: Object, _ request: APIRequest, _ api: APIServer) throws(APIError) {
        let resource = ResourceType.priorityClasses.groupResource
        guard request.resource.groupResource == resource, priorityClass["globalDefault"]?.bool == true else { return }
        let others = api.list(.priorityClasses).filter { $0.name != priorityClass.name }
        guard let other = others.first(where: { $0["globalDefault"]?.bool == true }) else { return }
        throw .forbidden(
            resource, name: priorityClass.name,
            message: "PriorityClass \(other.name) is already marked as default. Only one default can exist")
    }
}

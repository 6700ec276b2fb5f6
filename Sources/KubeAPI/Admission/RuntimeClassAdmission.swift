import Documents
import KubeModel

/// Gives a pod what its runtime class costs and where it can run.
///
/// Source: `plugin/pkg/admission/runtimeclass/admission.go`.
enum RuntimeClassAdmission {
    static func admit(_ pod: inout Object, _ api: APIServer) throws(APIError) {
        let runtimeClass = try chosen(pod, api)
        let overhead = runtimeClass?["overhead"]?["podFixed"]
        if let stated = pod["spec"]?["overhead"], stated != overhead {
            throw rejection(
                pod,
                overhead == nil
                    ? "Pod Overhead set without corresponding RuntimeClass defined Overhead"
                    : "Pod's Overhead doesn't match RuntimeClass's defined Overhead")
        }
        guard let runtimeClass else { return }
        if let overhead { pod["spec", "overhead"] = overhead }
        guard let scheduling = runtimeClass["scheduling"] else { return }
        for (key, value) in scheduling.map("nodeSelector") {
            if let stated = pod["spec"]?["nodeSelector"]?[key], stated != value {
                throw rejection(
                    pod,
                    "conflict: runtimeClass.scheduling.nodeSelector[\(key)] = \(value.string ?? ""); "
                        + "pod.spec.nodeSelector[\(key)] = \(stated.string ?? "")")
            }
            pod["spec", "nodeSelector", key] = value
        }
        let tolerations = pod["spec"]?["tolerations"]?.array ?? []
        let added = scheduling.list("tolerations").filter { !tolerations.contains($0) }
        if !added.isEmpty { pod["spec", "tolerations"] = .array(tolerations + added) }
    }

    private static func chosen(_ pod: Object, _ api: APIServer) throws(APIError) -> Object? {
        guard let name = pod["spec"]?["runtimeClassName"]?.string else { return nil }
        if let found = api.get(.runtimeClasses, ObjectKey(name: name)) { return found }
        throw rejection(pod, "RuntimeClass \(GoText.quoted(name)) not found")
    }

    private static func rejection(_ pod: Object, _ reason: String) -> APIError {
        .forbidden(
            ResourceType.pods.groupResource, name: pod.nameOrPrefix, message: "pod rejected: \(reason)")
    }
}

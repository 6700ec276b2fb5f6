import Documents
import KubeModel

/// What a client is warned about although the object is taken: sentences for `Warning:` lines.
extension Validation {
    static func warnings(for object: Object, resource: ResourceType, old: Object?) -> [String] {
        switch resource.schemaType {
        case "Pod":
            return PodWarnings.name(object) + PodWarnings.of(object.part("spec"), object.annotations, .root)
        case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "ReplicationController", "Job":
            return WorkloadWarnings.of(object, resource)
        case "CronJob":
            let template = object.part("spec").part("jobTemplate").part("spec").part("template")
            let path = FieldPath.spec["jobTemplate"]["spec"]["template"]
            return PodWarnings.of(template, path)
        case "PodTemplate": return PodWarnings.of(object.part("template"), FieldPath(text: "template"))
        case "CustomResourceDefinition": return SimulationLimits.warnings(for: object)
        case "Service": return ServiceWarnings.of(object)
        case "Ingress": return ingress(object)
        case "PersistentVolume", "PersistentVolumeClaim": return StorageWarnings.of(object, resource)
        default: return []
        }
    }

    private static func ingress(_ ingress: Object) -> [String] {
        ingress.annotations["kubernetes.io/ingress.class"] == nil
            ? []
            : ["annotation \"kubernetes.io/ingress.class\" is deprecated, please use 'spec.ingressClassName' instead"]
    }
}

/// Warnings about workloads and the pods that they will make.
enum WorkloadWarnings {
    static func of(_ object: Object, _ resource: ResourceType) -> [String] {
        var warnings: [String] = []
        let problems = Names.labelProblems(object.name)
        if resource.schemaType != "StatefulSet", !problems.isEmpty {
            warnings.append(
                "metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; "
                    + "a DNS label is recommended: [\(problems.joined(separator: " "))]")
        }
        if let template = object["spec"]?["template"] {
            warnings += PodWarnings.of(template, FieldPath.spec["template"])
        }
        if resource.schemaType == "StatefulSet" {
            for (index, claim) in object.part("spec").list("volumeClaimTemplates").enumerated() {
                warnings += StorageWarnings.ofClaimSpec(
                    claim.part("spec"), FieldPath.spec["volumeClaimTemplates"][index]["Spec"])
            }
        }
        return warnings
    }
}

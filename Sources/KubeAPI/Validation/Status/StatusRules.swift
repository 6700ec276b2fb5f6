import Documents
import KubeModel

/// What clients may write into a status; the cluster's own parts are trusted with theirs.
///
/// Source: pkg/apis/apps/validation/validation.go, pkg/apis/core/validation/validation.go
enum StatusRules {
    static func errors(_ object: Object, resource: ResourceType) -> [FieldError] {
        var errors = FieldErrors()
        let status = object.part("status")
        switch resource.schemaType {
        case "Namespace": phase(object, &errors)
        case "Deployment":
            counts(
                status,
                [
                    "observedGeneration", "replicas", "updatedReplicas", "readyReplicas", "availableReplicas",
                    "unavailableReplicas", "collisionCount",
                ], atMostReplicas: ["updatedReplicas", "readyReplicas", "availableReplicas"], &errors)
        case "ReplicaSet", "ReplicationController":
            counts(
                status,
                ["replicas", "fullyLabeledReplicas", "readyReplicas", "availableReplicas", "observedGeneration"],
                atMostReplicas: ["fullyLabeledReplicas", "readyReplicas", "availableReplicas"], &errors)
        case "StatefulSet":
            counts(
                status,
                [
                    "replicas", "readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas",
                    "observedGeneration", "collisionCount",
                ],
                atMostReplicas: ["readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas"], &errors)
        default: break
        }
        return errors.list
    }

    private static let path = FieldPath(text: "status")

    private static func counts(
        _ status: Value, _ fields: [String], atMostReplicas: [String], _ errors: inout FieldErrors
    ) {
        for field in fields { errors.notNegative(path[field], status.number(field)) }
        let replicas = status.number("replicas") ?? 0
        for field in atMostReplicas {
            guard let count = status.number(field), count > replicas else { continue }
            errors.invalid(path[field], count, "cannot be greater than status.replicas")
        }
        let ready = status.number("readyReplicas") ?? 0
        guard let available = status.number("availableReplicas"), available > ready else { return }
        errors.invalid(path["availableReplicas"], available, "cannot be greater than readyReplicas")
    }

    private static func phase(_ namespace: Object, _ errors: inout FieldErrors) {
        let phase = namespace.part("status").text("phase")
        let isBeingDeleted = namespace.isTerminating
        guard phase != (isBeingDeleted ? "Terminating" : "Active") else { return }
        errors.invalid(
            path["Phase"], phase,
            isBeingDeleted
                ? "may only be 'Terminating' if `deletionTimestamp` is not empty"
                : "may only be 'Active' if `deletionTimestamp` is empty")
    }
}

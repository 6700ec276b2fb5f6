import Documents
import KubeModel

/// The fields by which a list can be filtered: two for all resources, and a few more for some.
///
/// Source: the `AddFieldLabelConversionFunc` calls in `pkg/apis/*/v1/conversion.go` and each resource's strategy.
enum SelectableFields {
    private static let common: Set<String> = ["metadata.name", "metadata.namespace"]

    private static let special: [GroupResource: Set<String>] = [
        ResourceType.pods.groupResource: [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.podIPs", "status.nominatedNodeName",
        ],
        ResourceType.events.groupResource: eventFields,
        ResourceType.eventsV1.groupResource: eventFields,
        ResourceType.nodes.groupResource: ["spec.unschedulable"],
        ResourceType.namespaces.groupResource: ["status.phase"],
        ResourceType.secrets.groupResource: ["type"],
        ResourceType.services.groupResource: ["spec.clusterIP", "spec.type"],
        ResourceType.replicaSets.groupResource: ["status.replicas"],
        ResourceType.replicationControllers.groupResource: ["status.replicas"],
        ResourceType.jobs.groupResource: ["status.successful"],
        ResourceType.certificateSigningRequests.groupResource: ["spec.signerName"],
    ]

    private static let eventFields: Set<String> = [
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
        "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason",
        "reportingComponent", "source", "type",
    ]

    static func check(_ selector: FieldSelector, for resource: ResourceType) throws(APIError) {
        for field in selector.fields
        where !common.contains(field) && special[resource.groupResource]?.contains(field) != true {
            throw .badRequest("field label not supported: \(field)")
        }
    }

    /// What a field of an object is compared with: its text, and the empty text when it is not set.
    static func value(of field: String, in object: Object, resource: ResourceType) -> String {
        switch field {
        case "source": return object["source"]?["component"]?.string ?? object["reportingComponent"]?.string ?? ""
        case "spec.unschedulable", "spec.hostNetwork":
            return text(object[path: field.split(separator: ".").map(String.init)] ?? false)
        case "status.podIPs": return text(object["status"]?["podIPs"]?[0]?["ip"] ?? .null)
        case "status.successful": return text(object["status"]?["succeeded"] ?? 0)
        case "status.replicas": return text(object["status"]?["replicas"] ?? 0)
        case "reportingComponent": return text(object["reportingComponent"] ?? object["source"]?["component"] ?? .null)
        default: return text(object[path: field.split(separator: ".").map(String.init)] ?? .null)
        }
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .string(let text): text
        case .bool(let flag): String(flag)
        case .integer(let number): String(number)
        case .null, .double, .array, .object: ""
        }
    }
}

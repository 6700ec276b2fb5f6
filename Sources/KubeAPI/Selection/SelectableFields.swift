import Documents
import KubeModel

/// The fields by which the objects of one resource can be chosen: two for all resources, and a few more for some.
///
/// Source: the `AddFieldLabelConversionFunc` calls in `pkg/apis/*/v1/conversion.go` and each resource's strategy.
struct SelectableFields: Sendable {
    /// What clients may call a field, and what the storage calls it.
    private var names: [String: String]
    private let refusal: Refusal
    private let resource: ResourceType

    /// How a field that cannot be selected by is refused.
    private enum Refusal {
        /// The resource has its own list of fields.
        case own
        /// The resource has none but those of all resources.
        case common
        case job
        case resourceSlice
    }
}

extension SelectableFields {
    /// The fields of a resource; those of a custom one stand in the version of its definition.
    static func of(_ resource: ResourceType, _ customVersion: Value?) -> SelectableFields {
        var names = ["metadata.name": "metadata.name", "metadata.namespace": "metadata.namespace"]
        var refusal = Refusal.common
        if resource.schemaType.isEmpty {
            refusal = .own
            for field in customVersion?["selectableFields"]?.array ?? [] {
                guard let path = field["jsonPath"]?.string?.drop(while: { $0 == "." }) else { continue }
                names[String(path)] = String(path)
            }
        } else if let more = special[resource.groupResource] {
            refusal = resource.plural == "jobs" ? .job : resource.plural == "resourceslices" ? .resourceSlice : .own
            names.merge(more) { _, new in new }
        }
        return SelectableFields(names: names, refusal: refusal, resource: resource)
    }

    /// The selector in the storage's names.
    func stored(_ selector: FieldSelector) throws(APIError) -> FieldSelector {
        var result = selector
        for index in result.terms.indices {
            guard let name = names[result.terms[index].field] else {
                throw .badRequest(message(of: result.terms[index].field))
            }
            result.terms[index].field = name
        }
        return result
    }

    /// What a field of an object is compared with: its text, and the empty text when it is not set.
    func value(of field: String, in object: Object) -> String {
        switch field {
        case "metadata.name": object.name
        case "metadata.namespace": object.namespace
        case "source": object["source"]?["component"]?.string ?? object["reportingComponent"]?.string ?? ""
        case "spec.unschedulable", "spec.hostNetwork": text(object[path: Self.path(field)] ?? false)
        case "status.podIPs": text(object["status"]?["podIPs"]?[0]?["ip"])
        case "status.successful": text(object["status"]?["succeeded"] ?? 0)
        case "status.replicas": text(object["status"]?["replicas"] ?? 0)
        case "reportingComponent": text(object["reportingComponent"] ?? object["source"]?["component"])
        default: text(object[path: Self.path(field)])
        }
    }

    private static func path(_ field: String) -> [String] { field.split(separator: ".").map(String.init) }

    private func text(_ value: Value?) -> String {
        switch value {
        case .string(let text)?: text
        case .bool(let flag)?: String(flag)
        case .integer(let number)?: String(number)
        case .null?, .double?, .array?, .object?, nil: ""
        }
    }

    private func message(of field: String) -> String {
        switch refusal {
        case .own: "field label not supported: \(field)"
        case .common:
            "\(GoText.quoted(field)) is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
        case .job: "field label \(GoText.quoted(field)) not supported for batchv1.Job"
        case .resourceSlice:
            "field label not supported for \(resource.apiVersion), Kind=\(resource.kind): \(field)"
        }
    }
}

extension SelectableFields {
    private static func same(_ fields: String...) -> [String: String] {
        Dictionary(uniqueKeysWithValues: fields.map { ($0, $0) })
    }

    private static let special: [GroupResource: [String: String]] = [
        ResourceType.pods.groupResource: same(
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.podIPs", "status.nominatedNodeName"
        ).merging(["spec.host": "spec.nodeName"]) { first, _ in first },
        ResourceType.events.groupResource: eventFields,
        ResourceType.eventsV1.groupResource: eventsGroupFields,
        ResourceType.nodes.groupResource: same("spec.unschedulable"),
        ResourceType.namespaces.groupResource: same("status.phase"),
        ResourceType.secrets.groupResource: same("type"),
        ResourceType.services.groupResource: same("spec.clusterIP", "spec.type"),
        ResourceType.replicaSets.groupResource: same("status.replicas"),
        ResourceType.replicationControllers.groupResource: same("status.replicas"),
        ResourceType.jobs.groupResource: same("status.successful"),
        ResourceType.certificateSigningRequests.groupResource: same("spec.signerName"),
        ResourceType.resourceSlices.groupResource: same("spec.nodeName", "spec.driver"),
    ]

    private static let eventFields = same(
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
        "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason",
        "reportingComponent", "source", "type")

    /// The names of `events.k8s.io`, over the same storage. Source: pkg/apis/events/v1/conversion.go
    private static let eventsGroupFields: [String: String] = [
        "regarding.kind": "involvedObject.kind", "regarding.namespace": "involvedObject.namespace",
        "regarding.name": "involvedObject.name", "regarding.uid": "involvedObject.uid",
        "regarding.apiVersion": "involvedObject.apiVersion",
        "regarding.resourceVersion": "involvedObject.resourceVersion",
        "regarding.fieldPath": "involvedObject.fieldPath", "reason": "reason",
        "reportingController": "reportingComponent", "type": "type",
    ]
}

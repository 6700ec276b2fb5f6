import Documents
import KubeModel

/// How the parts of a value are owned: fields by name, elements of keyed lists by key, the rest as wholes.
///
/// Source: structured-merge-diff; the kinds of lists and maps are those of `x-kubernetes-list-type` and `-map-type`.
struct OwnershipSchema: Sendable {
    /// The type of the schema, or `nil` inside maps of plain values and custom resources.
    let typeName: String?
    /// Objects without a schema are read as structures, as custom resources are.
    let isOpen: Bool

    static func type(_ name: String) -> OwnershipSchema { OwnershipSchema(typeName: name, isOpen: false) }
    static let plain = OwnershipSchema(typeName: nil, isOpen: false)
    static let open = OwnershipSchema(typeName: nil, isOpen: true)

    enum Shape {
        case atomic
        case structure(OwnershipSchema, isPointer: Bool)
        case map(OwnershipSchema)
        case keyedList(keys: [String], OwnershipSchema)
        case set
    }
}

extension OwnershipSchema {
    static func of(_ resource: ResourceType) -> OwnershipSchema {
        resource.schemaType.isEmpty ? .open : .type(resource.schemaType)
    }

    func shape(of name: String) -> Shape {
        guard let typeName else { return isOpen ? .structure(.open, isPointer: true) : .atomic }
        guard let field = Schema.builtIn.type(typeName)?.field(name) else { return .atomic }
        return Self.shape(of: field)
    }

    private static func shape(of field: SchemaField) -> Shape {
        let inner = field.typeName.map(OwnershipSchema.type) ?? .plain
        switch (field.shape, field.listKind) {
        case (_, .atomic?): return .atomic
        case (.list, .map(let keys)?): return .keyedList(keys: keys, inner)
        case (.list, .set?): return .set
        case (.map, _): return .map(inner)
        case (.single, _):
            guard let name = field.typeName, !isAtomic(name, in: field) else { return .atomic }
            return .structure(inner, isPointer: field.isPointer)
        case (.list, nil), (.mapOfLists, _): return .atomic
        }
    }

    /// Small structs that one manager owns as wholes; only the claim of a volume is an exception.
    ///
    /// Source: the `+structType` marks of `k8s.io/api/*/*/types.go` and `k8s.io/apimachinery/pkg/apis/meta/v1/types.go`.
    private static func isAtomic(_ type: String, in field: SchemaField) -> Bool {
        atomicTypes.contains(type) && field.name != "claimRef"
    }

    private static let atomicTypes: Set<String> = [
        "LabelSelector", "OwnerReference", "LocalObjectReference", "ObjectReference", "TypedLocalObjectReference",
        "SecretReference", "ConfigMapKeySelector", "SecretKeySelector", "FileKeySelector", "ObjectFieldSelector",
        "ResourceFieldSelector", "NodeSelector", "NodeSelectorTerm", "TopologySelectorTerm", "ScopeSelector",
        "ScopedResourceSelectorRequirement", "EndpointAddress", "core.v1.EndpointPort", "discovery.v1.EndpointPort",
        "autoscaling.v1.CrossVersionObjectReference", "autoscaling.v2.CrossVersionObjectReference",
        "ServiceBackendPort", "RoleRef", "rbac.v1.Subject", "ParamKind", "ParamRef", "MatchResources",
        "NamedRuleWithOperations",
    ]

    /// The key by which an element of a keyed list is found: `{"containerPort":80,"protocol":"TCP"}`.
    static func key(of element: Value, _ keys: [String]) -> String {
        var object = Object()
        for name in keys { object[name] = element[name] ?? (name == "protocol" ? "TCP" : nil) }
        return JSON.encode(.object(object))
    }
}

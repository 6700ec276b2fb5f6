import Documents
import KubeModel

/// What explain says of a type or a value: words, the values that it may have, and its fields.
struct ExplainNode {
    var description: String
    var values: [String] = []
    var fields: [ExplainField] = []
}

/// One field of a type; what is below it is found out when it is asked for.
struct ExplainField {
    var name: String
    /// `string`, `[]Container`, `map[string]string`
    var typeName: String
    var isRequired: Bool
    var node: () -> ExplainNode
}

extension ExplainNode {
    /// A type of the schema.
    init(_ type: SchemaType, isRoot: Bool = false) {
        description = ExplainTexts.text(of: type.name)
        fields = type.fieldsByName.map { ExplainField($0, of: type.name) }
        if isRoot {
            fields = (ExplainField.typeMeta + fields.filter { $0.name != "apiVersion" && $0.name != "kind" }).sorted {
                $0.name < $1.name
            }
        }
    }

    /// A schema of a custom resource.
    init(openAPI schema: Value, isRoot: Bool = false) {
        description = schema["description"]?.string ?? ""
        values = (schema["enum"]?.array ?? []).map(\.goText)
        let target = schema["items"] ?? schema["additionalProperties"] ?? schema
        let required = Set(target["required"]?.array?.compactMap(\.string) ?? [])
        fields = (target["properties"]?.object ?? [:]).map { name, child in
            ExplainField(
                name: name, typeName: Self.typeName(ofOpenAPI: child), isRequired: required.contains(name),
                node: { ExplainNode(openAPI: child) })
        }
        guard isRoot else { return }
        let metadata = ExplainField(
            name: "metadata", typeName: "ObjectMeta", isRequired: false,
            node: { Schema.builtIn.type("ObjectMeta").map { ExplainNode($0) } ?? ExplainNode(description: "") })
        fields =
            (ExplainField.typeMeta + [metadata]
            + fields.filter { !["apiVersion", "kind", "metadata"].contains($0.name) })
            .sorted { $0.name < $1.name }
    }

    private static func typeName(ofOpenAPI schema: Value) -> String {
        switch schema["type"]?.string {
        case "array": return "[]" + typeName(ofOpenAPI: schema["items"] ?? [:])
        case "object":
            guard let values = schema["additionalProperties"], values.bool == nil else { return "Object" }
            return "map[string]" + typeName(ofOpenAPI: values)
        case let type?: return type
        case nil: return schema["x-kubernetes-int-or-string"]?.bool == true ? "IntOrString" : "Object"
        }
    }
}

extension ExplainField {
    /// The two fields that every object begins with.
    static var typeMeta: [ExplainField] {
        ["apiVersion", "kind"].map { name in
            ExplainField(
                name: name, typeName: "string", isRequired: false,
                node: { ExplainNode(description: ExplainTexts.text(of: "TypeMeta.\(name)")) })
        }
    }

    init(_ field: SchemaField, of type: String) {
        let text = ExplainTexts.text(of: "\(type).\(field.name)")
        self.init(
            name: field.name, typeName: Self.typeName(of: field), isRequired: field.isRequired,
            node: {
                var node =
                    field.typeName.flatMap { Schema.builtIn.type($0) }.map { ExplainNode($0) }
                    ?? ExplainNode(description: "")
                if !text.isEmpty { node.description = text }
                if let name = field.scalarName { node.values = ExplainTexts.values[name] ?? [] }
                return node
            })
    }

    private static func typeName(of field: SchemaField) -> String {
        let element =
            switch field.element {
            case .string, .time, .microTime, .bytes: "string"
            case .int32, .int64: "integer"
            case .bool: "boolean"
            case .double: "number"
            case .quantity: "Quantity"
            case .intOrString: "IntOrString"
            case .raw: "Object"
            case .fields: "FieldsV1"
            case .json: "JSON"
            case .schemaOrBool: "JSONSchemaPropsOrBool"
            case .schemaOrArray: "JSONSchemaPropsOrArray"
            case .schemaOrStringArray: "JSONSchemaPropsOrStringArray"
            case .type(let name): name.split(separator: ".").last.map(String.init) ?? name
            }
        return switch field.shape {
        case .single: element
        case .list: "[]" + element
        case .map: "map[string]" + element
        case .mapOfLists: "map[string][]" + element
        }
    }
}

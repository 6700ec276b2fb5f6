import Documents
import KubeModel

/// Go's names of the types of fields, as they stand in messages about values of a wrong type.
enum GoTypeName {
    /// `v1.RestartPolicy`, `int32`, `v1.Container`
    static func element(_ field: SchemaField) -> String {
        if let name = field.scalarName, field.element != .quantity {
            return name.contains(".") ? name : package(of: field) + name
        }
        return switch field.element {
        case .string: "string"
        case .int32: "int32"
        case .int64: "int64"
        case .bool: "bool"
        case .double: "float64"
        case .time: "v1.Time"
        case .microTime: "v1.MicroTime"
        case .quantity: "resource.Quantity"
        case .intOrString: "intstr.IntOrString"
        case .bytes: "[]uint8"
        case .raw: "runtime.RawExtension"
        case .fields: "v1.FieldsV1"
        case .json: "v1.JSON"
        case .schemaOrBool: "v1.JSONSchemaPropsOrBool"
        case .schemaOrArray: "v1.JSONSchemaPropsOrArray"
        case .schemaOrStringArray: "v1.JSONSchemaPropsOrStringArray"
        case .type(let name): Schema.builtIn.type(name)?.goName ?? name
        }
    }

    /// `map[string]string`, `v1.ResourceList`
    static func map(_ field: SchemaField) -> String {
        if field.element == .quantity, let name = field.scalarName { return package(of: field) + name }
        return "map[string]" + element(field)
    }

    /// The names of scalars of the second version of autoscaling; all others are of a `v1`.
    private static let secondVersion: Set<String> = [
        "MetricSourceType", "MetricTargetType", "ScalingPolicySelect", "HPAScalingPolicyType",
        "HorizontalPodAutoscalerConditionType",
    ]

    private static func package(of field: SchemaField) -> String {
        field.scalarName.map(secondVersion.contains) == true ? "v2." : "v1."
    }

    /// What a list element or map member is when `null` stands for it.
    static func zero(_ field: SchemaField) -> Value {
        switch field.element {
        case .string, .bytes: ""
        case .int32, .int64, .double, .intOrString: 0
        case .bool: false
        case .quantity: "0"
        case .time, .microTime, .raw, .fields, .json, .schemaOrBool, .schemaOrArray, .schemaOrStringArray: .null
        case .type: .object(Object())
        }
    }

    /// `string`, `object`, `number 1.5`
    static func description(of value: Value, number showsNumber: Bool) -> String {
        switch value {
        case .null: "null"
        case .bool: "bool"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        case .integer(let number): showsNumber ? "number \(number)" : "number"
        case .double(let number): showsNumber ? "number \(GoNumber.json(number))" : "number"
        }
    }
}

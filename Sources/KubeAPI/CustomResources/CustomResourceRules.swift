import Documents
import KubeModel

/// What is wrong with a custom object. Source: k8s.io/apiextensions-apiserver/pkg/registry/customresource/validator.go
enum CustomResourceRules {
    /// `version` is the entry of the definition that serves the object.
    static func errors(in object: Object, _ resource: ResourceType, version: Value) -> [FieldError] {
        var errors = FieldErrors()
        MetadataRules.check(object, isNamespaced: resource.isNamespaced, name: MetadataRules.subdomain, &errors)
        if let schema = version["schema"]?["openAPIV3Schema"] {
            var checked = object
            let properties = schema.map("properties")
            for name in ["apiVersion", "kind", "metadata"] where properties[name] == nil { checked[name] = nil }
            SchemaValidator.check(.object(checked), schema, .root, name: "", &errors)
        }
        if let scale = version["subresources"]?["scale"] { self.scale(object, scale, &errors) }
        if let schema = version["schema"]?["openAPIV3Schema"] {
            ListKindRules.check(.object(object), schema, .root, &errors)
        }
        return errors.list
    }

    private static func scale(_ object: Object, _ scale: Value, _ errors: inout FieldErrors) {
        for field in ["specReplicasPath", "statusReplicasPath"] {
            let place = scale.text(field)
            let names = place.split(separator: ".").map(String.init)
            let found = names.reduce(Value?.some(.object(object))) { value, name in value.flatMap { $0[name] } }
            guard let count = found?.integer else { continue }
            let path = FieldPath(text: place)
            if count < 0 {
                errors.invalid(path, count, "should be a non-negative integer")
            } else if count > Int64(Int32.max) {
                errors.invalid(path, count, "should be less than or equal to \(Int32.max)")
            }
        }
    }
}

/// Lists that are sets or maps have nothing twice.
///
/// Source: k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype/validation.go
enum ListKindRules {
    static func check(_ value: Value, _ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch value {
        case .array(let elements):
            duplicates(elements, schema, path, &errors)
            guard let items = schema["items"] else { return }
            for (index, element) in elements.enumerated() { check(element, items, path[index], &errors) }
        case .object(let members):
            let properties = schema.map("properties")
            for (name, member) in members {
                if let property = properties[name] {
                    check(member, property, path[name], &errors)
                } else if let others = schema["additionalProperties"], case .object = others {
                    check(member, others, path.key(name), &errors)
                }
            }
        case .null, .bool, .integer, .double, .string: break
        }
    }

    private static func duplicates(
        _ elements: [Value], _ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let keys = schema.texts("x-kubernetes-list-map-keys")
        let identity: (Value) -> Value
        switch schema.text("x-kubernetes-list-type") {
        case "set": identity = { $0 }
        case "map":
            let defaults = schema.part("items").map("properties")
            identity = { element in
                .object(
                    Object(
                        keys.compactMap { key in (element[key] ?? defaults[key]?["default"]).map { (key, $0) } }))
            }
        default: return
        }
        var seen: Set<Value> = []
        for (index, element) in elements.enumerated() where !seen.insert(identity(element)).inserted {
            errors.duplicate(path[index], .value(identity(element)))
        }
    }
}

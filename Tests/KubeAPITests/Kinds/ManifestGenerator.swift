import Documents
import KubeModel

@testable import KubeAPI

/// Writes objects of a type from the schema so that every field is set in one of them.
///
/// The schema says which fields there are; `Fixtures/kinds/values.txt` says which values make sense, which fields
/// exclude each other and which no client may set.
struct ManifestGenerator {
    let facts: ManifestFacts

    /// The manifests of a resource: one, or several where fields exclude each other.
    func manifests(of resource: ResourceType) -> [Object] {
        variants(of: resource.schemaType, above: []).enumerated().map { index, variant in
            var object = variant
            object["apiVersion"] = .string(resource.apiVersion)
            object["kind"] = .string(resource.kind)
            object["status"] = nil
            var metadata = facts.metadata
            metadata["name"] = .string(facts.name(of: resource, index))
            if resource.isNamespaced { metadata["namespace"] = "default" }
            object["metadata"] = .object(metadata)
            for (path, value) in facts.corrections[resource.kind] ?? [] { object[path: path] = value }
            return object
        }
    }

    /// Objects of a type, as many as its choices need.
    private func variants(of name: String, above: [String]) -> [Object] {
        guard let type = Schema.builtIn.type(name), above.filter({ $0 == name }).count < 2 else { return [Object()] }
        let fields = type.fields.filter { !facts.isSkipped(name, $0.name) }
        let choices = facts.choices(of: type)
        let chosen = Set(choices.flatMap { $0 }.map(Self.field))
        let common = fields.filter { !chosen.contains($0.name) }
        guard !choices.isEmpty else { return objects(of: common, name, above) }
        return choices.flatMap { choice in
            let names = choice.map(Self.field)
            return objects(of: common + fields.filter { names.contains($0.name) }, name, above).map {
                Self.setting(choice, in: $0)
            }
        }
    }

    /// `type=Limited` chooses a field and its value.
    private static func field(_ choice: String) -> String { String(choice.prefix { $0 != "=" }) }

    private static func setting(_ choice: [String], in object: Object) -> Object {
        var object = object
        for part in choice {
            let words = part.split(separator: "=", maxSplits: 1).map(String.init)
            if words.count == 2 { object[words[0]] = .string(words[1]) }
        }
        return object
    }

    /// Objects with all of some fields; as many as the field with the most values has.
    private func objects(of fields: [SchemaField], _ type: String, _ above: [String]) -> [Object] {
        let values = fields.map { ($0.name, self.values(of: $0, type, above)) }
        let count = values.map(\.1.count).max() ?? 1
        return (0..<max(1, count)).map { index in
            Object(
                values.compactMap { name, values in
                    values.isEmpty ? nil : (name, values[min(index, values.count - 1)])
                })
        }
    }

    private func values(of field: SchemaField, _ type: String, _ above: [String]) -> [Value] {
        if let value = facts.value(of: field.name, in: type) { return [value] }
        guard let inner = field.typeName else {
            let scalar = Self.scalar(field)
            switch field.shape {
            case .single: return [scalar]
            case .list: return [[scalar]]
            case .map: return [["key": scalar]]
            case .mapOfLists: return [["key": [scalar]]]
            }
        }
        let elements = variants(of: inner, above: above + [type])
        switch field.shape {
        case .single: return elements.map(Value.object)
        case .list, .mapOfLists: return [.array(Self.distinct(elements, field).map(Value.object))]
        case .map: return [["key": .object(elements.first ?? Object())]]
        }
    }

    /// The elements of a list made to differ in their names, or in what else tells them apart.
    private static func distinct(_ elements: [Object], _ field: SchemaField) -> [Object] {
        var keys = ["name"]
        if case .map(let names)? = field.listKind { keys = names }
        if let key = field.patchMergeKey, !keys.contains(key) { keys.append(key) }
        return elements.enumerated().map { index, element in
            guard index > 0 else { return element }
            var element = element
            for key in keys {
                switch element[key] {
                case .string(let text)? where text.hasPrefix("/"): element[key] = .string("\(text)/\(index)")
                case .string(let text)? where key == "name": element[key] = .string("\(text)-\(index)")
                case .integer(let number)?: element[key] = .integer(number + Int64(index))
                default: break
                }
            }
            return element
        }
    }

    private static func scalar(_ field: SchemaField) -> Value {
        switch field.element {
        case .string: "text"
        case .int32, .int64, .intOrString: 1
        case .double: 1.5
        case .bool: true
        case .time: "2026-01-01T00:00:00Z"
        case .microTime: "2026-01-01T00:00:00.000000Z"
        case .quantity: "1"
        case .bytes: "dGV4dA=="
        case .raw, .fields, .json: ["key": "value"]
        case .schemaOrBool, .schemaOrArray, .schemaOrStringArray: true
        case .type: [:]
        }
    }
}

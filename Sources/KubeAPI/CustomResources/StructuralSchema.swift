import Documents
import KubeModel

/// The OpenAPI schema of a custom resource: what its fields may be, and what they are when they are not set.
///
/// Source: `k8s.io/apiextensions-apiserver/pkg/apiserver/schema`.
struct StructuralSchema {
    /// A `JSONSchemaProps` tree.
    let node: Value

    init(_ node: Value) {
        self.node = node
    }

    func property(_ name: String) -> StructuralSchema? {
        node["properties"]?[name].map(StructuralSchema.init)
    }

    private var additional: StructuralSchema? {
        guard case .object? = node["additionalProperties"] else { return nil }
        return node["additionalProperties"].map(StructuralSchema.init)
    }

    private var items: StructuralSchema? { node["items"].map(StructuralSchema.init) }

    private var keepsUnknownFields: Bool { node["x-kubernetes-preserve-unknown-fields"]?.bool == true }
}

// MARK: - Pruning and defaults

extension StructuralSchema {
    /// Whether a member of an object of this schema has a place.
    func keeps(_ name: String) -> Bool {
        property(name) != nil || additional != nil || keepsUnknownFields || node["additionalProperties"] == true
    }

    /// Drops what the schema does not know below a member, and returns the paths of what was dropped.
    func pruneMember(_ name: String, _ value: inout Value) -> [String] {
        guard keeps(name) else { return [name] }
        return (property(name) ?? additional)?.prune(&value, name) ?? []
    }

    private func prune(_ value: inout Value, _ path: String) -> [String] {
        switch value {
        case .object(var members):
            guard node["x-kubernetes-embedded-resource"]?.bool != true else { return [] }
            var dropped: [String] = []
            for name in members.names {
                guard keeps(name) else {
                    dropped.append("\(path).\(name)")
                    members[name] = nil
                    continue
                }
                guard let inner = property(name) ?? additional, var part = members[name] else { continue }
                dropped += inner.prune(&part, "\(path).\(name)")
                members[name] = part
            }
            value = .object(members)
            return dropped
        case .array(var elements):
            guard let items else { return [] }
            var dropped: [String] = []
            for index in elements.indices { dropped += items.prune(&elements[index], "\(path)[\(index)]") }
            value = .array(elements)
            return dropped
        case .null, .bool, .integer, .double, .string: return []
        }
    }

    /// Sets the defaults of everything but the metadata.
    func completeRoot(_ object: inout Object) {
        for (name, member) in node["properties"]?.object ?? Object()
        where !["apiVersion", "kind", "metadata"].contains(name) {
            StructuralSchema(member).complete(&object[name])
        }
    }

    private func complete(_ value: inout Value?) {
        if value == nil || (value == .null && node["nullable"]?.bool != true), let initial = node["default"] {
            value = initial
        }
        switch value {
        case .object(var members)?:
            for (name, member) in node["properties"]?.object ?? Object() {
                StructuralSchema(member).complete(&members[name])
            }
            if let additional {
                for name in members.names where property(name) == nil { additional.complete(&members[name]) }
            }
            value = .object(members)
        case .array(let elements)?:
            guard let items else { return }
            value = .array(
                elements.map { element in
                    var element: Value? = element
                    items.complete(&element)
                    return element ?? .null
                })
        default: break
        }
    }
}

// MARK: - Validation

extension StructuralSchema {
    /// Everything that is wrong with an object, properties by name and then what is missing.
    func errors(in object: Object) -> [FieldError] {
        var checked = object
        for name in ["apiVersion", "kind", "metadata"] where property(name) == nil { checked[name] = nil }
        return errors(of: .object(checked), at: "")
    }

    private func errors(of value: Value, at path: String) -> [FieldError] {
        if value == .null { return node["nullable"]?.bool == true ? [] : typeErrors(value, path) }
        let wrongType = typeErrors(value, path)
        guard wrongType.isEmpty else { return wrongType }
        return enumErrors(value, path) + boundErrors(value, path) + memberErrors(value, path)
    }

    private func typeErrors(_ value: Value, _ path: String) -> [FieldError] {
        guard let type = node["type"]?.string else { return [] }
        if node["x-kubernetes-int-or-string"]?.bool == true { return [] }
        let actual = Self.typeName(of: value)
        guard actual != type, !(type == "number" && actual == "integer") else { return [] }
        return [
            FieldError(
                path.isEmpty ? "<nil>" : path,
                .typeInvalid(.string(actual), "\(path) in body must be of type \(type): \"\(actual)\""))
        ]
    }

    private static func typeName(of value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .double(let number): number == number.rounded() ? "integer" : "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    private func enumErrors(_ value: Value, _ path: String) -> [FieldError] {
        guard let allowed = node["enum"]?.array, !allowed.contains(value) else { return [] }
        let names = allowed.map { $0.string ?? JSON.encode($0) }
        return [FieldError(path, .notSupported(BadValue(value), supported: names))]
    }

    private func boundErrors(_ value: Value, _ path: String) -> [FieldError] {
        var problems: [String] = []
        if let number = value.double {
            if let most = node["maximum"], let bound = most.double {
                let isOpen = node["exclusiveMaximum"]?.bool == true
                if isOpen ? number >= bound : number > bound {
                    problems.append("should be less than \(isOpen ? "" : "or equal to ")\(JSON.encode(most))")
                }
            }
            if let least = node["minimum"], let bound = least.double {
                let isOpen = node["exclusiveMinimum"]?.bool == true
                if isOpen ? number <= bound : number < bound {
                    problems.append("should be greater than \(isOpen ? "" : "or equal to ")\(JSON.encode(least))")
                }
            }
            if let factor = node["multipleOf"], let divisor = factor.double, divisor != 0 {
                let quotient = number / divisor
                if quotient != quotient.rounded() { problems.append("should be a multiple of \(JSON.encode(factor))") }
            }
        }
        if let text = value.string {
            let length = text.unicodeScalars.count
            if let least = node["minLength"]?.int, length < least {
                problems.append("should be at least \(least) chars long")
            }
            if let most = node["maxLength"]?.int, length > most {
                problems.append("should be at most \(most) chars long")
            }
            if let pattern = node["pattern"]?.string, !Self.matches(text, pattern) {
                problems.append("should match '\(pattern)'")
            }
        }
        if let elements = value.array {
            if let least = node["minItems"]?.int, elements.count < least {
                problems.append("should have at least \(least) items")
            }
            if let most = node["maxItems"]?.int, elements.count > most {
                return [FieldError(path, .tooMany(actual: elements.count, max: most))]
            }
        }
        if let members = value.object {
            if let least = node["minProperties"]?.int, members.count < least {
                problems.append("should have at least \(least) properties")
            }
            if let most = node["maxProperties"]?.int, members.count > most {
                problems.append("should have at most \(most) properties")
            }
        }
        return problems.map { FieldError(path, .invalid(BadValue(value), "\(path) in body \($0)")) }
    }

    private func memberErrors(_ value: Value, _ path: String) -> [FieldError] {
        switch value {
        case .object(let members):
            var errors: [FieldError] = []
            for (name, part) in members {
                guard let inner = property(name) ?? additional else { continue }
                errors += inner.errors(of: part, at: path.isEmpty ? name : "\(path).\(name)")
            }
            for name in node["required"]?.array?.compactMap(\.string) ?? [] where members[name] == nil {
                errors.append(FieldError(path.isEmpty ? name : "\(path).\(name)", .required("")))
            }
            return errors
        case .array(let elements):
            guard let items else { return [] }
            return elements.enumerated().flatMap { items.errors(of: $0.element, at: "\(path)[\($0.offset)]") }
        case .null, .bool, .integer, .double, .string: return []
        }
    }

    /// Patterns are Go regular expressions; one that this engine cannot read accepts everything.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        guard let expression = try? Regex(pattern) else { return true }
        return (try? expression.firstMatch(in: text)) ?? nil != nil
    }
}

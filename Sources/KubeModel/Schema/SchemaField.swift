/// One field of a type of the API.
package struct SchemaField: Hashable, Sendable {
    /// How many values the field holds.
    package enum Shape: Hashable, Sendable { case single, list, map, mapOfLists }

    /// What one value is.
    package enum Element: Hashable, Sendable {
        case string, int32, int64, bool, double, time, microTime, quantity, intOrString, bytes
        /// Any object, kept as it is (`runtime.RawExtension`, `metav1.FieldsV1`).
        case raw, fields
        /// Any value, kept as it is (`apiextensions.JSON`).
        case json
        /// `JSONSchemaProps`, or one of the other forms that JSON Schema allows in its place.
        case schemaOrBool, schemaOrArray, schemaOrStringArray
        /// A type of the schema.
        case type(String)
    }

    /// Who may own the parts of a list or map in server-side apply, and how they are told apart.
    package enum ListKind: Hashable, Sendable {
        case atomic, set
        case map(keys: [String])
    }

    package let name: String
    package let shape: Shape
    package let element: Element
    /// `RestartPolicy` when the value is of a named scalar type.
    package let scalarName: String?
    /// A pointer in Go: an empty value is kept, only a missing one is left out.
    package let isPointer: Bool
    package let isRequired: Bool
    /// Written even when empty.
    package let isAlwaysWritten: Bool
    /// `merge`, `retainKeys`, `replace`
    package let patchStrategies: [String]
    package let patchMergeKey: String?
    package let listKind: ListKind?
    /// The struct that Go embeds it from: `VolumeSource`.
    package let embedding: String?
}

extension SchemaField {
    /// The name of the type of one value when that is a type of the schema.
    package var typeName: String? {
        if case .type(let name) = element { name } else { nil }
    }

    package var mergesInPatches: Bool { patchStrategies.contains("merge") }
    package var retainsKeysInPatches: Bool { patchStrategies.contains("retainKeys") }
}

extension SchemaField {
    /// Parses `replicas *int32 patch=...`.
    init(line: Substring) {
        var words = line.split(separator: " ")[...]
        name = String(words.popFirst() ?? "")
        var rest = words.popFirst() ?? ""
        isPointer = rest.first == "*"
        if isPointer { rest.removeFirst() }
        (shape, rest) = Self.shape(of: rest)
        if let open = rest.firstIndex(of: "(") {
            scalarName = String(rest[rest.index(after: open)...].dropLast())
            rest = rest[..<open]
        } else {
            scalarName = nil
        }
        element = Self.element(named: rest)
        let marks = Marks(words)
        isRequired = marks.isRequired
        isAlwaysWritten = marks.isRequired || marks.isKept
        patchStrategies = marks.patchStrategies
        patchMergeKey = marks.patchMergeKey
        listKind = marks.listKind
        embedding = marks.embedding
    }

    private static func shape(of type: Substring) -> (Shape, Substring) {
        if type.hasPrefix("map[string][]") { return (.mapOfLists, type.dropFirst(13)) }
        if type.hasPrefix("map[string]") { return (.map, type.dropFirst(11)) }
        if type.hasPrefix("[]") { return (.list, type.dropFirst(2)) }
        return (.single, type)
    }

    private static func element(named name: Substring) -> Element {
        switch name {
        case "string": .string
        case "int32": .int32
        case "int64": .int64
        case "bool": .bool
        case "double": .double
        case "time": .time
        case "micro-time": .microTime
        case "quantity": .quantity
        case "int-or-string": .intOrString
        case "bytes": .bytes
        case "raw": .raw
        case "fields": .fields
        case "JSON": .json
        case "JSONSchemaPropsOrBool": .schemaOrBool
        case "JSONSchemaPropsOrArray": .schemaOrArray
        case "JSONSchemaPropsOrStringArray": .schemaOrStringArray
        default: .type(String(name))
        }
    }
}

/// The marks at the end of a line of the schema table.
private struct Marks {
    var isRequired = false
    var isKept = false
    var patchStrategies: [String] = []
    var patchMergeKey: String?
    var listKind: SchemaField.ListKind?
    var embedding: String?

    init(_ words: ArraySlice<Substring>) {
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1)
            let value = parts.count == 2 ? parts[1] : ""
            switch parts[0] {
            case "!": isRequired = true
            case "keep": isKept = true
            case "patch": setPatch(value)
            case "list", "map": listKind = Self.listKind(value)
            case "in": embedding = String(value)
            default: break
            }
        }
    }

    private mutating func setPatch(_ text: Substring) {
        let parts = text.split(separator: ":")
        patchStrategies = parts[0].split(separator: ",").map(String.init)
        patchMergeKey = parts.count == 2 ? String(parts[1]) : nil
    }

    private static func listKind(_ text: Substring) -> SchemaField.ListKind? {
        let parts = text.split(separator: ":")
        switch parts[0] {
        case "atomic": return .atomic
        case "set": return .set
        case "map": return .map(keys: parts.count == 2 ? parts[1].split(separator: ",").map(String.init) : [])
        default: return nil
        }
    }
}

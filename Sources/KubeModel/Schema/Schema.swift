import Synchronization

/// The types of the API: their fields, value types, and how patches and server-side apply treat them.
///
///     Schema.builtIn.type("PodSpec")?.field("containers")?.patchMergeKey == "name"
package struct Schema: Sendable {
    package static let builtIn = Schema()

    /// Where each type's lines are: the header and what follows it up to the next one.
    private let index: [Substring: Substring]

    private init() {
        var index: [Substring: Substring] = [:]
        for area in SchemaTable.areas { Self.index(area, into: &index) }
        self.index = index
    }

    /// Parsed types, kept because every request needs some of them; parsing is a pure function of the name.
    private static let parsed = Mutex<[String: SchemaType]>([:])
}

extension Schema {
    /// The type of this name; `nil` when the schema has none.
    package func type(_ name: String) -> SchemaType? {
        if let type = Self.parsed.withLock({ $0[name] }) { return type }
        guard let text = index[name[...]] else { return nil }
        var lines = text.split(separator: "\n")
        let type = SchemaType(header: lines.removeFirst(), lines: lines)
        Self.parsed.withLock { $0[name] = type }
        return type
    }

    /// The names of all types, sorted.
    package var typeNames: [String] { index.keys.map(String.init).sorted() }

    /// The field at a path of names: `type("Deployment", at: ["spec", "template"])`.
    package func field(of type: String, at path: some Collection<String>) -> SchemaField? {
        guard let first = path.first, let field = self.type(type)?.field(first) else { return nil }
        guard path.count > 1 else { return field }
        return field.typeName.flatMap { self.field(of: $0, at: path.dropFirst()) }
    }

    /// Cuts an area into its types: a line that does not begin with a space begins a type.
    private static func index(_ area: String, into index: inout [Substring: Substring]) {
        let bytes = area.utf8
        let newline = UInt8(ascii: "\n")
        let space = UInt8(ascii: " ")
        var start = bytes.startIndex
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let lineEnd = bytes[position...].firstIndex(of: newline) ?? bytes.endIndex
            let next = lineEnd < bytes.endIndex ? bytes.index(after: lineEnd) : lineEnd
            if next == bytes.endIndex || bytes[next] != space {
                let text = area[start..<lineEnd]
                index[text.prefix { $0 != " " && $0 != "\n" }] = text
                start = next
            }
            position = next
        }
    }
}

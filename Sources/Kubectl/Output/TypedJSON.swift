import Documents
import KubeModel

/// JSON with its members in the order in which Go declares the fields of the types, as typed clients write it.
///
/// Source: `k8s.io/apimachinery/pkg/runtime/serializer/json`; objects that were made by a typed client print `kind` first.
enum TypedJSON {
    /// On one line, or with so many spaces a level.
    static func encode(_ value: Value, indentation: Int? = nil) -> String {
        var writer = Writer(indentation: indentation)
        writer.write(value, typeName: typeName(of: value))
        return writer.text
    }

    private static func typeName(of value: Value) -> String? {
        guard case .object(let object) = value else { return nil }
        return ResourceRegistry.builtIn.type(apiVersion: object.apiVersion, kind: object.kind)?.schemaType
    }

    private struct Writer {
        let indentation: Int?
        var text = ""
        var level = 0

        mutating func write(_ value: Value, typeName: String?) {
            switch value {
            case .object(let object): write(object, typeName)
            case .array(let elements):
                writeItems(elements.count, "[", "]") { writer, index in
                    writer.write(elements[index], typeName: typeName ?? TypedJSON.typeName(of: elements[index]))
                }
            case .null, .bool, .integer, .double, .string: text += JSON.encode(value)
            }
        }

        private mutating func write(_ object: Object, _ typeName: String?) {
            let type = typeName.flatMap { Schema.builtIn.type($0) }
            let members = Self.ordered(object, type)
            writeItems(members.count, "{", "}") { writer, index in
                let (key, value) = members[index]
                writer.text += JSON.encode(.string(key)) + (writer.indentation == nil ? ":" : ": ")
                let field = type?.field(key)
                let isPlainMap = field?.shape == .map && field?.typeName == nil
                writer.write(value, typeName: isPlainMap ? nil : field?.typeName)
            }
        }

        private mutating func writeItems(
            _ count: Int, _ open: String, _ close: String, _ item: (inout Writer, Int) -> Void
        ) {
            text += open
            level += 1
            for index in 0..<count {
                if index > 0 { text += "," }
                newLine()
                item(&self, index)
            }
            level -= 1
            if count > 0 { newLine() }
            text += close
        }

        private mutating func newLine() {
            guard let indentation else { return }
            text += "\n" + String(repeating: " ", count: indentation * level)
        }

        /// `kind` and `apiVersion`, the fields that the type declares, and then whatever else there is.
        private static func ordered(_ object: Object, _ type: SchemaType?) -> [(String, Value)] {
            guard let type else { return object.map { ($0, $1) } }
            // Only whole objects begin with their kind; a reference keeps the order of its own fields.
            let first = type.field("metadata") == nil ? [] : ["kind", "apiVersion"]
            let declared = first + type.fields.map(\.name).filter { !first.contains($0) }
            let known = declared.compactMap { name in object[name].map { (name, $0) } }
            let names = Set(declared)
            return known + object.filter { !names.contains($0.0) }.map { ($0, $1) }
        }
    }
}

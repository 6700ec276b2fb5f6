import Documents
import KubeModel

/// JSON with its members in the order in which Go declares the fields of the types, as typed clients write it.
///
/// Source: `k8s.io/apimachinery/pkg/runtime/serializer/json`; objects that were made by a typed client print `kind` first.
enum TypedJSON {
    /// On one line, or with so many spaces a level.
    static func encode(_ value: Value, indentation: Int? = nil) -> String {
        encode(value, order: order(of: value), indentation: indentation)
    }

    static func encode(_ value: Value, order: MemberOrder?, indentation: Int? = nil) -> String {
        var writer = Writer(indentation: indentation)
        writer.write(value, order)
        return writer.text
    }

    /// The order of an object's type; `nil` for what is no object of a known kind.
    static func order(of value: Value) -> MemberOrder? {
        guard case .object(let object) = value,
            let type = ResourceRegistry.builtIn.type(apiVersion: object.apiVersion, kind: object.kind)
        else { return nil }
        return order(ofType: type.schemaType)
    }

    /// `kind` and `apiVersion`, then the fields that the type declares.
    private static func order(ofType name: String) -> MemberOrder? {
        guard let type = Schema.builtIn.type(name) else { return nil }
        // Only whole objects begin with their kind; a reference keeps the order of its own fields.
        let first = type.field("metadata") == nil ? [] : ["kind", "apiVersion"]
        return MemberOrder(first + type.fields.map(\.name).filter { !first.contains($0) }) { name in
            (type.field(name)?.typeName).flatMap { order(ofType: $0) }
        }
    }

    private struct Writer {
        let indentation: Int?
        var text = ""
        var level = 0

        mutating func write(_ value: Value, _ order: MemberOrder?) {
            switch value {
            case .object(let object):
                let members = order?.members(of: object) ?? object.map { ($0, $1) }
                writeItems(members.count, "{", "}") { writer, index in
                    let (key, value) = members[index]
                    writer.text += JSON.encode(.string(key)) + (writer.indentation == nil ? ":" : ": ")
                    writer.write(value, order?.inside(key))
                }
            case .array(let elements):
                writeItems(elements.count, "[", "]") { writer, index in
                    writer.write(elements[index], order ?? TypedJSON.order(of: elements[index]))
                }
            case .null, .bool, .integer, .double, .string: text += JSON.encode(value)
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
    }
}

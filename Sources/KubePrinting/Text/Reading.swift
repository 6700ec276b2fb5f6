import Documents
import KubeModel

/// Short ways to read fields whose absence means an empty text, zero or an empty list.
extension Value {
    func text(_ path: String...) -> String { at(path)?.string ?? "" }
    func count(_ path: String...) -> Int { at(path)?.int ?? 0 }
    func list(_ path: String...) -> [Value] { at(path)?.array ?? [] }
    func map(_ path: String...) -> Object { at(path)?.object ?? Object() }
    func flag(_ path: String...) -> Bool { at(path)?.bool ?? false }
    func time(_ path: String...) -> Instant? { at(path)?.string.flatMap(Instant.init(rfc3339:)) }

    private func at(_ path: [String]) -> Value? {
        path.reduce(Optional(self)) { value, key in value?[key] }
    }

    /// A string or a number as text: `80`, `25%`, `http`; empty for anything else.
    var scalarText: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .bool(let flag): String(flag)
        case .null, .array, .object: ""
        }
    }
}

extension Object {
    func text(_ path: String...) -> String { self[path: path]?.string ?? "" }
    func count(_ path: String...) -> Int { self[path: path]?.int ?? 0 }
    func list(_ path: String...) -> [Value] { self[path: path]?.array ?? [] }
    func map(_ path: String...) -> Object { self[path: path]?.object ?? Object() }
    func flag(_ path: String...) -> Bool { self[path: path]?.bool ?? false }
    func time(_ path: String...) -> Instant? { self[path: path]?.string.flatMap(Instant.init(rfc3339:)) }
}

extension String {
    /// The text, or another when it is empty: `"".or("<none>")`.
    func or(_ other: String) -> String { isEmpty ? other : self }
}

import Documents

/// Members of decoded objects, where a missing scalar is the empty one.
extension Value {
    func text(_ key: String) -> String { self[key]?.string ?? "" }
    func flag(_ key: String) -> Bool { self[key]?.bool ?? false }
    func number(_ key: String) -> Int64? { self[key]?.integer }
    func list(_ key: String) -> [Value] { self[key]?.array ?? [] }
    func texts(_ key: String) -> [String] { list(key).map { $0.string ?? "" } }
    func map(_ key: String) -> Object { self[key]?.object ?? Object() }
    /// A struct that Go always has.
    func part(_ key: String) -> Value { self[key] ?? .object(Object()) }
}

extension Object {
    func part(_ key: String) -> Value { self[key] ?? .object(Object()) }
    func text(_ key: String) -> String { self[key]?.string ?? "" }
    func list(_ key: String) -> [Value] { self[key]?.array ?? [] }
}

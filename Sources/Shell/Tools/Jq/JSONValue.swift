/// A JSON value as jq works on it; objects remember the order of their keys.
indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// What jq's `type` says.
    var type: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// Everything but `false` and `null`.
    var isTrue: Bool { self != .null && self != .bool(false) }

    static func < (left: JSONValue, right: JSONValue) -> Bool { left.compare(right) < 0 }

    /// jq's order of all values: null, false, true, numbers, texts, arrays, objects.
    func compare(_ other: JSONValue) -> Int {
        switch (self, other) {
        case (.number(let left), .number(let right)): return left < right ? -1 : left == right ? 0 : 1
        case (.string(let left), .string(let right)): return left == right ? 0 : FileTest.precedes(left, right) ? -1 : 1
        case (.array(let left), .array(let right)):
            for (first, second) in zip(left, right) {
                let result = first.compare(second)
                if result != 0 { return result }
            }
            return left.count < right.count ? -1 : left.count == right.count ? 0 : 1
        case (.object(let left), .object(let right)): return left.compare(right)
        default: return rank < other.rank ? -1 : rank == other.rank ? 0 : 1
        }
    }

    private var rank: Int {
        switch self {
        case .null: 0
        case .bool(let value): value ? 2 : 1
        case .number: 3
        case .string: 4
        case .array: 5
        case .object: 6
        }
    }
}

struct JSONObject: Hashable, Sendable {
    private(set) var keys: [String] = []
    private var values: [String: JSONValue] = [:]

    subscript(key: String) -> JSONValue? {
        get { values[key] }
        set {
            if values[key] == nil, newValue != nil { keys.append(key) }
            if newValue == nil, values[key] != nil { keys.removeAll { $0 == key } }
            values[key] = newValue
        }
    }

    var count: Int { keys.count }

    var sortedKeys: [String] { keys.sorted { FileTest.precedes($0, $1) } }

    /// Keys do not count in their order.
    static func == (left: JSONObject, right: JSONObject) -> Bool { left.values == right.values }

    func hash(into hasher: inout Hasher) { hasher.combine(values) }

    func compare(_ other: JSONObject) -> Int {
        let (left, right) = (sortedKeys, other.sortedKeys)
        let keyOrder = JSONValue.array(left.map { .string($0) }).compare(.array(right.map { .string($0) }))
        if keyOrder != 0 { return keyOrder }
        for key in left {
            let result = (values[key] ?? .null).compare(other.values[key] ?? .null)
            if result != 0 { return result }
        }
        return 0
    }
}

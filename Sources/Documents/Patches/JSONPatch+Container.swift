extension Value {
    func patchedValue(at key: String) throws(JSONPatchProblem) -> Value {
        guard case .array(let elements) = self else { return self[key] ?? .null }
        return elements[try Self.index(key, count: elements.count)]
    }

    mutating func replacePatched(_ value: Value, at key: String) throws(JSONPatchProblem) {
        guard case .array(var elements) = self else { return self[key] = value }
        elements[try Self.index(key, count: elements.count)] = value
        self = .array(elements)
    }

    mutating func insertPatched(_ value: Value, at key: String) throws(JSONPatchProblem) {
        guard case .array(var elements) = self else { return self[key] = value }
        if key == "-" {
            elements.append(value)
        } else {
            guard Int(key) != nil else { throw .improperIndex(key) }
            elements.insert(value, at: try Self.index(key, count: elements.count + 1))
        }
        self = .array(elements)
    }

    mutating func removePatched(at key: String) throws(JSONPatchProblem) {
        switch self {
        case .array(var elements):
            elements.remove(at: try Self.index(key, count: elements.count))
            self = .array(elements)
        case .object(var object):
            guard object[key] != nil else { throw .nonexistentKey(key) }
            object[key] = nil
            self = .object(object)
        case .null, .bool, .integer, .double, .string: throw .noContainer
        }
    }

    private static func index(_ key: String, count: Int) throws(JSONPatchProblem) -> Int {
        guard let index = Int(key) else { throw .indexNoNumber(key) }
        let place = index < 0 ? index + count : index
        guard (0..<count).contains(place) else { throw .invalidIndex(index) }
        return place
    }
}

extension Value {

    /// How many values this is, with all its parts.
    var partCount: Int {
        switch self {
        case .null, .bool, .integer, .double, .string: 1
        case .array(let elements): elements.reduce(1) { $0 + $1.partCount }
        case .object(let object): object.reduce(1) { $0 + $1.value.partCount }
        }
    }
}

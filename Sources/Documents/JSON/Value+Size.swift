extension Value {
    /// The bytes of the value as compact JSON, without those that escapes add; counting stops above `limit`.
    package func byteCount(upTo limit: Int) -> Int {
        var count = 0
        addBytes(to: &count, limit)
        return count
    }

    private func addBytes(to count: inout Int, _ limit: Int) {
        guard count <= limit else { return }
        switch self {
        case .null: count += 4
        case .bool(let flag): count += flag ? 4 : 5
        case .integer, .double: count += 8
        case .string(let text): count += text.utf8.count + 2
        case .array(let elements):
            count += 1 + max(1, elements.count)
            for element in elements { element.addBytes(to: &count, limit) }
        case .object(let object):
            count += 1 + max(1, object.count)
            for (key, value) in object {
                count += key.utf8.count + 3
                value.addBytes(to: &count, limit)
            }
        }
    }
}

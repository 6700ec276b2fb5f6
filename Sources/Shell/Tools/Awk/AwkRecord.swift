/// The record in hand and its fields.
struct AwkRecord: Sendable {
    private var line = ""
    private var fields: [String] = []
    private var isSplit = true
    private var isJoined = true

    mutating func set(_ text: String) {
        line = text
        isSplit = false
        isJoined = true
    }

    mutating func count(separator: String) -> Int {
        split(separator)
        return fields.count
    }

    mutating func field(_ index: Int, separator: String, joiner: String) -> String {
        guard index > 0 else {
            join(joiner)
            return line
        }
        split(separator)
        return index <= fields.count ? fields[index - 1] : ""
    }

    mutating func setField(_ index: Int, to text: String, separator: String) {
        split(separator)
        while fields.count < index { fields.append("") }
        fields[index - 1] = text
        isJoined = false
    }

    mutating func setCount(_ count: Int, separator: String) {
        split(separator)
        if count < fields.count { fields.removeLast(fields.count - count) }
        while fields.count < count { fields.append("") }
        isJoined = false
    }

    private mutating func join(_ joiner: String) {
        guard !isJoined else { return }
        line = fields.joined(separator: joiner)
        isJoined = true
    }

    private mutating func split(_ separator: String) {
        guard !isSplit else { return }
        fields = Self.split(line, separator: separator)
        isSplit = true
    }

    /// `" "` splits at runs of white space, one other character at itself, more are an expression.
    static func split(_ text: String, separator: String) -> [String] {
        if text.isEmpty { return [] }
        let bytes = Array(text.utf8)
        if separator == " " {
            return bytes.split(whereSeparator: { $0.isSpace }).map { String(decoding: $0, as: UTF8.self) }
        }
        if separator.isEmpty { return text.map { String($0) } }
        let single = Array(separator.utf8)
        if single.count == 1, single[0] != .backslash {
            return bytes.split(separator: single[0], omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        guard let expression = try? RegularExpression(separator, syntax: .extended) else { return [text] }
        return split(bytes, by: expression)
    }

    static func split(_ bytes: [UInt8], by expression: RegularExpression) -> [String] {
        var pieces: [String] = []
        var start = 0
        for match in expression.allMatches(in: bytes) where !match.range.isEmpty {
            pieces.append(String(decoding: bytes[start..<match.range.lowerBound], as: UTF8.self))
            start = match.range.upperBound
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}

/// Reads JSON texts that follow each other.
struct JSONParser {
    private let bytes: [UInt8]
    private(set) var position = 0
    private var depth = 0
    static let depthMax = 256

    struct Problem: Error {
        var text: String
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next value; `nil` at the end.
    mutating func next() throws(Problem) -> JSONValue? {
        skipSpace()
        guard position < bytes.count else { return nil }
        return try value()
    }

    /// jq reads whole lines: those up to the end of the last value's line.
    var linesRead: Int {
        let end = bytes[position...].firstIndex(of: .newline).map { $0 + 1 } ?? bytes.count
        return bytes[..<end].count { $0 == .newline }
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position].isSpace { position += 1 }
    }

    private func problem(_ text: String) -> Problem {
        let before = bytes[..<min(position, bytes.count)]
        let line = before.count { $0 == .newline } + 1
        let column = before.count - (before.lastIndex(of: .newline).map { $0 + 1 } ?? 0)
        return Problem(text: "\(text) at line \(line), column \(column)")
    }

    private mutating func value() throws(Problem) -> JSONValue {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthMax { throw problem("Exceeds depth limit for parsing") }
        skipSpace()
        guard position < bytes.count else { throw problem("Unfinished JSON term at EOF") }
        switch bytes[position] {
        case .openBrace: return try object()
        case .openBracket: return try array()
        case .doubleQuote: return .string(try string())
        case .minus, UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: return try word()
        }
    }

    private mutating func word() throws(Problem) -> JSONValue {
        let start = position
        while position < bytes.count, bytes[position].continuesName { position += 1 }
        switch String(decoding: bytes[start..<position], as: UTF8.self) {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "nan", "NaN": return .number(.nan)
        default:
            position = min(position + 1, bytes.count)
            // Source: check_literal of jq's jv_parse.c, which expects true, false and null by their first letters.
            let isLiteral = start == position - 1 || "tfn".utf8.contains(bytes[start])
            throw problem("Invalid \(isLiteral ? "literal" : "numeric literal")")
        }
    }

    private mutating func number() throws(Problem) -> JSONValue {
        let start = position
        while position < bytes.count, bytes[position].isDigit || "+-.eE".utf8.contains(bytes[position]) {
            position += 1
        }
        guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw problem("Invalid numeric literal")
        }
        return .number(value)
    }

    private mutating func array() throws(Problem) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take(.closeBracket) { return .array([]) }
        while true {
            elements.append(try value())
            skipSpace()
            if take(.closeBracket) { return .array(elements) }
            guard take(.comma) else {
                throw position < bytes.count
                    ? problem("Expected separator between values") : problem("Unfinished JSON term at EOF")
            }
        }
    }

    private mutating func object() throws(Problem) -> JSONValue {
        position += 1
        var object = JSONObject()
        skipSpace()
        if take(.closeBrace) { return .object(object) }
        while true {
            skipSpace()
            guard position < bytes.count else { throw problem("Unfinished JSON term at EOF") }
            guard bytes[position] == .doubleQuote else { throw problem("Object keys must be strings") }
            let key = try string()
            skipSpace()
            guard take(.colon) else { throw problem("Objects must consist of key:value pairs") }
            object[key] = try value()
            skipSpace()
            if take(.closeBrace) { return .object(object) }
            guard take(.comma) else {
                throw position < bytes.count
                    ? problem("Expected separator between values") : problem("Unfinished JSON term at EOF")
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func string() throws(Problem) -> String {
        position += 1
        var result: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == .doubleQuote { return String(decoding: result, as: UTF8.self) }
            guard byte == .backslash else {
                result.append(byte)
                continue
            }
            result += try escape()
        }
        throw problem("Unfinished string at EOF")
    }

    private mutating func escape() throws(Problem) -> [UInt8] {
        guard position < bytes.count else { throw problem("Unfinished string at EOF") }
        let letter = bytes[position]
        position += 1
        switch UnicodeScalar(letter) {
        case "n": return [.newline]
        case "t": return [.tab]
        case "r": return [0x0D]
        case "b": return [0x08]
        case "f": return [0x0C]
        case "\"", "\\", "/": return [letter]
        case "u": return Array(String(Character(try unicode())).utf8)
        default: throw problem("Invalid escape")
        }
    }

    private mutating func unicode() throws(Problem) -> UnicodeScalar {
        let first = try hexadecimal()
        if (0xD800..<0xDC00).contains(first), position + 1 < bytes.count, bytes[position] == .backslash,
            bytes[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            let second = try hexadecimal()
            let value = 0x10000 + (first - 0xD800) << 10 + (second &- 0xDC00)
            return UnicodeScalar(value) ?? "\u{FFFD}"
        }
        return UnicodeScalar(first) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(Problem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count, let digit = bytes[position].digitValue, digit < 16 else {
                throw problem("Invalid escape")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

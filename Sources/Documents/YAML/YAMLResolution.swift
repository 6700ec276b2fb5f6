/// What a plain scalar means in YAML 1.1, as go-yaml resolves it.
///
/// Source: go.yaml.in/yaml/v2 (resolve.go).
enum YAMLResolution: Hashable, Sendable {
    case string
    case null
    case bool(Bool)
    case integer(Value)
    case float(Value)
    /// Infinity and not-a-number, in Go's spelling.
    case outsideJSON(String)
    case timestamp
    case merge

    init(_ text: String) {
        guard let first = text.utf8.first else {
            self = .null
            return
        }
        if let word = Self.words[text] {
            self = word
            return
        }
        switch first {
        case UInt8(ascii: "."): self = Self.decimal(Array(text.utf8)).map(Self.float) ?? .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): self = Self.number(text)
        default: self = .string
        }
    }
}

extension YAMLResolution {
    private static let words: [String: YAMLResolution] = {
        var words: [String: YAMLResolution] = ["<<": .merge, "~": .null, "null": .null, "Null": .null, "NULL": .null]
        for word in ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"] {
            words[word] = .bool(true)
        }
        for word in ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"] {
            words[word] = .bool(false)
        }
        for word in [".nan", ".NaN", ".NAN"] { words[word] = .outsideJSON("NaN") }
        for word in [".inf", ".Inf", ".INF"] {
            words[word] = .outsideJSON("+Inf")
            words["+" + word] = .outsideJSON("+Inf")
            words["-" + word] = .outsideJSON("-Inf")
        }
        return words
    }()

    var tag: String {
        switch self {
        case .string: "!!str"
        case .null: "!!null"
        case .bool: "!!bool"
        case .integer: "!!int"
        case .float, .outsideJSON: "!!float"
        case .timestamp: "!!timestamp"
        case .merge: "!!merge"
        }
    }

    private static func number(_ text: String) -> YAMLResolution {
        if YAMLTimestamp.matches(text) { return .timestamp }
        let plain = text.utf8.filter { $0 != UInt8(ascii: "_") }
        if let integer = integer(plain) { return .integer(integer) }
        if let float = decimal(plain) { return .float(float) }
        return .string
    }

    /// `12`, `-0x1F`, `0o17`, `017`, `0b101`; beyond `Int64` a double.
    private static func integer(_ plain: [UInt8]) -> Value? {
        var digits = plain[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        var radix = 10
        if digits.first == UInt8(ascii: "0"), let letter = digits.dropFirst().first {
            switch letter | 0x20 {
            case UInt8(ascii: "x"): (radix, digits) = (16, digits.dropFirst(2))
            case UInt8(ascii: "o"): (radix, digits) = (8, digits.dropFirst(2))
            case UInt8(ascii: "b"): (radix, digits) = (2, digits.dropFirst(2))
            default: (radix, digits) = (8, digits.dropFirst())
            }
        }
        guard let first = digits.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+") else { return nil }
        let text = (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
        if let value = Int64(text, radix: radix) { return .integer(value) }
        // A decimal number that is too long is found again as a float.
        guard radix != 10 else { return nil }
        var value = 0.0
        for digit in digits {
            guard let number = Character(Unicode.Scalar(digit)).hexDigitValue, number < radix else { return nil }
            value = value * Double(radix) + Double(number)
        }
        return value.isFinite ? .double(isNegative ? -value : value) : nil
    }

    /// `1.5`, `.5`, `1.`, `1e3`, without underscores; what has no fraction becomes whole, as it does on its way through JSON.
    private static func decimal(_ plain: [UInt8]) -> Value? {
        var index = 0
        func skipDigits() -> Int {
            let start = index
            while index < plain.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= plain[index] { index += 1 }
            return index - start
        }
        if let sign = plain.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
        let whole = skipDigits()
        if index < plain.count, plain[index] == UInt8(ascii: ".") {
            index += 1
            let fraction = skipDigits()
            guard whole + fraction > 0 else { return nil }
        } else if whole == 0 {
            return nil
        }
        if index < plain.count, plain[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < plain.count, plain[index] == UInt8(ascii: "+") || plain[index] == UInt8(ascii: "-") {
                index += 1
            }
            guard skipDigits() > 0 else { return nil }
        }
        guard index == plain.count, let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else {
            return nil
        }
        return Int64(exactly: value).map(Value.integer) ?? .double(value)
    }
}

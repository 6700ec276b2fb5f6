/// A format of `printf`, cut into literal text and conversions.
struct PrintfFormat {
    private(set) var pieces: [Piece] = []
    /// `\c` in the format: nothing is printed behind it.
    private(set) var stops = false

    enum Piece {
        case text([UInt8])
        case conversion(Conversion)
    }

    struct Conversion {
        var flags = ""
        var width = Size.none
        var precision = Size.none
        var letter: Character
        /// The format of `%(...)T`.
        var dateFormat = ""

        enum Size: Equatable {
            case none
            case fixed(Int)
            /// `*`: taken from the arguments
            case argument
        }
    }

    /// `escapes` tells whether backslashes mean something in it (in awk the program text has replaced them already).
    init(_ format: String, escapes: Bool = true) {
        var bytes = Array(format.utf8)
        if escapes { (bytes, stops) = EscapeSequences.replaced(in: bytes, style: .printf) }
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == .percent, index + 1 < bytes.count else {
                text.append(bytes[index])
                index += 1
                continue
            }
            if bytes[index + 1] == .percent {
                text.append(.percent)
                index += 2
            } else if let (conversion, end) = Self.conversion(in: bytes, at: index + 1) {
                if !text.isEmpty { pieces.append(.text(text)) }
                text = []
                pieces.append(.conversion(conversion))
                index = end
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
    }

    var hasConversions: Bool {
        pieces.contains { if case .conversion = $0 { true } else { false } }
    }

    private static func conversion(in bytes: [UInt8], at start: Int) -> (Conversion, Int)? {
        var conversion = Conversion(letter: "s")
        var index = start
        while index < bytes.count, "-+ #0'".utf8.contains(bytes[index]) {
            if bytes[index] != .singleQuote { conversion.flags.unicodeScalars.append(UnicodeScalar(bytes[index])) }
            index += 1
        }
        conversion.width = size(in: bytes, at: &index)
        if index < bytes.count, bytes[index] == .dot {
            index += 1
            conversion.precision = size(in: bytes, at: &index)
            if conversion.precision == .none { conversion.precision = .fixed(0) }
        }
        while index < bytes.count, "hlLqjzt".utf8.contains(bytes[index]), index + 1 < bytes.count,
            bytes[index + 1].isLetter
        {
            index += 1
        }
        if index < bytes.count, bytes[index] == .openParenthesis,
            let close = bytes[index...].firstIndex(of: .closeParenthesis), close + 1 < bytes.count,
            bytes[close + 1] == UInt8(ascii: "T")
        {
            conversion.dateFormat = String(decoding: bytes[index + 1..<close], as: UTF8.self)
            conversion.letter = "T"
            return (conversion, close + 2)
        }
        guard index < bytes.count, "diouxXcsbqeEfFgGaA".utf8.contains(bytes[index]) else { return nil }
        conversion.letter = Character(UnicodeScalar(bytes[index]))
        return (conversion, index + 1)
    }

    private static func size(in bytes: [UInt8], at index: inout Int) -> Conversion.Size {
        if index < bytes.count, bytes[index] == .star {
            index += 1
            return .argument
        }
        let start = index
        while index < bytes.count, bytes[index].isDigit { index += 1 }
        guard index > start, let value = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            return .none
        }
        return .fixed(min(value, 100_000))
    }
}

extension PrintfFormat.Conversion {
    /// A text, cut to the precision and padded to the width.
    func padded(_ text: String, width: Int, precision: Int?) -> String {
        let cut = precision.map { String(text.unicodeScalars.prefix($0)) } ?? text
        let missing = width - cut.utf8.count
        guard missing > 0 else { return cut }
        let padding = String(repeating: " ", count: missing)
        return flags.contains("-") ? cut + padding : padding + cut
    }

    func formatted(_ value: Int64, width: Int, precision: Int?) -> String {
        let digits: String
        var prefix = ""
        switch letter {
        case "x", "X":
            digits = String(UInt64(bitPattern: value), radix: 16, uppercase: letter == "X")
            if flags.contains("#"), value != 0 { prefix = letter == "x" ? "0x" : "0X" }
        case "o":
            digits = String(UInt64(bitPattern: value), radix: 8)
            if flags.contains("#") { prefix = "0" }
        case "u": digits = String(UInt64(bitPattern: value))
        default:
            digits = String(value.magnitude)
            if value < 0 {
                prefix = "-"
            } else if flags.contains("+") {
                prefix = "+"
            } else if flags.contains(" ") {
                prefix = " "
            }
        }
        return aligned(digits, prefix: prefix, width: width, precision: precision)
    }

    private func aligned(_ digits: String, prefix: String, width: Int, precision: Int?) -> String {
        var body = digits
        if let precision {
            body = String(repeating: "0", count: max(0, precision - body.count)) + body
        } else if flags.contains("0"), !flags.contains("-") {
            body = String(repeating: "0", count: max(0, width - body.count - prefix.count)) + body
        }
        return padded(prefix + body, width: width, precision: nil)
    }

    func formatted(_ value: Double, width: Int, precision: Int?) -> String {
        let plain = flags.filter { $0 != "-" && $0 != "0" }
        let text = FloatText.text(
            value, letter: letter == "a" || letter == "A" ? "g" : letter, flags: plain, precision: precision ?? 6)
        guard flags.contains("0"), !flags.contains("-"), value.isFinite, text.count < width else {
            return padded(text, width: width, precision: nil)
        }
        let sign = text.first.map { "+- ".contains($0) } ?? false ? String(text.prefix(1)) : ""
        let zeros = String(repeating: "0", count: width - text.count)
        return sign + zeros + text.dropFirst(sign.count)
    }
}

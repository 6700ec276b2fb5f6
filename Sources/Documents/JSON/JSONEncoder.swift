extension JSON {
    /// How a value is laid out.
    package enum Style: Hashable, Sendable {
        /// Go's `json.Marshal`: no spaces; `<`, `>` and `&` as `\u003c`, `\u003e`, `\u0026`.
        case compact
        /// No spaces and nothing escaped that need not be.
        case compactUnescaped
        /// One member a line, indented by so many spaces a level, escaped like `compact`; `kubectl -o json` uses 4.
        case indented(Int)
    }

    /// The text of a value, without a final newline.
    package static func encode(_ value: Value, style: Style = .compact) -> String {
        String(decoding: encodeBytes(value, style: style), as: UTF8.self)
    }

    package static func encodeBytes(_ value: Value, style: Style = .compact) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.write(value)
        return writer.bytes
    }
}

/// Writes values to bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let escapesMarkup: Bool
    private let indentation: Int?
    private var level = 0

    init(style: JSON.Style) {
        switch style {
        case .compact: (escapesMarkup, indentation) = (true, nil)
        case .compactUnescaped: (escapesMarkup, indentation) = (false, nil)
        case .indented(let width): (escapesMarkup, indentation) = (true, width)
        }
    }
}

extension JSONWriter {
    mutating func write(_ value: Value) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .double(let value): bytes.append(contentsOf: value.isFinite ? GoNumber.json(value).utf8 : "null".utf8)
        case .string(let value): write(value)
        case .array(let elements): write(elements)
        case .object(let object): write(object)
        }
    }

    private mutating func write(_ elements: [Value]) {
        bytes.append(UInt8(ascii: "["))
        level += 1
        for (index, element) in elements.enumerated() {
            startItem(isFirst: index == 0)
            write(element)
        }
        level -= 1
        if !elements.isEmpty { startLine() }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ object: Object) {
        bytes.append(UInt8(ascii: "{"))
        level += 1
        var isFirst = true
        for (key, value) in object {
            startItem(isFirst: isFirst)
            isFirst = false
            write(key)
            bytes.append(UInt8(ascii: ":"))
            if indentation != nil { bytes.append(UInt8(ascii: " ")) }
            write(value)
        }
        level -= 1
        if !isFirst { startLine() }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func startItem(isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        startLine()
    }

    private mutating func startLine() {
        guard let indentation else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * indentation))
    }

    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { utf8 in
            var written = 0
            for index in utf8.indices where needsEscape(utf8[index]) && index >= written {
                bytes.append(contentsOf: utf8[written..<index])
                written = index + writeEscape(of: utf8, at: index)
            }
            bytes.append(contentsOf: utf8[written...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func needsEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0xE2: true
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): escapesMarkup
        default: false
        }
    }

    /// Writes the escape for the character at an index and returns how many bytes it stands for.
    private mutating func writeEscape(of utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = utf8[index]
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        case 0x08: bytes.append(contentsOf: "\\b".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0C: bytes.append(contentsOf: "\\f".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0xE2: return writeLineSeparator(of: utf8, at: index)
        default:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(contentsOf: GoText.hexadecimal(UInt32(byte), digits: 2).utf8)
        }
        return 1
    }

    /// U+2028 and U+2029 (`E2 80 A8`, `E2 80 A9`) end lines in JavaScript, so Go escapes them; others stay.
    private mutating func writeLineSeparator(of utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 else {
            bytes.append(0xE2)
            return 1
        }
        bytes.append(contentsOf: (utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        return 3
    }
}

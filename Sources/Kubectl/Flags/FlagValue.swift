/// The value of a flag after parsing.
package enum FlagValue: Hashable, Sendable {
    case bool(Bool)
    case integer(Int)
    case text(String)
    case list([String])
    case duration(Duration)
}

extension Flag {
    /// The value that the flag has when the command line does not mention it.
    var defaultValue: FlagValue {
        switch kind {
        case .bool: .bool(defaultText == "true")
        case .integer: .integer(Int(defaultText) ?? 0)
        case .text: .text(defaultText)
        case .list: .list(defaultText.isEmpty ? [] : defaultText.split(separator: ",").map(String.init))
        case .array: .list([])
        case .duration: .duration(Duration(goText: defaultText) ?? .zero)
        }
    }

    /// Reads one occurrence; `earlier` is what occurrences before it gave.
    func parse(_ text: String, after earlier: FlagValue?) throws(FlagError) -> FlagValue {
        switch kind {
        case .text: return .text(text)
        case .bool:
            guard let value = Bool(goText: text) else { throw invalid(text, syntaxError("ParseBool", text)) }
            return .bool(value)
        case .integer(let bits): return .integer(try parseInteger(text, bits: bits))
        case .duration:
            guard let value = Duration(goText: text) else { throw invalid(text, Duration.goError(text)) }
            return .duration(value)
        case .list:
            guard let fields = commaSeparated(text) else {
                throw invalid(
                    text,
                    #"parse error on line 1, column \#(text.utf8.count + 1): extraneous or missing " in quoted-field"#)
            }
            return .list(items(of: earlier) + fields)
        case .array: return .list(items(of: earlier) + [text])
        }
    }

    private func items(of earlier: FlagValue?) -> [String] {
        if case .list(let items)? = earlier { items } else { [] }
    }

    private func parseInteger(_ text: String, bits: Int) throws(FlagError) -> Int {
        guard let value = Int(goText: text) else {
            let digits = text.drop { $0 == "-" || $0 == "+" }
            let isNumber = !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
            throw invalid(text, isNumber ? rangeError(text) : syntaxError("ParseInt", text))
        }
        if bits == 32, Int32(exactly: value) == nil { throw invalid(text, rangeError(text)) }
        return value
    }

    private func syntaxError(_ function: String, _ text: String) -> String {
        "strconv.\(function): parsing \(text.goQuoted): invalid syntax"
    }

    private func rangeError(_ text: String) -> String {
        "strconv.ParseInt: parsing \(text.goQuoted): value out of range"
    }

    private func invalid(_ text: String, _ reason: String) -> FlagError {
        let names = shorthand.map { "-\($0), --\(name)" } ?? "--\(name)"
        return .invalidValue(text, names: names, reason: reason)
    }
}

/// Splits a line of comma-separated values; a value in double quotes keeps its commas. `nil` for an open quote.
///
/// Source: `encoding/csv`, as pflag's string slices use it.
func commaSeparated(_ text: String) -> [String]? {
    guard !text.isEmpty else { return [] }
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var bytes = text.utf8.makeIterator()
    var pending = bytes.next()
    while let byte = pending {
        pending = bytes.next()
        switch (byte, isQuoted) {
        case (UInt8(ascii: "\""), true) where pending == UInt8(ascii: "\""):
            field.append(byte)
            pending = bytes.next()
        case (UInt8(ascii: "\""), true): isQuoted = false
        case (UInt8(ascii: "\""), false):
            guard field.isEmpty else { return nil }
            isQuoted = true
        case (UInt8(ascii: ","), false):
            fields.append(String(decoding: field, as: UTF8.self))
            field = []
        default: field.append(byte)
        }
    }
    guard !isQuoted else { return nil }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
}

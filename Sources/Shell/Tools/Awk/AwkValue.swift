/// A value of awk: text, a number, or input that looks like a number and counts as both.
enum AwkValue: Hashable, Sendable {
    case unset
    case number(Double)
    case string(String)
    case input(String, Double)

    /// Text from fields and variables on the command line.
    init(input text: String) {
        let bytes = Array(text.utf8)
        self = NumberText.isNumber(bytes) ? .input(text, NumberText.leading(bytes)) : .string(text)
    }

    var number: Double {
        switch self {
        case .unset: 0
        case .number(let value), .input(_, let value): value
        case .string(let text): NumberText.leading(text)
        }
    }

    var isTrue: Bool {
        switch self {
        case .unset: false
        case .number(let value), .input(_, let value): value != 0
        case .string(let text): !text.isEmpty
        }
    }

    var isNumeric: Bool {
        if case .string = self { false } else { true }
    }

    func text(format: String = "%.6g") -> String {
        switch self {
        case .unset: ""
        case .number(let value): Self.text(value, format: format)
        case .string(let text), .input(let text, _): text
        }
    }

    /// Whole numbers have no decimals, whatever the format.
    static func text(_ value: Double, format: String = "%.6g") -> String {
        if value == value.rounded(), abs(value) < 1e16 { return String(Int64(value)) }
        if value.isNaN { return value.sign == .minus ? "-nan" : "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        if format == "%.6g" { return FloatText.text(value, letter: "g") }
        return PrintfRun.text(PrintfFormat(format, escapes: false), [FloatText.text(value, letter: "g", precision: 17)])
    }
}

/// An array of awk, which remembers the order in which its elements came.
struct AwkArray: Sendable {
    private var values: [String: (value: AwkValue, order: Int)] = [:]
    private var next = 0

    subscript(key: String) -> AwkValue? {
        get { values[key]?.value }
        set {
            guard let newValue else {
                values[key] = nil
                return
            }
            let order = values[key]?.order ?? next
            if order == next { next += 1 }
            values[key] = (newValue, order)
        }
    }

    var count: Int { values.count }

    var keys: [String] {
        values.sorted { $0.value.order < $1.value.order }.map(\.key)
    }
}

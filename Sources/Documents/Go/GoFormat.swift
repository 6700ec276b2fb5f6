/// Go's `fmt.Sprint`, `Sprintln` and `Sprintf` for the values that documents hold.
///
/// Source: Go's fmt (print.go, format.go).
package enum GoFormat {
    package enum Argument: Hashable, Sendable {
        /// Go's `int`; whole numbers of data are `int64`.
        case int(Int64)
        case value(Value)
    }

    /// All operands as `%v`, with spaces between those of which neither is a string.
    package static func sprint(_ arguments: [Argument]) -> String {
        var text = ""
        for (index, argument) in arguments.enumerated() {
            if index > 0, !argument.isString, !arguments[index - 1].isString { text += " " }
            text += argument.value.goText
        }
        return text
    }

    package static func sprintln(_ arguments: [Argument]) -> String {
        arguments.map(\.value.goText).joined(separator: " ") + "\n"
    }

    /// `%-10s|%05d|%.2f`; mistakes show in the text: `%!d(string=x)`, `%!s(MISSING)`, `%!(EXTRA int=1)`.
    package static func sprintf(_ format: String, _ arguments: [Argument]) -> String {
        var reader = GoFormatReader(format, arguments)
        return reader.formatted()
    }
}

extension GoFormat.Argument {
    var value: Value {
        switch self {
        case .int(let number): .integer(number)
        case .value(let value): value
        }
    }

    var type: String {
        switch self {
        case .int: "int"
        case .value(let value): value.goType
        }
    }

    var isString: Bool {
        value.string != nil
    }
}

/// Walks through a format and its arguments.
private struct GoFormatReader {
    private var rest: Substring.UnicodeScalarView
    private let arguments: [GoFormat.Argument]
    private var used = 0

    init(_ format: String, _ arguments: [GoFormat.Argument]) {
        rest = format.unicodeScalars[...]
        self.arguments = arguments
    }

    mutating func formatted() -> String {
        var text = ""
        while let scalar = rest.popFirst() {
            if scalar == "%" { text += formattedVerb() } else { text.unicodeScalars.append(scalar) }
        }
        guard used < arguments.count else { return text }
        let extra = arguments[used...].map { $0.value.isNull ? "<nil>" : "\($0.type)=\($0.value.goText)" }
        return text + "%!(EXTRA \(extra.joined(separator: ", ")))"
    }

    private mutating func formattedVerb() -> String {
        var directive = GoFormatDirective()
        while let flag = rest.first, directive.add(flag: flag) { rest.removeFirst() }
        directive.width = number()
        if rest.first == "." {
            rest.removeFirst()
            directive.precision = number() ?? 0
        }
        guard let verb = rest.popFirst() else { return "%!(NOVERB)" }
        if verb == "%" { return "%" }
        guard used < arguments.count else { return "%!\(verb)(MISSING)" }
        used += 1
        return directive.format(arguments[used - 1], verb)
    }

    /// Digits, or the next argument for `*`.
    private mutating func number() -> Int? {
        if rest.first == "*" {
            rest.removeFirst()
            guard used < arguments.count else { return nil }
            used += 1
            return arguments[used - 1].value.int.map { min($0, GoFormatDirective.widthLimit) }
        }
        var digits = ""
        while let scalar = rest.first, ("0"..."9").contains(scalar), digits.count < 9 {
            digits.unicodeScalars.append(scalar)
            rest.removeFirst()
        }
        return Int(digits).map { min($0, GoFormatDirective.widthLimit) }
    }
}

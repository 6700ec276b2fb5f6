extension Builtin {
    /// `printf [-v name] format argument...`; the format is used again while arguments are left.
    static let printf = Builtin { shell, call throws(ShellMessage.Failure) in
        var arguments = call.arguments[...]
        var target: String?
        if arguments.first == "-v", arguments.count > 1 {
            target = arguments[arguments.startIndex + 1]
            arguments = arguments.dropFirst(2)
        }
        if arguments.first == "--" { arguments = arguments.dropFirst() }
        guard let format = arguments.first else {
            throw .init(.usage(command: "printf", "printf [-v var] format [arguments]"))
        }
        var printer = PrintfRun(
            format: PrintfFormat(format), arguments: Array(arguments.dropFirst()), now: call.seconds)
        printer.run(limit: shell.limits.outputBytes)
        for problem in printer.problems {
            call.print("\(shell.messagePrefix)printf: \(problem)\n", to: .standardError)
        }
        if let target {
            shell.process.environment.set(target, to: String(decoding: printer.output, as: UTF8.self))
        } else {
            call.print(printer.output)
        }
        return .status(printer.problems.isEmpty ? 0 : 1)
    }
}

/// One use of a format with its arguments.
struct PrintfRun {
    private let format: PrintfFormat
    private var arguments: ArraySlice<String>
    private(set) var output: [UInt8] = []
    private(set) var problems: [String] = []

    private let now: Double

    init(format: PrintfFormat, arguments: [String], now: Double) {
        self.format = format
        self.now = now
        self.arguments = arguments[...]
    }

    mutating func run(limit: Int) {
        repeat {
            let before = arguments.count
            for piece in format.pieces {
                switch piece {
                case .text(let bytes): output += bytes
                case .conversion(let conversion): if !convert(conversion) { return }
                }
            }
            if format.stops || arguments.count == before { return }
        } while !arguments.isEmpty && output.count < limit
    }

    private mutating func size(_ size: PrintfFormat.Conversion.Size) -> Int? {
        switch size {
        case .none: nil
        case .fixed(let value): value
        case .argument: Int(clamping: integer(arguments.popFirst() ?? ""))
        }
    }

    /// False when `\c` ends the output.
    private mutating func convert(_ conversion: PrintfFormat.Conversion) -> Bool {
        var conversion = conversion
        var width = size(conversion.width) ?? 0
        if width < 0 {
            conversion.flags += "-"
            width = min(-width, 100_000)
        }
        let precision = size(conversion.precision).flatMap { $0 < 0 ? nil : min($0, 100_000) }
        let argument = arguments.popFirst()
        switch conversion.letter {
        case "s": output += conversion.padded(argument ?? "", width: width, precision: precision).utf8
        case "c": output += conversion.padded(String((argument ?? "").prefix(1)), width: width, precision: nil).utf8
        case "q": output += conversion.padded(Self.quoted(argument ?? ""), width: width, precision: precision).utf8
        case "T":
            let moment = argument.map { $0 == "-1" || $0 == "-2" ? now : Double(integer($0)) } ?? now
            let text = DateText.formatted(moment, conversion.dateFormat.isEmpty ? "%T" : conversion.dateFormat)
            output += conversion.padded(text, width: width, precision: precision).utf8
        case "b":
            let (bytes, stopped) = EscapeSequences.replaced(in: Array((argument ?? "").utf8), style: .echo)
            output += conversion.padded(String(decoding: bytes, as: UTF8.self), width: width, precision: precision).utf8
            if stopped { return false }
        case "d", "i", "o", "u", "x", "X":
            output += conversion.formatted(integer(argument ?? ""), width: width, precision: precision).utf8
        default: output += conversion.formatted(number(argument ?? ""), width: width, precision: precision).utf8
        }
        return true
    }

    private static func quoted(_ text: String) -> String {
        if text.isEmpty { return "''" }
        if text.utf8.contains(where: { $0 < 0x20 }) { return Quoting.dollarQuoted(text) }
        var result = ""
        for scalar in text.unicodeScalars {
            let isPlain =
                scalar.value >= 0x80 || UInt8(scalar.value).continuesName
                || "%+-./:=@^,_".unicodeScalars.contains(scalar)
            if !isPlain { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private mutating func integer(_ text: String) -> Int64 {
        if let first = text.first, first == "'" || first == "\"" {
            return text.unicodeScalars.dropFirst().first.map { Int64($0.value) } ?? 0
        }
        var digits = text.drop { $0 == " " || $0 == "\t" }
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        var radix = 10
        if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
            (radix, digits) = (16, digits.dropFirst(2))
        } else if digits.hasPrefix("0"), digits.count > 1 {
            (radix, digits) = (8, digits.dropFirst())
        }
        let valid = digits.prefix { character in character.asciiValue?.digitValue.map { $0 < radix } ?? false }
        if valid.count < digits.count || (digits.isEmpty && !text.isEmpty) {
            problems.append("\(text): invalid number")
        }
        let value = Int64(valid, radix: radix) ?? (valid.isEmpty ? 0 : Int64.max)
        return isNegative ? -value : value
    }

    private mutating func number(_ text: String) -> Double {
        if text.isEmpty { return 0 }
        if let value = Double(text) { return value }
        problems.append("\(text): invalid number")
        return NumberText.leading(text)
    }
}

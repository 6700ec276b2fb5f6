extension AwkMachine {
    mutating func builtin(
        _ name: String, _ arguments: [AwkExpression], _ context: inout ToolContext
    ) throws(ToolExit) -> AwkValue {
        switch name {
        case "length": return .number(Double(try length(arguments, &context)))
        case "split": return try split(arguments, &context)
        case "sub", "gsub": return try substitute(arguments, isGlobal: name == "gsub", &context)
        case "gensub": return try generalSubstitute(arguments, &context)
        case "match": return try match(arguments, &context)
        case "sprintf": return .string(try formatted(arguments, &context))
        case "asort", "asorti", "system": throw context.fail("function \(name) is not supported here", status: 2)
        case "": throw context.fail("several values in parentheses where one is expected", status: 2)
        default: break
        }
        var values: [AwkValue] = []
        for argument in arguments { values.append(try value(of: argument, &context)) }
        return try simple(name, values, &context)
    }

    private mutating func simple(
        _ name: String, _ values: [AwkValue], _ context: inout ToolContext
    ) throws(ToolExit) -> AwkValue {
        let first = values.first ?? .unset
        switch name {
        case "substr": return .string(Self.substring(values))
        case "index":
            let (text, part) = (
                Array(first.text().unicodeScalars),
                Array(values.dropFirst().first?.text().unicodeScalars ?? "".unicodeScalars)
            )
            return .number(Double(Self.place(of: part, in: text)))
        case "tolower": return .string(first.text().lowercased())
        case "toupper": return .string(first.text().uppercased())
        case "int": return .number(first.number.rounded(.towardZero))
        case "atan2": return .number(MathFunction.arcTangent(first.number, values.dropFirst().first?.number ?? 0))
        case "rand": return .number(random())
        case "srand": return .number(reseed(values.isEmpty ? context.seconds : first.number))
        case "systime": return .number(context.seconds.rounded(.down))
        case "strftime":
            let time = values.dropFirst().first?.number ?? context.seconds
            return .string(DateText.formatted(time, values.isEmpty ? "%a %b %e %H:%M:%S UTC %Y" : first.text()))
        case "close":
            readers[first.text()] = nil
            return .number(0)
        case "fflush": return .number(0)
        default: return .number(MathFunction(rawValue: name)?(first.number) ?? 0)
        }
    }

    private mutating func length(_ arguments: [AwkExpression], _ context: inout ToolContext) throws(ToolExit) -> Int {
        guard let first = arguments.first else { return field(0).unicodeScalars.count }
        if case .variable(let name) = first, array(name).count > 0 { return array(name).count }
        return try value(of: first, &context).text().unicodeScalars.count
    }

    /// Source of the rounding: IEEE Std 1003.1-2024, awk, `substr`.
    private static func substring(_ values: [AwkValue]) -> String {
        guard values.count > 1 else { return values.first?.text() ?? "" }
        let scalars = Array(values[0].text().unicodeScalars)
        let start = values[1].number.rounded(.toNearestOrEven)
        let end = values.count > 2 ? start + values[2].number.rounded(.toNearestOrEven) : .infinity
        let low = Int(max(1, min(start, 1e9)))
        let high = Int(max(0, min(end, Double(scalars.count + 1))))
        return low < high ? String(scalars[(low - 1)..<(high - 1)]) : ""
    }

    private static func place(of part: [UnicodeScalar], in text: [UnicodeScalar]) -> Int {
        guard !part.isEmpty, part.count <= text.count else { return 0 }
        for start in 0...(text.count - part.count)
        where text[start] == part[0] && Array(text[start..<start + part.count]) == part {
            return start + 1
        }
        return 0
    }

    private mutating func split(_ arguments: [AwkExpression], _ context: inout ToolContext) throws(ToolExit) -> AwkValue
    {
        guard arguments.count >= 2, case .variable(let name) = arguments[1] else {
            throw context.fail("split needs a text and an array", status: 2)
        }
        let source = try value(of: arguments[0], &context).text()
        let pieces: [String]
        if arguments.count > 2, case .regex(let regex) = arguments[2] {
            pieces = source.isEmpty ? [] : AwkRecord.split(Array(source.utf8), by: regex)
        } else {
            let separator = arguments.count > 2 ? try value(of: arguments[2], &context).text() : text("FS")
            pieces = AwkRecord.split(source, separator: separator)
        }
        changeArray(name) { array in
            array = AwkArray()
            for (index, piece) in pieces.enumerated() { array[String(index + 1)] = AwkValue(input: piece) }
        }
        return .number(Double(pieces.count))
    }

    private mutating func match(_ arguments: [AwkExpression], _ context: inout ToolContext) throws(ToolExit) -> AwkValue
    {
        guard arguments.count >= 2 else { throw context.fail("match needs a text and an expression", status: 2) }
        let bytes = Array(try value(of: arguments[0], &context).text().utf8)
        let found = try regex(arguments[1], &context).firstMatch(in: bytes)
        func characters(_ range: Range<Int>) -> Int {
            String(decoding: bytes[range], as: UTF8.self).unicodeScalars.count
        }
        let start = found.map { characters(0..<$0.range.lowerBound) + 1 } ?? 0
        set("RSTART", to: .number(Double(start)))
        set("RLENGTH", to: .number(found.map { Double(characters($0.range)) } ?? -1))
        if arguments.count > 2, case .variable(let name) = arguments[2] {
            changeArray(name) { array in
                array = AwkArray()
                for (index, range) in (found?.groups ?? []).enumerated() {
                    if let range {
                        array[String(index)] = AwkValue(input: String(decoding: bytes[range], as: UTF8.self))
                    }
                }
            }
        }
        return .number(Double(start))
    }

    private mutating func substitute(
        _ arguments: [AwkExpression], isGlobal: Bool, _ context: inout ToolContext
    ) throws(ToolExit) -> AwkValue {
        guard arguments.count >= 2 else { throw context.fail("sub needs an expression and a text", status: 2) }
        let regex = try regex(arguments[0], &context)
        let replacement = Array(try value(of: arguments[1], &context).text().utf8)
        let place = arguments.count > 2 ? arguments[2] : .field(.number(0))
        let source = Array(try value(of: place, &context).text().utf8)
        var result: [UInt8] = []
        var position = 0
        var count = 0
        for match in regex.allMatches(in: source) {
            result += source[position..<match.range.lowerBound]
            result += Self.replaced(replacement, match: Array(source[match.range]))
            position = match.range.upperBound
            count += 1
            if !isGlobal { break }
        }
        guard count > 0 else { return .number(0) }
        result += source[position...]
        if place.isPlace { try store(.string(String(decoding: result, as: UTF8.self)), in: place, &context) }
        return .number(Double(count))
    }

    /// `&` is the match, `\&` an ampersand.
    private static func replaced(_ replacement: [UInt8], match: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < replacement.count {
            if replacement[index] == .backslash, index + 1 < replacement.count,
                replacement[index + 1] == .ampersand || replacement[index + 1] == .backslash
            {
                result.append(replacement[index + 1])
                index += 2
                continue
            }
            if replacement[index] == .ampersand { result += match } else { result.append(replacement[index]) }
            index += 1
        }
        return result
    }

    private mutating func generalSubstitute(_ arguments: [AwkExpression], _ context: inout ToolContext) throws(ToolExit)
        -> AwkValue
    {
        guard arguments.count >= 3 else { throw context.fail("gensub needs three arguments", status: 2) }
        let regex = try regex(arguments[0], &context)
        let replacement = Array(try value(of: arguments[1], &context).text().utf8)
        let which = try value(of: arguments[2], &context)
        let source = Array((arguments.count > 3 ? try value(of: arguments[3], &context).text() : field(0)).utf8)
        let isGlobal = which.text().lowercased().hasPrefix("g")
        let number = isGlobal ? 1 : max(1, Int(clamping: which.number))
        var result: [UInt8] = []
        var position = 0
        for (index, match) in regex.allMatches(in: source).enumerated() where isGlobal || index + 1 == number {
            result += source[position..<match.range.lowerBound]
            var place = 0
            while place < replacement.count {
                if replacement[place] == .backslash, place + 1 < replacement.count, replacement[place + 1].isDigit {
                    let group = Int(replacement[place + 1]) - 0x30
                    if group < match.groups.count, let range = match.groups[group] { result += source[range] }
                    place += 2
                } else {
                    if replacement[place] == .ampersand {
                        result += source[match.range]
                    } else {
                        result.append(replacement[place])
                    }
                    place += 1
                }
            }
            position = match.range.upperBound
        }
        return .string(String(decoding: result + source[position...], as: UTF8.self))
    }

    /// `printf` with awk's own values: numbers stay numbers.
    mutating func formatted(_ arguments: [AwkExpression], _ context: inout ToolContext) throws(ToolExit) -> String {
        guard let first = arguments.first else { return "" }
        let format = PrintfFormat(try value(of: first, &context).text(), escapes: false)
        var values: [AwkValue] = []
        for argument in arguments.dropFirst() { values.append(try value(of: argument, &context)) }
        var rest = values[...]
        var result: [UInt8] = []
        for piece in format.pieces {
            switch piece {
            case .text(let bytes): result += bytes
            case .conversion(let conversion): result += Self.converted(conversion, &rest).utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func size(_ size: PrintfFormat.Conversion.Size, _ rest: inout ArraySlice<AwkValue>) -> Int? {
        switch size {
        case .none: nil
        case .fixed(let value): value
        case .argument: max(-100_000, min(100_000, Int(clamping: rest.popFirst()?.number ?? 0)))
        }
    }

    private static func converted(_ conversion: PrintfFormat.Conversion, _ rest: inout ArraySlice<AwkValue>) -> String {
        var conversion = conversion
        var width = size(conversion.width, &rest) ?? 0
        if width < 0 {
            conversion.flags += "-"
            width = -width
        }
        let precision = size(conversion.precision, &rest)
        let value = rest.popFirst() ?? .unset
        switch conversion.letter {
        case "s", "b", "q": return conversion.padded(value.text(), width: width, precision: precision)
        case "c":
            if case .string(let text) = value {
                return conversion.padded(String(text.prefix(1)), width: width, precision: nil)
            }
            let scalar = UnicodeScalar(UInt32(clamping: Int(clamping: value.number))) ?? " "
            return conversion.padded(String(Character(scalar)), width: width, precision: nil)
        case "d", "i", "o", "u", "x", "X":
            return conversion.formatted(
                Int64(clamping: Int(clamping: value.number)), width: width, precision: precision)
        default: return conversion.formatted(value.number, width: width, precision: precision)
        }
    }
}

extension Int {
    /// The whole part of a number, held within the integers.
    init(clamping value: Double) {
        if value.isNaN {
            self = 0
        } else if value >= 9.2e18 {
            self = .max
        } else if value <= -9.2e18 {
            self = .min
        } else {
            self = Int(value)
        }
    }
}

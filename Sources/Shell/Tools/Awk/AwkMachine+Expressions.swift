extension AwkMachine {
    mutating func truth(of expression: AwkExpression, _ context: inout ToolContext) throws(ToolExit) -> Bool {
        try value(of: expression, &context).isTrue
    }

    mutating func value(of expression: AwkExpression, _ context: inout ToolContext) throws(ToolExit) -> AwkValue {
        stepsLeft -= 1
        if stepsLeft < 0 { throw context.fail("the program does not come to an end", status: 2) }
        switch expression {
        case .number(let value): return .number(value)
        case .string(let text): return .string(text)
        case .regex(let regex): return .number(regex.matches(Array(field(0).utf8)) ? 1 : 0)
        case .field(let index): return AwkValue(input: field(try fieldIndex(index, &context)))
        case .variable(let name): return get(name)
        case .element(let name, let indexes):
            let key = try key(of: indexes, &context)
            if let value = array(name)[key] { return value }
            changeArray(name) { $0[key] = .unset }
            return .unset
        case .assign(let place, let operation, let right): return try assign(place, operation, right, &context)
        case .conditional(let test, let yes, let no):
            return try value(of: try truth(of: test, &context) ? yes : no, &context)
        case .or(let left, let right):
            if try truth(of: left, &context) { return .number(1) }
            return .number(try truth(of: right, &context) ? 1 : 0)
        case .and(let left, let right):
            guard try truth(of: left, &context) else { return .number(0) }
            return .number(try truth(of: right, &context) ? 1 : 0)
        case .contains(let indexes, let name):
            return .number(array(name)[try key(of: indexes, &context)] != nil ? 1 : 0)
        case .match(let text, let regex, let isNegated):
            let bytes = Array(try value(of: text, &context).text().utf8)
            return .number(try self.regex(regex, &context).matches(bytes) != isNegated ? 1 : 0)
        case .compare(let symbol, let left, let right):
            return .number(Self.compare(try value(of: left, &context), symbol, try value(of: right, &context)) ? 1 : 0)
        case .join(let left, let right):
            let first = try value(of: left, &context).text(format: text("CONVFMT"))
            let joined = first + (try value(of: right, &context).text(format: text("CONVFMT")))
            stepsLeft -= joined.utf8.count / 256
            if joined.utf8.count > context.outputLeft { throw context.fail("text is too long", status: 2) }
            return .string(joined)
        case .arithmetic(let symbol, let left, let right):
            let first = try value(of: left, &context).number
            return .number(try calculate(first, symbol, try value(of: right, &context).number, &context))
        case .not(let inner): return .number(try truth(of: inner, &context) ? 0 : 1)
        case .negative(let inner): return .number(-(try value(of: inner, &context).number))
        case .positive(let inner): return .number(try value(of: inner, &context).number)
        case .increment(let place, let amount, let returnsOld):
            let old = try value(of: place, &context).number
            try store(.number(old + amount), in: place, &context)
            return .number(returnsOld ? old : old + amount)
        case .group(let inner): return try value(of: inner, &context)
        case .builtin(let name, let arguments): return try builtin(name, arguments, &context)
        case .call(let name, let arguments): return try call(name, arguments, &context)
        case .readLine(let place, let file): return try readLine(place, file, &context)
        }
    }

    private mutating func fieldIndex(_ expression: AwkExpression, _ context: inout ToolContext) throws(ToolExit) -> Int
    {
        let index = Int(clamping: try value(of: expression, &context).number)
        if index < 0 { throw context.fail("attempt to access field \(index)", status: 2) }
        return index
    }

    mutating func key(of indexes: [AwkExpression], _ context: inout ToolContext) throws(ToolExit) -> String {
        var parts: [String] = []
        for index in indexes { parts.append(try value(of: index, &context).text(format: text("CONVFMT"))) }
        return parts.joined(separator: text("SUBSEP"))
    }

    /// The expression that a value stands for on the right of `~` and in `split` and its kin.
    mutating func regex(_ expression: AwkExpression, _ context: inout ToolContext) throws(ToolExit) -> RegularExpression
    {
        if case .regex(let regex) = expression { return regex }
        return try self.expression(try value(of: expression, &context).text(), &context)
    }

    private mutating func assign(
        _ place: AwkExpression, _ operation: String, _ right: AwkExpression, _ context: inout ToolContext
    ) throws(ToolExit) -> AwkValue {
        var result = try value(of: right, &context)
        if !operation.isEmpty {
            result = .number(try calculate(try value(of: place, &context).number, operation, result.number, &context))
        }
        try store(result, in: place, &context)
        return result
    }

    mutating func store(_ value: AwkValue, in place: AwkExpression, _ context: inout ToolContext) throws(ToolExit) {
        switch place {
        case .variable(let name): set(name, to: value)
        case .field(let index): setField(try fieldIndex(index, &context), to: value.text(format: text("CONVFMT")))
        case .element(let name, let indexes):
            let key = try key(of: indexes, &context)
            changeArray(name) { $0[key] = value }
        default: throw context.fail("assignment to something that is no variable", status: 2)
        }
    }

    private func calculate(
        _ left: Double, _ symbol: String, _ right: Double, _ context: inout ToolContext
    ) throws(ToolExit) -> Double {
        switch symbol {
        case "+": return left + right
        case "-": return left - right
        case "*": return left * right
        case "^": return MathFunction.power(left, right)
        default:
            if right == 0 { throw context.fail("division by zero", status: 2) }
            return symbol == "/" ? left / right : left.truncatingRemainder(dividingBy: right)
        }
    }

    private static func compare(_ left: AwkValue, _ symbol: String, _ right: AwkValue) -> Bool {
        let order: Int
        if left.isNumeric, right.isNumeric {
            order = left.number < right.number ? -1 : left.number == right.number ? 0 : 1
        } else {
            let (first, second) = (left.text(), right.text())
            order = first.utf8.elementsEqual(second.utf8) ? 0 : FileTest.precedes(first, second) ? -1 : 1
        }
        switch symbol {
        case "<": return order < 0
        case "<=": return order <= 0
        case "==": return order == 0
        case "!=": return order != 0
        case ">": return order > 0
        default: return order >= 0
        }
    }

    /// 1 for a line, 0 at the end, -1 for a file that cannot be read.
    private mutating func readLine(
        _ place: AwkExpression?, _ file: AwkExpression?, _ context: inout ToolContext
    ) throws(ToolExit) -> AwkValue {
        let line: String
        if let file {
            let path = try value(of: file, &context).text()
            if readers[path] == nil {
                guard case .success(let bytes) = try context.read(path) else { return .number(-1) }
                readers[path] = bytes[...].lines.map { String(decoding: $0, as: UTF8.self) }
            }
            guard let first = readers[path]?.first else { return .number(0) }
            readers[path]?.removeFirst()
            line = first
        } else {
            guard let first = pendingLines.first else {
                if !isInputOver { askForLine() }
                return .number(0)
            }
            pendingLines.removeFirst()
            countRecord()
            line = first
        }
        if let place { try store(AwkValue(input: line), in: place, &context) } else { record.set(line) }
        return .number(1)
    }
}

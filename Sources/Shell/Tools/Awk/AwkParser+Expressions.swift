/// Expressions, from the loosest operator to the tightest.
extension AwkParser {
    mutating func expression() throws(Problem) -> AwkExpression {
        try deepen()
        defer { depth -= 1 }
        return try conditional()
    }

    /// `place = value` binds to the place, wherever it stands: `/x/ && y = 1`.
    private mutating func assignment(to place: AwkExpression) throws(Problem) -> AwkExpression? {
        guard case .symbol(let symbol) = token, ["=", "+=", "-=", "*=", "/=", "%=", "^=", "**="].contains(symbol) else {
            return nil
        }
        position += 1
        skipNewlines()
        let operation = symbol == "**=" ? "^" : String(symbol.dropLast())
        return .assign(place, operation, try expression())
    }

    private mutating func conditional() throws(Problem) -> AwkExpression {
        let test = try alternatives()
        guard take("?") else { return test }
        skipNewlines()
        let yes = try expression()
        skipNewlines()
        try expect(":")
        skipNewlines()
        return .conditional(test, yes, try expression())
    }

    private mutating func alternatives() throws(Problem) -> AwkExpression {
        var left = try conjunction()
        while take("||") {
            skipNewlines()
            left = .or(left, try conjunction())
        }
        return left
    }

    private mutating func conjunction() throws(Problem) -> AwkExpression {
        var left = try membership()
        while take("&&") {
            skipNewlines()
            left = .and(left, try membership())
        }
        return left
    }

    private mutating func membership() throws(Problem) -> AwkExpression {
        var left = try matching()
        while take("in", isKeyword: true) {
            guard case .name(let array) = token else { throw failure() }
            position += 1
            if case .builtin("", let indexes) = left {
                left = .contains(indexes, array)
            } else {
                left = .contains([left], array)
            }
        }
        return left
    }

    private mutating func matching() throws(Problem) -> AwkExpression {
        var left = try comparison()
        while true {
            if take("~") {
                left = .match(left, try comparison(), isNegated: false)
            } else if take("!~") {
                left = .match(left, try comparison(), isNegated: true)
            } else {
                return left
            }
        }
    }

    private mutating func comparison() throws(Problem) -> AwkExpression {
        let left = try concatenation()
        guard case .symbol(let symbol) = token, ["<", "<=", "==", "!=", ">", ">="].contains(symbol),
            !(isInPrint && symbol == ">")
        else { return left }
        position += 1
        return .compare(symbol, left, try concatenation())
    }

    mutating func concatenation() throws(Problem) -> AwkExpression {
        var left = try sum()
        while startsValue { left = .join(left, try sum()) }
        return left
    }

    private var startsValue: Bool {
        switch token {
        case .number, .string, .regex, .name, .functionName: true
        case .symbol(let text): ["$", "!", "(", "-", "+", "++", "--"].contains(text) && text != "!"
        case .keyword, .newline, .end: false
        }
    }

    private mutating func sum() throws(Problem) -> AwkExpression {
        var left = try product()
        while true {
            if take("+") {
                left = .arithmetic("+", left, try product())
            } else if take("-") {
                left = .arithmetic("-", left, try product())
            } else {
                return left
            }
        }
    }

    private mutating func product() throws(Problem) -> AwkExpression {
        var left = try unary()
        while case .symbol(let symbol) = token, ["*", "/", "%"].contains(symbol) {
            position += 1
            left = .arithmetic(symbol, left, try unary())
        }
        return left
    }

    private mutating func unary() throws(Problem) -> AwkExpression {
        try deepen()
        defer { depth -= 1 }
        if take("!") { return .not(try unary()) }
        if take("-") { return .negative(try unary()) }
        if take("+") { return .positive(try unary()) }
        return try power()
    }

    private mutating func power() throws(Problem) -> AwkExpression {
        let base = try stepped()
        guard take("^") || take("**") else { return base }
        return .arithmetic("^", base, try unary())
    }

    private mutating func stepped() throws(Problem) -> AwkExpression {
        if take("++") { return .increment(try primary(), by: 1, returnsOld: false) }
        if take("--") { return .increment(try primary(), by: -1, returnsOld: false) }
        let value = try primary()
        guard value.isPlace else { return value }
        if take("++") { return .increment(value, by: 1, returnsOld: true) }
        if take("--") { return .increment(value, by: -1, returnsOld: true) }
        if let assigned = try assignment(to: value) { return assigned }
        return value
    }

    private mutating func primary() throws(Problem) -> AwkExpression {
        try deepen()
        defer { depth -= 1 }
        let current = token
        position += 1
        switch current {
        case .number(let value): return .number(value)
        case .string(let text): return .string(text)
        case .regex(let source): return .regex(try expression(from: source))
        case .symbol("$"):
            if take("++") { return .field(.increment(try primary(), by: 1, returnsOld: false)) }
            return take("-") ? .field(.negative(try primary())) : .field(try primary())
        case .symbol("("):
            let values = try list(until: ")")
            if values.count == 1 { return .group(values[0]) }
            // Several values in parentheses: the index of `in`, or the arguments of print.
            return .builtin("", values)
        case .keyword("getline"): return try readLine()
        case .functionName(let name):
            position += 1
            let arguments = try list(until: ")")
            if functionNames.contains(name) { return .call(name, arguments) }
            guard Self.builtins.contains(name) else { throw Problem(text: "function \(name) never defined") }
            return .builtin(name, arguments)
        case .name(let name):
            if take("[") { return .element(name, try list(until: "]")) }
            return name == "length" ? .builtin("length", []) : .variable(name)
        case .keyword, .symbol, .newline, .end:
            position -= 1
            throw failure()
        }
    }

    private mutating func readLine() throws(Problem) -> AwkExpression {
        var place: AwkExpression?
        switch token {
        case .name, .symbol("$"): place = try primary()
        default: break
        }
        guard take("<") else {
            readsAhead = true
            return .readLine(place, file: nil)
        }
        return .readLine(place, file: try primary())
    }

    private func expression(from source: String) throws(Problem) -> RegularExpression {
        do throws(RegularExpression.SyntaxError) {
            return try RegularExpression(source, syntax: .extended)
        } catch {
            throw Problem(text: "\(error.text): /\(source)/")
        }
    }
}

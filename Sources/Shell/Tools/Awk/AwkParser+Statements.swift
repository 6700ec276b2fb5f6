/// Rules, functions, blocks and statements.
extension AwkParser {
    mutating func function() throws(Problem) -> (String, AwkFunction) {
        let name: String
        switch token {
        case .name(let text), .functionName(let text): name = text
        default: throw failure()
        }
        position += 1
        try expect("(")
        var parameters: [String] = []
        while !take(")") {
            guard case .name(let parameter) = token else { throw failure() }
            position += 1
            parameters.append(parameter)
            _ = take(",")
            skipNewlines()
        }
        skipNewlines()
        return (name, AwkFunction(parameters: parameters, body: try block()))
    }

    mutating func rule() throws(Problem) -> AwkRule {
        var pattern = AwkRule.Pattern.always
        if token != .symbol("{") {
            let first = try expression()
            if take(",") {
                skipNewlines()
                pattern = .range(first, try expression())
            } else {
                pattern = .condition(first)
            }
        }
        return AwkRule(pattern: pattern, body: token == .symbol("{") ? try block() : nil)
    }

    mutating func block() throws(Problem) -> [AwkStatement] {
        try deepen()
        defer { depth -= 1 }
        try expect("{")
        var statements: [AwkStatement] = []
        skipSeparators()
        while !take("}") {
            if token == .end { throw failure() }
            statements.append(try statement())
            skipSeparators()
        }
        return statements
    }

    /// One statement or a block, as the body of `if` and loops.
    private mutating func body() throws(Problem) -> [AwkStatement] {
        skipNewlines()
        if token == .symbol("{") { return try block() }
        if take(";") { return [] }
        return [try statement()]
    }

    private mutating func statement() throws(Problem) -> AwkStatement {
        try deepen()
        defer { depth -= 1 }
        if token == .symbol("{") { return .block(try block()) }
        guard case .keyword(let word) = token, word != "getline" else { return try ended(simpleStatement()) }
        position += 1
        switch word {
        case "if": return try condition()
        case "while":
            try expect("(")
            let test = try expression()
            try expect(")")
            return .loop(test, body: try body(), step: nil, testsFirst: true)
        case "do":
            let statements = try body()
            skipSeparators()
            guard take("while", isKeyword: true) else { throw failure() }
            try expect("(")
            let test = try expression()
            try expect(")")
            return try ended(.loop(test, body: statements, step: nil, testsFirst: false))
        case "for": return try forStatement()
        case "next": return try ended(.next)
        case "break": return try ended(.breakLoop)
        case "continue": return try ended(.continueLoop)
        case "exit": return try ended(.exit(try optionalExpression()))
        case "return": return try ended(.returning(try optionalExpression()))
        case "print", "printf", "delete":
            position -= 1
            return try ended(simpleStatement())
        default:
            position -= 1
            throw failure()
        }
    }

    private mutating func ended(_ statement: AwkStatement) throws(Problem) -> AwkStatement {
        switch token {
        case .newline, .symbol(";"): position += 1
        case .symbol("}"), .end: break
        default: throw failure()
        }
        return statement
    }

    private mutating func optionalExpression() throws(Problem) -> AwkExpression? {
        switch token {
        case .newline, .symbol(";"), .symbol("}"), .end: nil
        default: try expression()
        }
    }

    private mutating func condition() throws(Problem) -> AwkStatement {
        try expect("(")
        let test = try expression()
        try expect(")")
        let yes = try body()
        let before = position
        skipSeparators()
        if take("else", isKeyword: true) { return .condition(test, yes, try body()) }
        position = before
        return .condition(test, yes, [])
    }

    private mutating func forStatement() throws(Problem) -> AwkStatement {
        try expect("(")
        if case .name(let variable) = token, position + 3 < tokens.count, tokens[position + 1] == .keyword("in"),
            case .name(let array) = tokens[position + 2], tokens[position + 3] == .symbol(")")
        {
            position += 4
            return .forIn(variable: variable, array: array, body: try body())
        }
        var start: AwkStatement?
        if token != .symbol(";") { start = try simpleStatement() }
        try expect(";")
        skipNewlines()
        let test = token == .symbol(";") ? nil : try expression()
        try expect(";")
        skipNewlines()
        let step = token == .symbol(")") ? nil : try simpleStatement()
        try expect(")")
        let loop = AwkStatement.loop(test, body: try body(), step: step, testsFirst: true)
        return start.map { .block([$0, loop]) } ?? loop
    }

    mutating func simpleStatement() throws(Problem) -> AwkStatement {
        if take("print", isKeyword: true) {
            let (values, redirect) = try printed()
            return .print(values, redirect)
        }
        if take("printf", isKeyword: true) {
            let (values, redirect) = try printed()
            if values.isEmpty { throw failure() }
            return .printf(values, redirect)
        }
        if take("delete", isKeyword: true) {
            guard case .name(let name) = token else { throw failure() }
            position += 1
            guard take("[") else { return .delete(name, nil) }
            let indexes = try list(until: "]")
            return .delete(name, indexes)
        }
        return .expression(try expression())
    }

    private mutating func printed() throws(Problem) -> ([AwkExpression], AwkRedirect?) {
        isInPrint = true
        defer { isInPrint = false }
        var values: [AwkExpression] = []
        switch token {
        case .newline, .symbol(";"), .symbol("}"), .symbol(">"), .symbol(">>"), .symbol("|"), .end: break
        default:
            values = [try expression()]
            while take(",") {
                skipNewlines()
                values.append(try expression())
            }
            if values.count == 1, case .builtin("", let grouped) = values[0] { values = grouped }
        }
        let kind: AwkRedirect.Kind
        if take(">") {
            kind = .truncate
        } else if take(">>") {
            kind = .append
        } else if take("|") {
            kind = .command
        } else {
            return (values, nil)
        }
        return (values, AwkRedirect(kind: kind, target: try concatenation()))
    }

    /// Expressions up to the closing symbol, which is taken.
    mutating func list(until closing: String) throws(Problem) -> [AwkExpression] {
        var values: [AwkExpression] = []
        let outer = isInPrint
        isInPrint = false
        defer { isInPrint = outer }
        skipNewlines()
        while !take(closing) {
            values.append(try expression())
            skipNewlines()
            if take(",") { skipNewlines() } else if token != .symbol(closing) { throw failure() }
        }
        return values
    }
}

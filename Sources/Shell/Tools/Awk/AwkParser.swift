/// Builds an awk program from tokens.
///
/// Source of the grammar: IEEE Std 1003.1-2024, awk.
struct AwkParser {
    private let tokens: [AwkToken]
    private var position = 0
    private var depth = 0
    /// `>` is a redirection here, not a comparison.
    private var isInPrint = false
    /// `in` ends the expression, as in the head of `for (x in a)`.
    private var stopsAtIn = false
    private var functionNames: Set<String> = []
    private var readsAhead = false

    static let builtins: Set<String> = [
        "length", "substr", "split", "index", "sub", "gsub", "gensub", "match", "tolower", "toupper", "sprintf", "int",
        "sqrt", "exp",
        "log", "sin", "cos", "atan2", "rand", "srand", "system", "close", "fflush", "systime", "strftime", "asort",
        "asorti",
    ]

    typealias Problem = AwkLexer.Problem

    init(_ text: String) throws(Problem) {
        tokens = try AwkLexer(text).tokens
        for (index, token) in tokens.enumerated() where token == .keyword("function") && index + 1 < tokens.count {
            switch tokens[index + 1] {
            case .name(let name), .functionName(let name): functionNames.insert(name)
            default: break
            }
        }
    }

    mutating func parse() throws(Problem) -> AwkProgram {
        var program = AwkProgram()
        while true {
            skipSeparators()
            if token == .end {
                program.readsAhead = readsAhead
                return program
            }
            if take("function", isKeyword: true) {
                let (name, function) = try function()
                program.functions[name] = function
            } else if take("BEGIN", isKeyword: true) {
                program.begin.append(try block())
            } else if take("END", isKeyword: true) {
                program.end.append(try block())
            } else {
                program.rules.append(try rule())
            }
        }
    }

    private var token: AwkToken { tokens[position] }

    private func failure() -> Problem {
        Problem(text: "syntax error at or near \(Self.text(of: token))")
    }

    private static func text(of token: AwkToken) -> String {
        switch token {
        case .number(let value): AwkValue.text(value)
        case .string(let text): "\"\(text)\""
        case .regex(let text): "/\(text)/"
        case .name(let text), .functionName(let text), .keyword(let text), .symbol(let text): text
        case .newline: "end of line"
        case .end: "end of program"
        }
    }

    private mutating func take(_ text: String, isKeyword: Bool = false) -> Bool {
        guard token == (isKeyword ? .keyword(text) : .symbol(text)) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ text: String) throws(Problem) {
        guard take(text) else { throw failure() }
    }

    private mutating func skipNewlines() {
        while token == .newline { position += 1 }
    }

    private mutating func skipSeparators() {
        while token == .newline || token == .symbol(";") { position += 1 }
    }

    private mutating func deepen() throws(Problem) {
        depth += 1
        if depth > 150 { throw Problem(text: "program is nested too deeply") }
    }
}

// MARK: - Rules and statements

extension AwkParser {
    private mutating func function() throws(Problem) -> (String, AwkFunction) {
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

    private mutating func rule() throws(Problem) -> AwkRule {
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

    private mutating func block() throws(Problem) -> [AwkStatement] {
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

    private mutating func simpleStatement() throws(Problem) -> AwkStatement {
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
        return (values, AwkRedirect(kind: kind, target: try concatenation(withoutGetline: true)))
    }

    /// Expressions up to the closing symbol, which is taken.
    private mutating func list(until closing: String) throws(Problem) -> [AwkExpression] {
        var values: [AwkExpression] = []
        let (outerPrint, outerIn) = (isInPrint, stopsAtIn)
        (isInPrint, stopsAtIn) = (false, false)
        defer { (isInPrint, stopsAtIn) = (outerPrint, outerIn) }
        skipNewlines()
        while !take(closing) {
            values.append(try expression())
            skipNewlines()
            if take(",") { skipNewlines() } else if token != .symbol(closing) { throw failure() }
        }
        return values
    }
}

// MARK: - Expressions, from the loosest operator to the tightest

extension AwkParser {
    private mutating func expression() throws(Problem) -> AwkExpression {
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
        while !stopsAtIn, take("in", isKeyword: true) {
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

    private mutating func concatenation(withoutGetline: Bool = false) throws(Problem) -> AwkExpression {
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

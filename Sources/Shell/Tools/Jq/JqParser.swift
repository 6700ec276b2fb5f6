/// Builds a jq filter from tokens.
///
/// Source of the grammar and of the meaning of functions: the jq 1.6 manual.
struct JqParser {
    private let tokens: [JqToken]
    private var position = 0
    private var depth: Int

    typealias Problem = JqLexer.Problem

    init(_ source: String, depth: Int = 0) throws(Problem) {
        tokens = try JqLexer(source).tokens
        self.depth = depth
    }

    mutating func parse() throws(Problem) -> JqExpression {
        if token == .end { return .identity }
        let expression = try pipe()
        if token != .end { throw failure() }
        return expression
    }

    private var token: JqToken { tokens[position] }

    private func failure() -> Problem {
        switch token {
        case .end: Problem(text: "syntax error, unexpected $end (Unix shell quoting issues?)")
        case .symbol(let text): Problem(text: "syntax error, unexpected '\(text)' (Unix shell quoting issues?)")
        case .name(let text):
            Problem(text: "syntax error, unexpected \(text.uppercased()) (Unix shell quoting issues?)")
        case .number: Problem(text: "syntax error, unexpected LITERAL (Unix shell quoting issues?)")
        case .string: Problem(text: "syntax error, unexpected QQSTRING_START (Unix shell quoting issues?)")
        case .format: Problem(text: "syntax error, unexpected FORMAT (Unix shell quoting issues?)")
        case .field: Problem(text: "syntax error, unexpected FIELD (Unix shell quoting issues?)")
        case .variable: Problem(text: "syntax error, unexpected '$' (Unix shell quoting issues?)")
        }
    }

    private mutating func take(_ symbol: String) -> Bool {
        guard token == .symbol(symbol) else { return false }
        position += 1
        return true
    }

    private mutating func take(word: String) -> Bool {
        guard token == .name(word) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ symbol: String) throws(Problem) {
        guard take(symbol) else { throw failure() }
    }

    private mutating func expect(word: String) throws(Problem) {
        guard take(word: word) else { throw failure() }
    }

    private mutating func deepen() throws(Problem) {
        depth += 1
        if depth > 150 { throw Problem(text: "filter is nested too deeply") }
    }
}

// MARK: - From the loosest operator to the tightest

extension JqParser {
    private mutating func pipe() throws(Problem) -> JqExpression {
        try deepen()
        defer { depth -= 1 }
        if take(word: "def") {
            let function = try definition()
            return .define(function, token == .end ? .identity : try pipe())
        }
        let left = try comma()
        if take(word: "as") {
            let pattern = try pattern()
            try expect("|")
            return .bind(left, pattern, try pipe())
        }
        return take("|") ? .pipe(left, try pipe()) : left
    }

    private mutating func definition() throws(Problem) -> JqFunction {
        guard case .name(let name) = token else { throw failure() }
        position += 1
        var parameters: [String] = []
        if take("(") {
            repeat {
                switch token {
                case .name(let parameter): parameters.append(parameter)
                case .variable(let parameter): parameters.append("$" + parameter)
                default: throw failure()
                }
                position += 1
            } while take(";")
            try expect(")")
        }
        try expect(":")
        let body = try pipe()
        try expect(";")
        return JqFunction(name: name, parameters: parameters, body: body)
    }

    private mutating func pattern() throws(Problem) -> JqPattern {
        try deepen()
        defer { depth -= 1 }
        if case .variable(let name) = token {
            position += 1
            return .variable(name)
        }
        if take("[") {
            var patterns: [JqPattern] = []
            repeat { patterns.append(try pattern()) } while take(",")
            try expect("]")
            return .array(patterns)
        }
        try expect("{")
        var entries: [(key: String, pattern: JqPattern)] = []
        repeat {
            switch token {
            case .variable(let name):
                position += 1
                entries.append((name, take(":") ? try pattern() : .variable(name)))
            case .name(let name):
                position += 1
                try expect(":")
                entries.append((name, try pattern()))
            case .string(let pieces) where pieces.count == 1:
                position += 1
                try expect(":")
                entries.append((pieces[0], try pattern()))
            default: throw failure()
            }
        } while take(",")
        try expect("}")
        return .object(entries)
    }

    private mutating func comma() throws(Problem) -> JqExpression {
        var left = try alternative()
        while take(",") { left = .comma(left, try alternative()) }
        return left
    }

    /// `//` and the assignments, which bind alike and to the right.
    private mutating func alternative() throws(Problem) -> JqExpression {
        let left = try disjunction()
        if take("//") { return .binary("//", left, try alternative()) }
        for symbol in ["=", "|=", "+=", "-=", "*=", "/=", "%=", "//="] where take(symbol) {
            return .update(symbol, left, try alternative())
        }
        return left
    }

    private mutating func disjunction() throws(Problem) -> JqExpression {
        var left = try conjunction()
        while take(word: "or") { left = .binary("or", left, try conjunction()) }
        return left
    }

    private mutating func conjunction() throws(Problem) -> JqExpression {
        var left = try comparison()
        while take(word: "and") { left = .binary("and", left, try comparison()) }
        return left
    }

    private mutating func comparison() throws(Problem) -> JqExpression {
        let left = try sum()
        for symbol in ["==", "!=", "<=", ">=", "<", ">"] where take(symbol) { return .binary(symbol, left, try sum()) }
        return left
    }

    private mutating func sum() throws(Problem) -> JqExpression {
        var left = try product()
        while true {
            if take("+") {
                left = .binary("+", left, try product())
            } else if take("-") {
                left = .binary("-", left, try product())
            } else {
                return left
            }
        }
    }

    private mutating func product() throws(Problem) -> JqExpression {
        var left = try postfix()
        while case .symbol(let symbol) = token, ["*", "/", "%"].contains(symbol) {
            position += 1
            left = .binary(symbol, left, try postfix())
        }
        return left
    }
}

// MARK: - Terms

extension JqParser {
    private mutating func postfix() throws(Problem) -> JqExpression {
        try deepen()
        defer { depth -= 1 }
        if take("-") { return .negative(try postfix()) }
        if take(word: "try") {
            let body = try postfix()
            return .attempt(body, handler: take(word: "catch") ? try postfix() : nil)
        }
        var term = try term()
        while true {
            if case .field(let name) = token {
                position += 1
                term = .index(term, .literal(.string(name)))
            } else if take("?") {
                term = .attempt(term, handler: nil)
            } else if take("[") {
                term = try bracket(of: term)
            } else if token == .symbol("."), position + 1 < tokens.count {
                switch tokens[position + 1] {
                case .string(let pieces):
                    position += 2
                    term = .index(term, try text(pieces, format: nil))
                case .symbol("["):
                    position += 2
                    term = try bracket(of: term)
                default: return term
                }
            } else {
                return term
            }
        }
    }

    /// What follows `[`: an iteration, an index or a slice.
    private mutating func bracket(of term: JqExpression) throws(Problem) -> JqExpression {
        if take("]") { return .iterate(term) }
        if take(":") {
            let end = try pipe()
            try expect("]")
            return .slice(term, nil, end)
        }
        let start = try pipe()
        if take(":") {
            if take("]") { return .slice(term, start, nil) }
            let end = try pipe()
            try expect("]")
            return .slice(term, start, end)
        }
        try expect("]")
        return .index(term, start)
    }

    private mutating func term() throws(Problem) -> JqExpression {
        let current = token
        position += 1
        switch current {
        case .number(let value): return .literal(.number(value))
        case .string(let pieces): return try text(pieces, format: nil)
        case .format(let name):
            if case .string(let pieces) = token {
                position += 1
                return try text(pieces, format: name)
            }
            return .format(name)
        case .field(let name): return .index(.identity, .literal(.string(name)))
        case .variable(let name): return .variable(name)
        case .name(let name): return try word(name)
        case .symbol("."):
            if case .string(let pieces) = token {
                position += 1
                return .index(.identity, try text(pieces, format: nil))
            }
            return .identity
        case .symbol(".."): return .recurse
        case .symbol("("):
            let inner = try pipe()
            try expect(")")
            return inner
        case .symbol("["):
            if take("]") { return .array(nil) }
            let inner = try pipe()
            try expect("]")
            return .array(inner)
        case .symbol("{"): return try object()
        case .symbol, .end:
            position -= 1
            throw failure()
        }
    }

    private func text(_ pieces: [String], format: String?) throws(Problem) -> JqExpression {
        if pieces.count == 1 { return .literal(.string(pieces[0])) }
        var parts: [JqExpression.Part] = []
        for (index, piece) in pieces.enumerated() {
            if index.isMultiple(of: 2) {
                parts.append(.text(piece))
            } else {
                if depth > 100 { throw Problem(text: "filter is nested too deeply") }
                var parser = try JqParser(piece, depth: depth + 10)
                parts.append(.filter(try parser.parse()))
            }
        }
        return .text(parts, format: format)
    }

    private mutating func word(_ name: String) throws(Problem) -> JqExpression {
        switch name {
        case "null": return .literal(.null)
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "if": return try condition()
        case "reduce":
            let source = try postfix()
            try expect(word: "as")
            let pattern = try pattern()
            let parts = try arguments()
            guard parts.count == 2 else { throw failure() }
            return .reduce(source, pattern, start: parts[0], step: parts[1])
        case "foreach":
            let source = try postfix()
            try expect(word: "as")
            let pattern = try pattern()
            let parts = try arguments()
            guard (2...3).contains(parts.count) else { throw failure() }
            return .forEach(source, pattern, start: parts[0], step: parts[1], extract: parts.count > 2 ? parts[2] : nil)
        case "def":
            let function = try definition()
            return .define(function, try pipe())
        case "then", "else", "elif", "end", "as", "and", "or", "catch", "import", "include", "label", "__loc__":
            position -= 1
            throw failure()
        default: return .call(name, token == .symbol("(") ? try arguments() : [])
        }
    }

    private mutating func arguments() throws(Problem) -> [JqExpression] {
        try expect("(")
        var values = [try pipe()]
        while take(";") { values.append(try pipe()) }
        try expect(")")
        return values
    }

    private mutating func condition() throws(Problem) -> JqExpression {
        try deepen()
        defer { depth -= 1 }
        let test = try pipe()
        try expect(word: "then")
        let yes = try pipe()
        if take(word: "elif") { return .condition(test, yes, try condition()) }
        var no: JqExpression?
        if take(word: "else") { no = try pipe() }
        try expect(word: "end")
        return .condition(test, yes, no)
    }

    private mutating func object() throws(Problem) -> JqExpression {
        var entries: [(key: JqExpression, value: JqExpression)] = []
        while !take("}") {
            entries.append(try entry())
            if take(",") { continue }
            guard token == .symbol("}") else { throw failure() }
        }
        return .object(entries)
    }

    private mutating func entry() throws(Problem) -> (key: JqExpression, value: JqExpression) {
        let current = token
        position += 1
        var key: JqExpression
        var short: JqExpression?
        switch current {
        case .name(let name):
            key = .literal(.string(name))
            short = .index(.identity, key)
        case .variable(let name):
            key = .literal(.string(name))
            short = .variable(name)
        case .string(let pieces):
            key = try text(pieces, format: nil)
            short = .index(.identity, key)
        case .format(let name):
            guard case .string(let pieces) = token else { throw failure() }
            position += 1
            key = try text(pieces, format: name)
        case .symbol("("):
            key = try pipe()
            try expect(")")
        case .number, .field, .symbol, .end:
            position -= 1
            throw failure()
        }
        if take(":") { return (key, try entryValue()) }
        guard let short else { throw failure() }
        return (key, short)
    }

    /// A value of an object: no commas, pipes only between terms.
    private mutating func entryValue() throws(Problem) -> JqExpression {
        var value = try alternativeWithoutComma()
        while take("|") { value = .pipe(value, try alternativeWithoutComma()) }
        return value
    }

    private mutating func alternativeWithoutComma() throws(Problem) -> JqExpression {
        try alternative()
    }
}

/// `[[ a && ! b == c ]]`
extension Parser {
    mutating func testCommand() throws(ParseFailure) -> CommandKind {
        position += 2
        let expression = try testAlternatives()
        try skipNewlines()
        guard position < source.count else { throw .incomplete(.test) }
        guard take(word: "]]") else { throw unexpectedInTest() }
        return .test(expression)
    }

    private func unexpectedInTest() -> ParseFailure {
        position < source.count
            ? .error(error(.conditionalExpected(upcomingToken()))) : .incomplete(.test)
    }

    private mutating func testAlternatives() throws(ParseFailure) -> TestExpression {
        var left = try testConjunction()
        while true {
            try skipNewlines()
            guard starts(with: "||") else { return left }
            position += 2
            left = .or(left, try testConjunction())
        }
    }

    private mutating func testConjunction() throws(ParseFailure) -> TestExpression {
        var left = try testTerm()
        while true {
            try skipNewlines()
            guard starts(with: "&&") else { return left }
            position += 2
            left = .and(left, try testTerm())
        }
    }

    private mutating func testTerm() throws(ParseFailure) -> TestExpression {
        try deepen()
        defer { depth -= 1 }
        try skipNewlines()
        guard position < source.count else { throw .incomplete(.test) }
        if take(word: "!") { return .not(try testTerm()) }
        if source[position] == .openParenthesis {
            position += 1
            let inner = try testAlternatives()
            try skipNewlines()
            guard position < source.count, source[position] == .closeParenthesis else { throw unexpectedInTest() }
            position += 1
            return inner
        }
        let text = upcomingToken()
        if text == "]]" { throw unexpectedInTest() }
        if text.utf8.count == 2, text.hasPrefix("-"), TestOperators.unary.contains(text) {
            position += 2
            try skipBlanks()
            guard upcomingToken() != "]]", let operand = try word() else { throw unexpectedInTest() }
            return .unary(text, operand)
        }
        guard let left = try word() else { throw unexpectedInTest() }
        return try testComparison(left)
    }

    private mutating func testComparison(_ left: Word) throws(ParseFailure) -> TestExpression {
        try skipNewlines()
        guard position < source.count else { throw .incomplete(.test) }
        let name: String
        if source[position] == .less || source[position] == .greater {
            name = String(UnicodeScalar(source[position]))
        } else {
            name = upcomingToken()
        }
        guard TestOperators.binary.contains(name) else { return .word(left) }
        position += name.utf8.count
        try skipBlanks()
        guard let right = name == "=~" ? try regularExpressionWord() : try word() else { throw unexpectedInTest() }
        return .binary(left, name, right)
    }

    /// A word in which parentheses, bars and comparison signs need no quotes.
    private mutating func regularExpressionWord() throws(ParseFailure) -> Word? {
        var builder = WordBuilder()
        var level = 0
        while position < source.count {
            let byte = source[position]
            if byte == .newline || (byte.isBlank && level == 0) { break }
            if byte == .closeParenthesis, level == 0 { break }
            if byte == .openParenthesis { level += 1 } else if byte == .closeParenthesis { level -= 1 }
            if byte.endsWord {
                builder.append(byte)
                position += 1
            } else {
                try wordPart(byte, into: &builder)
            }
        }
        return builder.isEmpty ? nil : builder.word
    }
}

/// The operators of `test` and `[[`.
enum TestOperators {
    static let unary: Set<String> = [
        "-a", "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-k", "-p", "-r", "-s", "-t", "-u", "-w", "-x", "-G", "-L",
        "-N", "-O", "-S", "-n", "-z", "-o", "-v", "-R",
    ]
    static let binary: Set<String> = [
        "=", "==", "!=", "=~", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef",
    ]
}

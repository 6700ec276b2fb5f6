extension Parser {
    /// Words that only open or close a construct, so no command may have their name here.
    static let closingWords: Set<String> = ["then", "elif", "else", "fi", "do", "done", "esac", "}", "in"]

    mutating func command() throws(ParseFailure) -> Command {
        try skipBlanks()
        try replaceAlias()
        guard position < source.count else { throw unexpected() }
        let startLine = line
        guard let kind = try compoundCommand() else {
            return Command(kind: .simple(try simpleCommand()), redirects: [], line: startLine)
        }
        var command = Command(kind: kind, redirects: [], line: startLine)
        if case .function = kind { return command }
        while let redirect = try redirect() { command.redirects.append(redirect) }
        return command
    }

    private mutating func compoundCommand() throws(ParseFailure) -> CommandKind? {
        if source[position] == .openParenthesis { return try parenthesised() }
        let word = upcomingToken()
        switch word {
        case "{":
            position += 1
            let body = try list(until: { $0 == "}" }, in: .group)
            position += 1
            return .group(try nonEmpty(body))
        case "if": return try ifCommand()
        case "while", "until": return try loopCommand(until: word == "until")
        case "for": return try forCommand()
        case "case": return try caseCommand()
        case "function": return try functionWithKeyword()
        case "[[": return try testCommand()
        case "select", "coproc": throw .error(error(.unsupported(word)))
        default:
            if Self.closingWords.contains(word), word != "in" { throw unexpected() }
            return try functionDefinition(named: word)
        }
    }

    private func nonEmpty(_ script: Script) throws(ParseFailure) -> Script {
        if script.isEmpty { throw unexpected() }
        return script
    }

    private mutating func parenthesised() throws(ParseFailure) -> CommandKind {
        if peek(1) == .openParenthesis, let expression = try arithmeticText(opening: 2) {
            return .arithmetic(expression)
        }
        position += 1
        let body = try list(until: { $0 == ")" }, in: .subshell)
        if body.isEmpty { throw unexpected() }
        position += 1
        return .subshell(body)
    }

    private mutating func ifCommand() throws(ParseFailure) -> CommandKind {
        var branches: [ConditionBranch] = []
        position += 2
        while true {
            let condition = try closedList(by: "then", in: .condition)
            let body = try list(until: { ["elif", "else", "fi"].contains($0) }, in: .condition)
            branches.append(ConditionBranch(condition: condition, body: try nonEmpty(body)))
            if take(word: "fi") { return .condition(branches: branches, otherwise: nil) }
            if take(word: "else") {
                let otherwise = try closedList(by: "fi", in: .condition)
                return .condition(branches: branches, otherwise: otherwise)
            }
            position += 4
        }
    }

    /// A list that is not empty, with the word that closes it.
    private mutating func closedList(by word: String, in reason: IncompleteReason) throws(ParseFailure) -> Script {
        let script = try nonEmpty(try list(until: { $0 == word || Self.closingWords.contains($0) }, in: reason))
        guard take(word: word) else { throw unexpected() }
        return script
    }

    private mutating func loopCommand(until: Bool) throws(ParseFailure) -> CommandKind {
        position += 5
        let condition = try closedList(by: "do", in: .loop)
        let body = try closedList(by: "done", in: .loop)
        return .loop(until: until, condition: condition, body: body)
    }

    private mutating func forCommand() throws(ParseFailure) -> CommandKind {
        position += 3
        try skipBlanks()
        if starts(with: "((") { return try arithmeticFor() }
        let name = upcomingToken()
        guard position < source.count else { throw .incomplete(.forLoop) }
        guard name.isShellName, name != "newline" || source[position] != .newline else { throw unexpected() }
        position += name.utf8.count
        try skipNewlines()
        var words: [Word]?
        if take(word: "in") {
            words = try wordList()
            try separator()
        } else if position < source.count, source[position] == .semicolon {
            position += 1
        }
        return .forEach(name: name, words: words, body: try doBody())
    }

    private mutating func wordList() throws(ParseFailure) -> [Word] {
        var words: [Word] = []
        try skipBlanks()
        while let word = try word() {
            words.append(word)
            try skipBlanks()
        }
        return words
    }

    private mutating func separator() throws(ParseFailure) {
        try skipBlanks()
        guard position < source.count else { throw .incomplete(.forLoop) }
        switch source[position] {
        case .semicolon: position += 1
        case .newline: break
        default: throw unexpected()
        }
    }

    /// `do ...; done` or `{ ...; }`
    private mutating func doBody() throws(ParseFailure) -> Script {
        try skipNewlines()
        guard position < source.count else { throw .incomplete(.forLoop) }
        if take(word: "{") {
            let body = try nonEmpty(try list(until: { $0 == "}" }, in: .forLoop))
            position += 1
            return body
        }
        try expect(word: "do", in: .forLoop)
        return try closedList(by: "done", in: .forLoop)
    }

    /// `for ((start; condition; step))`
    private mutating func arithmeticFor() throws(ParseFailure) -> CommandKind {
        guard let header = try balancedText(opening: 2, closing: "))") else { throw unexpected() }
        let pieces = header.split(separator: .semicolon, omittingEmptySubsequences: false)
        guard pieces.count == 3 else { throw .error(error(.unexpectedToken("(("))) }
        var words: [Word] = []
        for piece in pieces {
            words.append(try quotedWord(Array(piece)))
        }
        try skipBlanks()
        if position < source.count, source[position] == .semicolon { position += 1 }
        return .forArithmetic(start: words[0], condition: words[1], step: words[2], body: try doBody())
    }

    private mutating func caseCommand() throws(ParseFailure) -> CommandKind {
        position += 4
        try skipBlanks()
        guard let subject = try word() else { throw position < source.count ? unexpected() : .incomplete(.match) }
        try expect(word: "in", in: .match)
        var cases: [MatchCase] = []
        while true {
            try skipNewlines()
            guard position < source.count else { throw .incomplete(.match) }
            if take(word: "esac") { return .match(subject: subject, cases: cases) }
            cases.append(try matchCase())
        }
    }

    private mutating func matchCase() throws(ParseFailure) -> MatchCase {
        if source[position] == .openParenthesis { position += 1 }
        var patterns: [Word] = []
        while true {
            try skipBlanks()
            guard let pattern = try word() else {
                throw position < source.count ? unexpected() : .incomplete(.match)
            }
            patterns.append(pattern)
            try skipBlanks()
            guard position < source.count else { throw .incomplete(.match) }
            if source[position] == .closeParenthesis { break }
            guard source[position] == .bar else { throw unexpected() }
            position += 1
        }
        position += 1
        let body = try list(until: { [";;", ";&", ";;&", "esac"].contains($0) }, in: .match)
        let ending: MatchCase.Ending
        if starts(with: ";;&") {
            ending = .testNext
        } else if starts(with: ";&") {
            ending = .fallThrough
        } else {
            ending = .stop
        }
        if source[position] == .semicolon { position += ending == .testNext ? 3 : 2 }
        return MatchCase(patterns: patterns, body: body, ending: ending)
    }

    /// `function name { ... }`
    private mutating func functionWithKeyword() throws(ParseFailure) -> CommandKind {
        position += 8
        try skipBlanks()
        let name = upcomingToken()
        guard position < source.count, !source[position].endsWord else { throw unexpected() }
        position += name.utf8.count
        try skipBlanks()
        if starts(with: "()") { position += 2 }
        return try functionBody(named: name)
    }

    /// `name() { ... }`; `nil` when no parentheses follow the word.
    private mutating func functionDefinition(named name: String) throws(ParseFailure) -> CommandKind? {
        guard !source[position].endsWord, !name.utf8.contains(where: { "$'\"`\\=".utf8.contains($0) }) else {
            return nil
        }
        var offset = position + name.utf8.count
        while offset < source.count, source[offset].isBlank { offset += 1 }
        guard offset < source.count, source[offset] == .openParenthesis else { return nil }
        offset += 1
        while offset < source.count, source[offset].isBlank { offset += 1 }
        guard offset < source.count, source[offset] == .closeParenthesis else { return nil }
        position = offset + 1
        return try functionBody(named: name)
    }

    private mutating func functionBody(named name: String) throws(ParseFailure) -> CommandKind {
        try skipNewlines()
        guard position < source.count else { throw .incomplete(.function) }
        try deepen()
        defer { depth -= 1 }
        let startLine = line
        guard let kind = try compoundCommand() else { throw unexpected() }
        var body = Command(kind: kind, redirects: [], line: startLine)
        while let redirect = try redirect() { body.redirects.append(redirect) }
        return .function(name: name, body: body)
    }
}

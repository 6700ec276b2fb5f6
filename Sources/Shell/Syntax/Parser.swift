/// Reads shell text, one complete command at a time.
///
/// Source of the grammar: IEEE Std 1003.1-2024, Shell & Utilities, section 2; and the bash manual for what goes beyond.
struct Parser {
    private(set) var source: [UInt8]
    var position: Int
    var line: Int
    /// How far blocks, substitutions and parentheses may be nested.
    static let depthMax = 60
    var depth = 0

    let aliases: [String: String]
    /// Names that are being replaced, with the place where their text ends.
    private var openAliases: [(name: String, end: Int)] = []

    /// Here-documents that were met on the current line and have no body yet.
    var awaitedHereDocuments: [AwaitedHereDocument] = []
    /// Bodies by the place of their operator: the first reading finds them, the second uses them.
    var hereDocumentBodies: [Int: Word] = [:]
    /// Where to go on after the line end at this place, because here-documents follow it.
    var hereDocumentEnds: [Int: (position: Int, line: Int)] = [:]
    /// Here-documents that the end of the text has ended.
    var openHereDocuments: [OpenHereDocument] = []
    /// At the end of the text an open here-document counts as ended.
    let acceptsOpenEnd: Bool
    let flavor: ShellFlavor

    struct AwaitedHereDocument {
        var operatorPosition: Int
        var delimiter: [UInt8]
        var isQuoted: Bool
        var stripsTabs: Bool
        var line: Int
    }

    struct OpenHereDocument {
        var delimiter: String
        var firstLine: Int
        var lastLine: Int
    }

    init(
        _ source: [UInt8], position: Int = 0, line: Int = 1, depth: Int = 0, aliases: [String: String] = [:],
        acceptsOpenEnd: Bool = true, flavor: ShellFlavor = .bash
    ) {
        self.flavor = flavor
        self.source = source
        self.position = position
        self.line = line
        self.depth = depth
        self.aliases = aliases
        self.acceptsOpenEnd = acceptsOpenEnd
    }
}

// MARK: - Commands of a text

extension Parser {
    /// Everything up to the next line end outside of any construct; `nil` at the end of the text.
    mutating func nextCompleteCommand() throws(ParseFailure) -> Script? {
        let start = (position, line, source)
        guard let script = try completeCommandOnce() else { return nil }
        guard !hereDocumentBodies.isEmpty else { return script }
        // The bodies stand behind the line that asks for them, so the line is read again now that they are known.
        (position, line, source) = start
        openAliases = []
        let again = try completeCommandOnce()
        hereDocumentBodies = [:]
        hereDocumentEnds = [:]
        return again
    }

    private mutating func completeCommandOnce() throws(ParseFailure) -> Script? {
        try skipNewlines()
        guard position < source.count else { return nil }
        var script = Script()
        while position < source.count, source[position] != .newline {
            script.items.append(try listItem())
            try skipBlanks()
        }
        if position < source.count {
            try newline()
        } else if !awaitedHereDocuments.isEmpty {
            try readHereDocuments(lineEnd: position)
        }
        return script
    }

    /// `a; b & c` until one of the closing words or characters.
    mutating func list(until isEnd: (String) -> Bool, in reason: IncompleteReason) throws(ParseFailure) -> Script {
        try deepen()
        defer { depth -= 1 }
        var script = Script()
        while true {
            try skipNewlines()
            guard position < source.count else { throw .incomplete(reason) }
            if isEnd(upcomingToken()) { return script }
            script.items.append(try listItem())
        }
    }

    private mutating func listItem() throws(ParseFailure) -> ListItem {
        let start = position
        let chain = try andOrChain()
        let end = position
        try skipBlanks()
        var isBackground = false
        if position < source.count {
            switch source[position] {
            case .semicolon where peek(1) != .semicolon && peek(1) != .ampersand: position += 1
            case .ampersand where peek(1) != .ampersand:
                position += 1
                isBackground = true
            case .newline, .closeParenthesis, .semicolon: break
            default: throw unexpected()
            }
        }
        let text = isBackground ? String(decoding: source[min(start, end)..<end], as: UTF8.self) : ""
        return ListItem(chain: chain, isBackground: isBackground, text: text)
    }

    private mutating func andOrChain() throws(ParseFailure) -> AndOrChain {
        var chain = AndOrChain(first: try pipeline(), rest: [])
        while true {
            try skipBlanks()
            let connector: AndOrChain.Connector
            if starts(with: "&&") {
                connector = .and
            } else if starts(with: "||") {
                connector = .or
            } else {
                return chain
            }
            position += 2
            try skipNewlines()
            guard position < source.count else { throw .incomplete(connector == .and ? .and : .or) }
            chain.rest.append(.init(connector: connector, pipeline: try pipeline()))
        }
    }

    private mutating func pipeline() throws(ParseFailure) -> Pipeline {
        var pipeline = Pipeline(isNegated: false, isTimed: false, commands: [])
        try skipBlanks()
        while true {
            let word = upcomingToken()
            if word == "!" {
                pipeline.isNegated.toggle()
            } else if word == "time" {
                pipeline.isTimed = true
            } else {
                break
            }
            position += word.utf8.count
            try skipBlanks()
            if pipeline.isTimed, starts(with: "-p"), isWordEnd(position + 2) { position += 2 }
            try skipBlanks()
        }
        if pipeline.isNegated || pipeline.isTimed, position >= source.count || source[position] == .newline {
            pipeline.commands = [Command(kind: .simple(SimpleCommand()), redirects: [], line: line)]
            return pipeline
        }
        while true {
            var command = try command()
            try skipBlanks()
            guard position < source.count, source[position] == .bar, peek(1) != .bar else {
                pipeline.commands.append(command)
                return pipeline
            }
            position += 1
            if position < source.count, source[position] == .ampersand {
                position += 1
                command.mergeErrorIntoOutput()
            }
            pipeline.commands.append(command)
            try skipNewlines()
            guard position < source.count else { throw .incomplete(.pipe) }
        }
    }
}

extension Command {
    /// `a |& b` is `a 2>&1 | b`.
    mutating func mergeErrorIntoOutput() {
        let redirect = Redirect(descriptor: 2, operation: .duplicateOutput, target: Word([.literal("1")]))
        if case .simple(var simple) = kind {
            simple.redirects.append(redirect)
            kind = .simple(simple)
        } else {
            redirects.append(redirect)
        }
    }
}

// MARK: - Blanks, line ends and what comes next

extension Parser {
    func peek(_ distance: Int) -> UInt8? {
        position + distance < source.count ? source[position + distance] : nil
    }

    func starts(with text: StaticString, at offset: Int? = nil) -> Bool {
        let offset = offset ?? position
        guard offset + text.utf8CodeUnitCount <= source.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { source[offset + $0] == text.utf8Start[$0] }
    }

    func isWordEnd(_ offset: Int) -> Bool {
        offset >= source.count || source[offset].endsWord
    }

    mutating func deepen() throws(ParseFailure) {
        depth += 1
        if depth > Self.depthMax { throw .error(error(.tooDeep)) }
    }

    func error(_ problem: SyntaxError.Problem, at offset: Int? = nil) -> SyntaxError {
        let offset = min(offset ?? position, source.count)
        let lineStart = source[..<offset].lastIndex(of: .newline).map { $0 + 1 } ?? 0
        return SyntaxError(problem: problem, line: line, column: offset - lineStart + 1)
    }

    /// The error for whatever stands at the current place.
    func unexpected() -> ParseFailure {
        guard position < source.count else { return .error(error(.unexpectedEnd)) }
        return .error(error(.unexpectedToken(upcomingToken())))
    }

    /// Spaces, tabs, continued lines and a comment.
    mutating func skipBlanks() throws(ParseFailure) {
        while position < source.count {
            switch source[position] {
            case .space, .tab: position += 1
            case .backslash where peek(1) == .newline:
                position += 2
                line += 1
                if position >= source.count, !acceptsOpenEnd { throw .incomplete(.backslash) }
            case .hash:
                while position < source.count, source[position] != .newline { position += 1 }
            default: return
            }
        }
    }

    mutating func skipNewlines() throws(ParseFailure) {
        try skipBlanks()
        while position < source.count, source[position] == .newline {
            try newline()
            try skipBlanks()
        }
    }

    /// Steps over a line end and the here-documents behind it.
    mutating func newline() throws(ParseFailure) {
        if let end = hereDocumentEnds[position] {
            (position, line) = end
            awaitedHereDocuments = []
        } else if awaitedHereDocuments.isEmpty {
            position += 1
            line += 1
        } else {
            try readHereDocuments(lineEnd: position)
        }
    }

    /// The next word without quotes or the next operator, without moving; `newline` at a line end.
    func upcomingToken() -> String {
        guard position < source.count else { return "" }
        let byte = source[position]
        if byte == .newline { return "newline" }
        if byte.endsWord { return upcomingOperator() }
        var end = position
        while end < source.count, !source[end].endsWord { end += 1 }
        return String(decoding: source[position..<end], as: UTF8.self)
    }

    private func upcomingOperator() -> String {
        let operators = [
            "<<<", "<<-", "&>>", ";;&", "&&", "||", ";;", ";&", "<<", ">>", "<&", ">&", "<>", ">|", "&>", "|&",
        ]
        for candidate in operators {
            let bytes = Array(candidate.utf8)
            if position + bytes.count <= source.count, Array(source[position..<position + bytes.count]) == bytes {
                return candidate
            }
        }
        return String(decoding: source[position..<position + 1], as: UTF8.self)
    }

    /// Takes the word when it stands next; words are given without quotes.
    mutating func take(word: String) -> Bool {
        guard upcomingToken() == word else { return false }
        position += word.utf8.count
        return true
    }

    mutating func expect(word: String, in reason: IncompleteReason) throws(ParseFailure) {
        try skipNewlines()
        guard position < source.count else { throw .incomplete(reason) }
        guard take(word: word) else { throw unexpected() }
    }
}

// MARK: - Aliases

extension Parser {
    /// Replaces the word at the current place when it is an alias that is not being replaced already.
    mutating func replaceAlias() throws(ParseFailure) {
        guard !aliases.isEmpty else { return }
        while true {
            let name = upcomingToken()
            openAliases.removeAll { $0.end <= position }
            guard let text = aliases[name], !openAliases.contains(where: { $0.name == name }) else { return }
            let length = name.utf8.count
            let growth = text.utf8.count - length
            source.replaceSubrange(position..<position + length, with: text.utf8)
            openAliases = openAliases.map { ($0.name, $0.end + growth) } + [(name, position + text.utf8.count)]
            try skipBlanks()
        }
    }
}

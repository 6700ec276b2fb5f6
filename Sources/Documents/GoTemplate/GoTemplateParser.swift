/// Reads the tokens of a template into nodes.
struct GoTemplateParser {
    /// Actions and parentheses inside each other.
    static let depthLimit = 200

    private let tokens: [GoTemplateToken]
    private let lineStarts: [Int]
    private var index = 0
    private var actionLine = 0
    private var depth = 0
    var rangeDepth = 0
    var variables = ["$"]
    var definitions: [String: [GoTemplateNode]] = [:]

    init(_ text: String) {
        tokens = GoTemplateLexer.tokens(of: text)
        lineStarts = [0] + text.utf8.enumerated().filter { $0.element == UInt8(ascii: "\n") }.map { $0.offset + 1 }
    }
}

/// How a list of nodes ended.
enum GoTemplateListEnd: Hashable, Sendable {
    case end
    case `else`

    var described: String {
        switch self {
        case .end: "{{end}}"
        case .else: "{{else}}"
        }
    }
}

extension GoTemplateParser {
    mutating func parseTemplates() throws(GoTemplateError) -> [String: [GoTemplateNode]] {
        var nodes: [GoTemplateNode] = []
        while peek().kind != .end {
            if peek().kind == .leftDelimiter, isDefinitionNext {
                try parseDefinition()
                continue
            }
            switch try parseNode() {
            case .node(let node): nodes.append(node)
            case .ended(let end): throw syntax(.unexpectedNode(end.described))
            }
        }
        definitions[GoTemplate.name] = nodes
        return definitions
    }

    /// The nodes up to `{{end}}` or `{{else}}`.
    mutating func parseList() throws(GoTemplateError) -> (nodes: [GoTemplateNode], end: GoTemplateListEnd) {
        var nodes: [GoTemplateNode] = []
        while peekNonSpace().kind != .end {
            switch try parseNode() {
            case .node(let node): nodes.append(node)
            case .ended(let end): return (nodes, end)
            }
        }
        throw syntax(.unexpectedEnd)
    }

    enum Parsed {
        case node(GoTemplateNode)
        case ended(GoTemplateListEnd)
    }

    private mutating func parseNode() throws(GoTemplateError) -> Parsed {
        let token = nextNonSpace()
        switch token.kind {
        case .text: return .node(.text(token.text))
        case .leftDelimiter:
            actionLine = token.line
            let parsed = try nested { (parser) throws(GoTemplateError) in try parser.parseAction() }
            actionLine = 0
            return parsed
        default: throw unexpected(token, "input")
        }
    }

    private mutating func parseAction() throws(GoTemplateError) -> Parsed {
        let token = nextNonSpace()
        guard case .keyword(let keyword) = token.kind else {
            stepBack()
            return .node(.action(try parsePipe("command", until: .rightDelimiter)))
        }
        switch keyword {
        case .if: return .node(try parseBranch(.if))
        case .with: return .node(try parseBranch(.with))
        case .range: return .node(try parseBranch(.range))
        case .end:
            try expect(.rightDelimiter, "end")
            return .ended(.end)
        case .else:
            if isElseBranchNext { return .ended(.else) }
            try expect(.rightDelimiter, "else")
            return .ended(.else)
        case .break: return .node(try parseLoopExit(.breakLoop, "{{break}}"))
        case .continue: return .node(try parseLoopExit(.continueLoop, "{{continue}}"))
        case .template: return .node(try parseCall())
        case .block: return .node(try parseBlock())
        case .define: throw unexpected(token, "command")
        }
    }
}

extension GoTemplateParser {
    func peek() -> GoTemplateToken { tokens[min(index, tokens.count - 1)] }

    mutating func next() -> GoTemplateToken {
        let token = peek()
        index += 1
        return token
    }

    mutating func stepBack() { index -= 1 }

    mutating func nextNonSpace() -> GoTemplateToken {
        while peek().kind == .space { index += 1 }
        return next()
    }

    mutating func peekNonSpace() -> GoTemplateToken {
        while peek().kind == .space { index += 1 }
        return peek()
    }

    /// Runs a step and goes back to where it began unless it keeps what it read.
    mutating func attempt(_ step: (inout GoTemplateParser) throws(GoTemplateError) -> Bool) throws(GoTemplateError) {
        let start = index
        if try !step(&self) { index = start }
    }

    mutating func expect(_ kind: GoTemplateToken.Kind, _ context: String) throws(GoTemplateError) {
        let token = nextNonSpace()
        guard token.kind == kind else { throw unexpected(token, context) }
    }

    mutating func nested<Result>(
        _ body: (inout GoTemplateParser) throws(GoTemplateError) -> Result
    ) throws(GoTemplateError) -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw syntax(.tooDeep(limit: Self.depthLimit)) }
        return try body(&self)
    }

    func mark(_ token: GoTemplateToken) -> GoTemplateMark {
        GoTemplateMark(line: token.line, column: token.offset - lineStarts[token.line - 1])
    }

    func unexpected(_ token: GoTemplateToken, _ context: String) -> GoTemplateError {
        guard case .failure(let problem) = token.kind else {
            return syntax(.unexpected(token.described, context: context))
        }
        guard actionLine != 0, actionLine != token.line else { return .syntax(problem, line: token.line) }
        return .syntax(.inAction(problem, startedAtLine: actionLine), line: token.line)
    }

    /// A mistake at the token read last.
    func syntax(_ problem: GoTemplateSyntaxProblem) -> GoTemplateError {
        .syntax(problem, line: tokens[min(max(index - 1, 0), tokens.count - 1)].line)
    }

    private var isDefinitionNext: Bool {
        let rest = tokens[(index + 1)...].drop { $0.kind == .space }
        return rest.first?.kind == .keyword(.define)
    }

    private var isElseBranchNext: Bool {
        let next = tokens[min(index, tokens.count - 1)...].drop { $0.kind == .space }.first?.kind
        return next == .keyword(.if) || next == .keyword(.with)
    }
}

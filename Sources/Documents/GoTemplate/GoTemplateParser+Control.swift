extension GoTemplateParser {
    /// `if`, `with` or `range` after its keyword.
    mutating func parseBranch(_ kind: GoTemplateBranch.Kind) throws(GoTemplateError) -> GoTemplateNode {
        let known = variables.count
        defer { variables.removeLast(variables.count - known) }
        let pipe = try parsePipe(kind.rawValue, until: .rightDelimiter)
        if kind == .range { rangeDepth += 1 }
        let (body, end) = try parseList()
        if kind == .range { rangeDepth -= 1 }
        let alternative = end == .else ? try parseAlternative(of: kind) : nil
        return .branch(
            GoTemplateBranch(kind: kind, pipe: pipe, body: body, alternative: alternative, mark: pipe.mark))
    }

    /// What follows `{{else}}`; `{{else if …}}` is a branch of its own that shares the `{{end}}`.
    private mutating func parseAlternative(
        of kind: GoTemplateBranch.Kind
    ) throws(GoTemplateError) -> [GoTemplateNode] {
        let token = peekNonSpace()
        if kind != .range, token.kind == .keyword(.if) && kind == .if || token.kind == .keyword(.with) && kind == .with
        {
            _ = next()
            return [try nested { (parser) throws(GoTemplateError) in try parser.parseBranch(kind) }]
        }
        let (nodes, end) = try parseList()
        guard end == .end else { throw syntax(.expectedEnd(found: end.described)) }
        return nodes
    }

    mutating func parseLoopExit(_ node: GoTemplateNode, _ name: String) throws(GoTemplateError) -> GoTemplateNode {
        try expect(.rightDelimiter, name)
        guard rangeDepth > 0 else { throw syntax(.outsideRange(name)) }
        return node
    }

    /// `{{template "name" pipeline}}` after its keyword.
    mutating func parseCall() throws(GoTemplateError) -> GoTemplateNode {
        let context = "template clause"
        let (name, mark) = try parseTemplateName(context)
        var pipe: GoTemplatePipe?
        if nextNonSpace().kind != .rightDelimiter {
            stepBack()
            pipe = try parsePipe(context, until: .rightDelimiter)
        }
        return .template(name: name, pipe, mark)
    }

    /// `{{define "name"}} … {{end}}`
    mutating func parseDefinition() throws(GoTemplateError) {
        _ = next()
        _ = nextNonSpace()
        let context = "define clause"
        let (name, _) = try parseTemplateName(context)
        try expect(.rightDelimiter, context)
        definitions[name] = try parseBody(context)
    }

    /// `{{block "name" pipeline}} … {{end}}` after its keyword: a definition and its use.
    mutating func parseBlock() throws(GoTemplateError) -> GoTemplateNode {
        let context = "block clause"
        let (name, mark) = try parseTemplateName(context)
        let pipe = try parsePipe(context, until: .rightDelimiter)
        definitions[name] = try parseBody(context)
        return .template(name: name, pipe, mark)
    }

    private mutating func parseBody(_ context: String) throws(GoTemplateError) -> [GoTemplateNode] {
        let (outerVariables, outerDepth) = (variables, rangeDepth)
        (variables, rangeDepth) = (["$"], 0)
        defer { (variables, rangeDepth) = (outerVariables, outerDepth) }
        let (nodes, end) = try parseList()
        guard end == .end else { throw syntax(.unexpected(end.described, context: context)) }
        return nodes
    }

    private mutating func parseTemplateName(
        _ context: String
    ) throws(GoTemplateError) -> (name: String, GoTemplateMark) {
        let token = nextNonSpace()
        switch token.kind {
        case .string, .rawString: return (try text(of: token), mark(token))
        default: throw unexpected(token, context)
        }
    }
}

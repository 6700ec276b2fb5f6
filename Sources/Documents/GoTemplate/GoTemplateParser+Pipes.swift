extension GoTemplateParser {
    mutating func parsePipe(
        _ context: String, until end: GoTemplateToken.Kind
    ) throws(GoTemplateError) -> GoTemplatePipe {
        var pipe = GoTemplatePipe(mark: mark(peekNonSpace()))
        try parseDeclarations(of: &pipe, context)
        while true {
            let token = nextNonSpace()
            if token.kind == end { break }
            switch token.kind {
            case .bool, .characterConstant, .dot, .field, .identifier, .number, .null, .rawString, .string, .variable,
                .leftParenthesis:
                stepBack()
                pipe.commands.append(try parseCommand())
            default: throw unexpected(token, context)
            }
        }
        guard !pipe.commands.isEmpty else { throw syntax(.missingValue(context: context)) }
        for (stage, command) in pipe.commands.enumerated().dropFirst()
        where command.arguments.first?.canTakeArgument == false {
            throw syntax(.notExecutable(stage: stage + 1))
        }
        return pipe
    }

    /// `$x :=`, `$x =`, and in a range `$i, $x :=`.
    private mutating func parseDeclarations(of pipe: inout GoTemplatePipe, _ context: String) throws(GoTemplateError) {
        while peekNonSpace().kind == .variable {
            var found: GoTemplateToken?
            var operation: GoTemplateToken?
            try attempt { (parser) throws(GoTemplateError) in
                found = parser.next()
                operation = parser.nextNonSpace()
                return operation.map { $0.kind == .assign || $0.kind == .declare || $0.text == "," } ?? false
            }
            guard let found, let operation else { return }
            switch operation.kind {
            case .assign, .declare:
                pipe.isAssignment = operation.kind == .assign
                declare(found.text, in: &pipe)
                return
            case .character where operation.text == ",":
                declare(found.text, in: &pipe)
                try checkSecondDeclaration(pipe, context)
            default: return
            }
        }
    }

    private mutating func checkSecondDeclaration(_ pipe: GoTemplatePipe, _ context: String) throws(GoTemplateError) {
        guard context == "range", pipe.variables.count < 2 else {
            throw syntax(.tooManyDeclarations(context: context))
        }
        switch peekNonSpace().kind {
        case .variable, .rightDelimiter, .rightParenthesis: return
        default: throw syntax(.onlyVariablesInRange)
        }
    }

    private mutating func declare(_ name: String, in pipe: inout GoTemplatePipe) {
        pipe.variables.append(name)
        variables.append(name)
    }

    private mutating func parseCommand() throws(GoTemplateError) -> GoTemplateCommand {
        var command = GoTemplateCommand(mark: mark(peekNonSpace()))
        scan: while true {
            _ = peekNonSpace()
            if let operand = try parseOperand() { command.arguments.append(operand) }
            let token = next()
            switch token.kind {
            case .space: continue
            case .rightDelimiter, .rightParenthesis:
                stepBack()
                break scan
            case .pipe: break scan
            default: throw unexpected(token, "operand")
            }
        }
        guard !command.arguments.isEmpty else { throw syntax(.emptyCommand) }
        return command
    }

    /// A term and the fields that follow it at once: `.a.b`, `$x.a`, `(f .x).y`.
    private mutating func parseOperand() throws(GoTemplateError) -> GoTemplateOperand? {
        guard let term = try parseTerm() else { return nil }
        guard peek().kind == .field else { return term }
        let mark = mark(peek())
        var names: [String] = []
        while peek().kind == .field { names.append(String(next().text.dropFirst())) }
        switch term {
        case .field(let first, _): return .field(first + names, mark)
        case .variable(let first, _): return .variable(first + names, mark)
        case .identifier, .chain, .pipe: return .chain(term, names, mark)
        case .dot, .null, .bool, .string, .number: throw syntax(.fieldAfterTerm(term.described))
        }
    }

    private mutating func parseTerm() throws(GoTemplateError) -> GoTemplateOperand? {
        let token = nextNonSpace()
        let mark = mark(token)
        switch token.kind {
        case .identifier:
            guard GoTemplateFunction.named[token.text] != nil else { throw syntax(.functionNotDefined(token.text)) }
            return .identifier(token.text, mark)
        case .dot: return .dot(mark)
        case .null: return .null(mark)
        case .variable:
            guard variables.contains(token.text) else { throw syntax(.undefinedVariable(token.text)) }
            return .variable([token.text], mark)
        case .field: return .field([String(token.text.dropFirst())], mark)
        case .bool: return .bool(token.text == "true", mark)
        case .number, .characterConstant: return .number(try number(token), text: token.text, mark)
        case .string, .rawString: return .string(try text(of: token), quoted: token.text, mark)
        case .leftParenthesis:
            return .pipe(
                try nested { (parser) throws(GoTemplateError) in
                    try parser.parsePipe("parenthesized pipeline", until: .rightParenthesis)
                })
        default:
            stepBack()
            return nil
        }
    }
}

extension GoTemplateParser {
    func text(of token: GoTemplateToken) throws(GoTemplateError) -> String {
        let body = token.text.dropFirst().dropLast()
        if token.kind == .rawString { return String(body.filter { $0 != "\r" }) }
        guard let text = GoText.unquoted(body, quote: UInt8(ascii: "\"")) else { throw syntax(.invalidString) }
        return text
    }

    private func number(_ token: GoTemplateToken) throws(GoTemplateError) -> GoTemplateNumber {
        if token.kind == .characterConstant {
            let body = token.text.dropFirst().dropLast()
            guard let text = GoText.unquoted(body, quote: UInt8(ascii: "'")), text.unicodeScalars.count == 1,
                let scalar = text.unicodeScalars.first
            else { throw syntax(.illegalNumber(token.text)) }
            return .integer(Int64(scalar.value))
        }
        let isFloat = token.text.contains(".") || !token.text.contains("x") && token.text.lowercased().contains("e")
        if isFloat, let value = Double(token.text.filter { $0 != "_" }) { return .float(value) }
        switch YAMLResolution(token.text) {
        case .integer(.integer(let value)): return .integer(value)
        case .integer, .float: return .overflow
        case .string, .null, .bool, .outsideJSON, .timestamp, .merge: throw syntax(.illegalNumber(token.text))
        }
    }
}

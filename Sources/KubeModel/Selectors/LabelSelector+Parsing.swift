import Documents

extension LabelSelector {
    /// Reads `a=b,c!=d,e in (x,y),!f,g`. Source: k8s.io/apimachinery/pkg/labels/selector.go
    package static func parsed(_ text: String) throws(APIError) -> LabelSelector {
        var parser = LabelSelectorParser(tokens: SelectorLexer.tokens(of: text))
        do {
            return LabelSelector(requirements: try parser.requirements())
        } catch {
            throw .badRequest(error.message)
        }
    }
}

private struct LabelSelectorParser {
    typealias Token = SelectorLexer.Token

    let tokens: [Token]
    var position = 0

    init(tokens: [Token]) {
        self.tokens = tokens
    }

    /// What follows, read as a key or a value.
    private var ahead: Token { tokens[min(position, tokens.count - 1)].asValue }

    private mutating func take() -> Token {
        defer { position += 1 }
        return tokens[min(position, tokens.count - 1)]
    }

    mutating func requirements() throws(SelectorError) -> [LabelRequirement] {
        var result: [LabelRequirement] = []
        while true {
            switch ahead {
            case .name, .sign("!"): result.append(try wrapped())
            case .end: return result
            case let token: throw .found(token.text, expected: "!, identifier, or 'end of string'")
            }
            switch take().asValue {
            case .end: return result
            case .sign(","):
                if case .name = ahead { continue }
                if ahead == .sign("!") { continue }
                throw .found(ahead.text, expected: "identifier after ','")
            case let token: throw .found(token.text, expected: "',' or 'end of string'")
            }
        }
    }

    private mutating func wrapped() throws(SelectorError) -> LabelRequirement {
        do {
            return try requirement()
        } catch {
            if case .found(let text, "'('") = error { throw .requirement("found '\(text)' expected: '('") }
            throw .requirement(error.message)
        }
    }

    private mutating func requirement() throws(SelectorError) -> LabelRequirement {
        var token = take().asValue
        let isNegated = token == .sign("!")
        if isNegated { token = take().asValue }
        guard case .name(let key) = token else { throw .found(token.text, expected: "identifier") }
        if let problem = Names.labelKeyProblems(key).first {
            throw .requirement("<nil>: Invalid value: \(GoText.quoted(key)): \(problem)")
        }
        if isNegated { return LabelRequirement(key: key, operation: .doesNotExist) }
        if ahead == .end || ahead == .sign(",") { return LabelRequirement(key: key, operation: .exists) }
        let operation = try operation()
        let values =
            operation == .isIn || operation == .notIn ? try list() : [try exactValue()]
        return try checked(LabelRequirement(key: key, operation: operation, values: values))
    }

    private mutating func operation() throws(SelectorError) -> LabelRequirement.Operation {
        switch take() {
        case .isIn: return .isIn
        case .notIn: return .notIn
        case .sign("="), .sign("=="): return .equals
        case .sign("!="): return .notEquals
        case .sign(">"): return .greaterThan
        case .sign("<"): return .lessThan
        case let token: throw .found(token.text, expected: "in, notin, =, ==, !=, gt, lt")
        }
    }

    private mutating func exactValue() throws(SelectorError) -> String {
        if ahead == .end || ahead == .sign(",") { return "" }
        let token = take().asValue
        guard case .name(let value) = token else { throw .found(token.text, expected: "identifier") }
        return value
    }

    private mutating func list() throws(SelectorError) -> [String] {
        let open = take().asValue
        guard open == .sign("(") else { throw .found(open.text, expected: "'('") }
        if ahead == .sign(")") {
            _ = take()
            return []
        }
        var values: Set<String> = []
        var endsOpen = true  // a comma or the parenthesis came last, so that an empty value may follow
        while true {
            let token = take().asValue
            switch token {
            case .name(let value):
                values.insert(value)
                endsOpen = false
                guard ahead == .sign(",") || ahead == .sign(")") else {
                    throw .found(ahead.text, expected: "',' or ')'")
                }
            case .sign(","):
                if endsOpen { values.insert("") }
                endsOpen = true
            case .sign(")"):
                if endsOpen { values.insert("") }
                return values.sorted()
            case .end, .sign, .unknown, .isIn, .notIn: throw .found(token.text, expected: "',', or identifier")
            }
        }
    }

    private func checked(_ requirement: LabelRequirement) throws(SelectorError) -> LabelRequirement {
        let isSet = requirement.operation == .isIn || requirement.operation == .notIn
        if isSet, requirement.values.isEmpty {
            throw .requirement("values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty")
        }
        let isComparison = requirement.operation == .greaterThan || requirement.operation == .lessThan
        for (index, value) in requirement.values.enumerated() {
            if isComparison, Int64(value) == nil {
                throw .requirement(
                    "values[\(index)]: Invalid value: \(GoText.quoted(value)): "
                        + "for 'Gt', 'Lt' operators, the value must be an integer")
            }
            let problems = Names.labelValueProblems(value)
            if !problems.isEmpty {
                throw .requirement(
                    "values[\(index)][\(requirement.key)]: Invalid value: \(GoText.quoted(value)): "
                        + problems.joined(separator: "; "))
            }
        }
        return requirement
    }
}

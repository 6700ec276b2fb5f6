/// Reads the three syntaxes of regular expressions.
struct RegexParser {
    private let scalars: [UInt32]
    private let syntax: RegularExpression.Syntax
    private var position = 0
    private(set) var groupCount = 0
    private var openGroups: Set<Int> = []
    private var depth = 0

    init(_ source: String, syntax: RegularExpression.Syntax) {
        scalars = source.unicodeScalars.map(\.value)
        self.syntax = syntax
    }

    mutating func parse() throws(RegularExpression.SyntaxError) -> RegexNode {
        let node = try choice()
        if position < scalars.count { throw .unmatchedClosing }
        return node
    }

    private var isExtended: Bool { syntax != .basic }

    private func at(_ offset: Int, _ character: Unicode.Scalar) -> Bool {
        position + offset < scalars.count && scalars[position + offset] == character.value
    }

    /// An operator: `|` in the extended syntax, `\|` in the basic one.
    private func isOperator(_ character: Unicode.Scalar) -> Bool {
        isExtended ? at(0, character) : at(0, "\\") && at(1, character)
    }

    private mutating func skipOperator() {
        position += isExtended ? 1 : 2
    }

    private mutating func choice() throws(RegularExpression.SyntaxError) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        if depth > 80 { throw .tooBig }
        var nodes = [try sequence()]
        while isOperator("|") {
            skipOperator()
            nodes.append(try sequence())
        }
        return nodes.count == 1 ? nodes[0] : .choice(nodes)
    }

    private mutating func sequence() throws(RegularExpression.SyntaxError) -> RegexNode {
        var nodes: [RegexNode] = []
        while position < scalars.count, !isOperator("|") {
            if isOperator(")") {
                if depth > 1 { break }
                if syntax == .extended { nodes.append(.character(scalars[position])) } else { throw .unmatchedClosing }
                position += 1
                continue
            }
            let atom = try atom(isFirst: nodes.isEmpty || nodes == [.start])
            nodes.append(try repeated(atom))
        }
        return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
    }

    private mutating func atom(isFirst: Bool) throws(RegularExpression.SyntaxError) -> RegexNode {
        let value = scalars[position]
        switch UnicodeScalar(value) {
        case ".":
            position += 1
            return .any
        case "[": return .set(try bracket())
        case "\\": return try escape()
        case "^" where isExtended || isFirst:
            position += 1
            return .start
        case "$" where isExtended || isBasicEnd:
            position += 1
            return .end
        case "(" where isExtended: return try group()
        case "*" where isExtended && isFirst, "+" where isExtended && isFirst, "?" where isExtended && isFirst:
            if syntax == .programming { throw .invalidRepeat }
            position += 1
            return value == 0x2A ? .character(value) : .empty
        default:
            position += 1
            return .character(value)
        }
    }

    /// `$` is an anchor at the end of a basic expression or group only.
    private var isBasicEnd: Bool {
        position + 1 == scalars.count || (at(1, "\\") && (at(2, ")") || at(2, "|")))
    }

    private mutating func group() throws(RegularExpression.SyntaxError) -> RegexNode {
        skipOperator()
        var index: Int?
        if syntax == .programming, at(0, "?") {
            guard at(1, ":") || at(1, "<") else { throw .invalidRepeat }
            if at(1, "<") {
                guard let end = scalars[position...].firstIndex(of: 0x3E) else { throw .unmatchedParenthesis }
                position = end + 1
                groupCount += 1
                index = groupCount
            } else {
                position += 2
            }
        } else {
            groupCount += 1
            index = groupCount
        }
        if let index { openGroups.insert(index) }
        let inner = try choice()
        guard isOperator(")") else { throw .unmatchedParenthesis }
        skipOperator()
        if let index { openGroups.remove(index) }
        return .group(index, inner)
    }
}

// MARK: - Backslashes

extension RegexParser {
    private mutating func escape() throws(RegularExpression.SyntaxError) -> RegexNode {
        guard position + 1 < scalars.count else { throw .trailingBackslash }
        if !isExtended, at(1, "(") { return try group() }
        if !isExtended, at(1, "{") { throw .invalidRepeat }
        let value = scalars[position + 1]
        position += 2
        switch UnicodeScalar(value) {
        case "w": return .set(RegexSet(classes: [.word]))
        case "W": return .set(RegexSet(isNegated: true, classes: [.word]))
        case "s": return .set(RegexSet(classes: [.space]))
        case "S": return .set(RegexSet(isNegated: true, classes: [.space]))
        case "b": return .boundary(.word)
        case "B": return .boundary(.notWord)
        case "<": return .boundary(.wordStart)
        case ">": return .boundary(.wordEnd)
        case "`": return .boundary(.textStart)
        case "'": return .boundary(.textEnd)
        case "n": return .character(0x0A)
        case "t": return .character(0x09)
        case "r" where syntax == .programming: return .character(0x0D)
        case "d" where syntax == .programming: return .set(RegexSet(classes: [.digit]))
        case "D" where syntax == .programming: return .set(RegexSet(isNegated: true, classes: [.digit]))
        default:
            if (0x31...0x39).contains(value) {
                let index = Int(value) - 0x30
                if index > groupCount || openGroups.contains(index) { throw .invalidBackReference }
                return .backReference(index)
            }
            return .character(value)
        }
    }
}

// MARK: - Repetition

extension RegexParser {
    private mutating func repeated(_ atom: RegexNode) throws(RegularExpression.SyntaxError) -> RegexNode {
        var node = atom
        while position < scalars.count {
            if atom == .start, !isExtended { return node }
            if at(0, "*") {
                position += 1
                node = .repetition(node, min: 0, max: nil)
            } else if isOperator("+") {
                skipOperator()
                node = .repetition(node, min: 1, max: nil)
            } else if isOperator("?") {
                skipOperator()
                node = .repetition(node, min: 0, max: 1)
            } else if isOperator("{"), let (min, max, end) = try interval() {
                position = end
                node = .repetition(node, min: min, max: max)
            } else {
                return node
            }
            if syntax == .programming, at(0, "?") { position += 1 }
        }
        return node
    }

    /// `{2}`, `{2,}`, `{,3}`, `{2,3}`; `nil` when the brace is a plain character.
    private func interval() throws(RegularExpression.SyntaxError) -> (min: Int, max: Int?, end: Int)? {
        var index = position + (isExtended ? 1 : 2)
        func number() -> Int? {
            var value: Int?
            while index < scalars.count, (0x30...0x39).contains(scalars[index]), (value ?? 0) < 100_000 {
                value = (value ?? 0) * 10 + Int(scalars[index]) - 0x30
                index += 1
            }
            return value
        }
        let low = number()
        var high = low
        if index < scalars.count, scalars[index] == 0x2C {
            index += 1
            high = number()
        } else if low == nil {
            if isExtended { return nil }
            throw .invalidInterval
        }
        let closes =
            isExtended
            ? index < scalars.count && scalars[index] == 0x7D
            : index + 1 < scalars.count && scalars[index] == 0x5C && scalars[index + 1] == 0x7D
        guard closes else {
            if isExtended { return nil }
            throw isExtended ? .unmatchedBrace : .unmatchedBasicBrace
        }
        if let high, high < (low ?? 0) { throw .invalidInterval }
        if max(low ?? 0, high ?? 0) > 32_767 { throw .tooBig }
        return (low ?? 0, high, index + (isExtended ? 1 : 2))
    }
}

// MARK: - Brackets

extension RegexParser {
    private mutating func bracket() throws(RegularExpression.SyntaxError) -> RegexSet {
        position += 1
        var set = RegexSet()
        if at(0, "^") {
            set.isNegated = true
            position += 1
        }
        let first = position
        while true {
            guard position < scalars.count else { throw .unmatchedBracket }
            if at(0, "]"), position > first {
                position += 1
                return set
            }
            if at(0, "["), at(1, ":") {
                set.classes.append(try className())
                continue
            }
            if syntax == .programming, at(0, "\\"), position + 1 < scalars.count,
                case .set(let inner) = try escapeInBracket()
            {
                set.classes += inner.classes
                continue
            }
            let low = try member()
            if at(0, "-"), position + 1 < scalars.count, !at(1, "]") {
                position += 1
                let high = try member()
                if high < low { throw .invalidRange }
                set.ranges.append(low...high)
            } else {
                set.ranges.append(low...low)
            }
        }
    }

    private mutating func escapeInBracket() throws(RegularExpression.SyntaxError) -> RegexNode {
        let before = position
        let node = try escape()
        if case .set(let set) = node, !set.isNegated { return node }
        position = before
        return .empty
    }

    private mutating func className() throws(RegularExpression.SyntaxError) -> CharacterClass {
        position += 2
        var name = ""
        while position < scalars.count, let scalar = UnicodeScalar(scalars[position]), scalar != ":" {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard at(0, ":"), at(1, "]") else { throw .unmatchedBracket }
        position += 2
        guard let found = CharacterClass(rawValue: name), found != .word else { throw .invalidClass }
        return found
    }

    /// One character, also as `[.a.]` or `[=a=]`.
    private mutating func member() throws(RegularExpression.SyntaxError) -> UInt32 {
        guard position < scalars.count else { throw .unmatchedBracket }
        if at(0, "["), at(1, ".") || at(1, "=") {
            guard position + 4 < scalars.count, scalars[position + 3] == scalars[position + 1], at(4, "]") else {
                throw .unmatchedBracket
            }
            defer { position += 5 }
            return scalars[position + 2]
        }
        if syntax == .programming, at(0, "\\"), position + 1 < scalars.count {
            defer { position += 2 }
            switch UnicodeScalar(scalars[position + 1]) {
            case "n": return 0x0A
            case "t": return 0x09
            case "r": return 0x0D
            default: return scalars[position + 1]
            }
        }
        // GNU sed and awk read \n and \t in brackets; for grep they would be two characters each.
        if at(0, "\\"), at(1, "n") || at(1, "t") {
            defer { position += 2 }
            return scalars[position + 1] == 0x6E ? 0x0A : 0x09
        }
        defer { position += 1 }
        return scalars[position]
    }
}

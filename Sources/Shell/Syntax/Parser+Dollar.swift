extension Parser {
    /// Whatever begins with `$`.
    mutating func dollar(into builder: inout WordBuilder, isQuoted: Bool) throws(ParseFailure) {
        guard let next = peek(1) else {
            builder.append(.dollar)
            position += 1
            return
        }
        switch next {
        case .openBrace: builder.append(.parameter(try bracedParameter(isQuoted: isQuoted)))
        case .openParenthesis:
            if peek(2) == .openParenthesis, let expression = try arithmeticText(opening: 3) {
                builder.append(.arithmetic(expression))
            } else {
                builder.append(.command(try substitutedCommand(opening: 2)))
            }
        case .singleQuote where !isQuoted:
            position += 1
            builder.append(.quoted(try escapedQuote()))
        case .doubleQuote where !isQuoted: position += 1
        default:
            if let name = simpleName(at: position + 1) {
                position += 1 + name.utf8.count
                builder.append(.parameter(ParameterExpansion(name: name)))
            } else {
                builder.append(.dollar)
                position += 1
            }
        }
    }

    /// A variable's name, one digit or one special character.
    private func simpleName(at offset: Int) -> String? {
        guard offset < source.count else { return nil }
        let first = source[offset]
        var end = offset + 1
        if first.startsName {
            while end < source.count, source[end].continuesName { end += 1 }
        } else if !first.isDigit && !"@*#?$!-".utf8.contains(first) {
            return nil
        }
        return String(decoding: source[offset..<end], as: UTF8.self)
    }

    /// `$( )` and `<( )`.
    mutating func substitutedCommand(opening: Int) throws(ParseFailure) -> Script {
        position += opening
        let outer = awaitedHereDocuments
        awaitedHereDocuments = []
        let script = try list(until: { $0 == ")" }, in: .commandSubstitution)
        awaitedHereDocuments = outer + awaitedHereDocuments
        position += 1
        return script
    }

    /// The text between `((` and `))`; `nil` and nothing taken when it is not closed by two parentheses.
    mutating func arithmeticText(opening: Int) throws(ParseFailure) -> Word? {
        guard let text = try balancedText(opening: opening, closing: "))") else { return nil }
        return try quotedWord(text)
    }

    /// The text up to the closing characters that match, over nested brackets, quotes and substitutions.
    mutating func balancedText(opening: Int, closing: StaticString) throws(ParseFailure) -> [UInt8]? {
        let isParenthesis = closing.utf8CodeUnitCount == 2
        let (open, close): (UInt8, UInt8) =
            isParenthesis ? (.openParenthesis, .closeParenthesis) : (.openBracket, .closeBracket)
        var level = 0
        var offset = position + opening
        let start = offset
        while offset < source.count {
            let byte = source[offset]
            if byte == .backslash {
                offset += 1
            } else if byte == open {
                level += 1
            } else if byte == close {
                if level == 0 {
                    guard starts(with: closing, at: offset) else { return nil }
                    position = offset + closing.utf8CodeUnitCount
                    return Array(source[start..<offset])
                }
                level -= 1
            } else if !isParenthesis, byte.endsWord, level == 0, byte != .space {
                return nil
            }
            offset += 1
        }
        if isParenthesis { throw .incomplete(.arithmetic) }
        return nil
    }

    /// The inside of `$'...'` with its backslash escapes replaced.
    private mutating func escapedQuote() throws(ParseFailure) -> String {
        var raw: [UInt8] = []
        var offset = position + 1
        while offset < source.count, source[offset] != .singleQuote {
            raw.append(source[offset])
            if source[offset] == .backslash, offset + 1 < source.count {
                offset += 1
                raw.append(source[offset])
            }
            offset += 1
        }
        guard offset < source.count else { throw .incomplete(.singleQuote) }
        line += raw.count { $0 == .newline }
        position = offset + 1
        return String(decoding: EscapeSequences.replaced(in: raw, style: .dollarQuote).bytes, as: UTF8.self)
    }
}

// MARK: - ${ }

extension Parser {
    /// What cannot be understood is taken up to its brace; only running it is an error.
    private mutating func bracedParameter(isQuoted: Bool) throws(ParseFailure) -> ParameterExpansion {
        try deepen()
        defer { depth -= 1 }
        let start = position
        do {
            return try wellFormedParameter(isQuoted: isQuoted)
        } catch .error(let error) {
            guard case .badSubstitution = error.problem, let end = source[start...].firstIndex(of: .closeBrace) else {
                throw .error(error)
            }
            position = end + 1
            let text = String(decoding: source[start..<position], as: UTF8.self)
            return ParameterExpansion(name: "", operation: .invalid(text))
        }
    }

    private mutating func wellFormedParameter(isQuoted: Bool) throws(ParseFailure) -> ParameterExpansion {
        let start = position
        position += 2
        var expansion = ParameterExpansion(name: "")
        if peek(0) == .hash, let next = peek(1), next != .closeBrace, !isOperatorAfterHash(next) {
            position += 1
            expansion.operation = .length
        } else if peek(0) == .exclamation, let next = peek(1), next.continuesName {
            position += 1
            expansion.isIndirect = true
        }
        guard position < source.count else { throw .incomplete(.parameter) }
        guard let name = bracedName() else { throw badSubstitution(from: start) }
        expansion.name = name
        expansion.index = try subscriptIndex()
        if expansion.isIndirect, peek(0) == .star || peek(0) == .at, peek(1) == .closeBrace {
            position += 1
            expansion.isIndirect = false
            expansion.operation = .namesWithPrefix
        } else if expansion.isIndirect, let index = expansion.index, index == .all || index == .joined {
            expansion.isIndirect = false
            expansion.operation = .keys
        } else if expansion.operation != .length {
            expansion.operation = try parameterOperation(isQuoted: isQuoted, start: start)
        }
        guard position < source.count else { throw .incomplete(.parameter) }
        guard source[position] == .closeBrace else { throw badSubstitution(from: start) }
        position += 1
        return expansion
    }

    /// `${#-x}` asks for the default of `$#`, `${#x}` for a length.
    private func isOperatorAfterHash(_ next: UInt8) -> Bool {
        switch next {
        case .colon, .equals, .plus, .percent, .slash, .hash: true
        case .minus, .question: peek(2) != .closeBrace
        default: false
        }
    }

    private mutating func bracedName() -> String? {
        var end = position
        while end < source.count, source[end].isDigit { end += 1 }
        if end > position {
            defer { position = end }
            return String(decoding: source[position..<end], as: UTF8.self)
        }
        guard let name = simpleName(at: position) else { return nil }
        position += name.utf8.count
        return name
    }

    private mutating func subscriptIndex() throws(ParseFailure) -> ParameterExpansion.Subscript? {
        guard peek(0) == .openBracket else { return nil }
        guard let text = try balancedText(opening: 1, closing: "]") else { return nil }
        switch text {
        case [.at]: return .all
        case [.star]: return .joined
        default: return .element(try quotedWord(text))
        }
    }

    private func badSubstitution(from start: Int) -> ParseFailure {
        let end = source[start...].firstIndex(of: .closeBrace).map { $0 + 1 } ?? source.count
        return .error(error(.badSubstitution(String(decoding: source[start..<end], as: UTF8.self)), at: start))
    }

    private mutating func parameterOperation(
        isQuoted: Bool, start: Int
    ) throws(ParseFailure) -> ParameterExpansion.Operation {
        guard let byte = peek(0) else { throw .incomplete(.parameter) }
        switch byte {
        case .closeBrace: return .value
        case .colon:
            position += 1
            if let next = peek(0), let fallback = Self.fallbacks[next] {
                position += 1
                return .fallback(fallback, testsEmpty: true, try operand(isQuoted: isQuoted))
            }
            let offset = try operand(until: [.colon], isQuoted: true)
            guard peek(0) == .colon else { return .substring(offset: offset, length: nil) }
            position += 1
            return .substring(offset: offset, length: try operand(isQuoted: true))
        case .hash, .percent: return try removal(of: byte)
        case .slash: return try replacement(isQuoted: isQuoted)
        case .caret, .comma: return try caseChange(byte)
        case .at:
            guard let letter = peek(1), letter.isLetter else { throw badSubstitution(from: start) }
            position += 2
            return .transform(String(UnicodeScalar(letter)))
        default:
            guard let fallback = Self.fallbacks[byte] else { throw badSubstitution(from: start) }
            position += 1
            return .fallback(fallback, testsEmpty: false, try operand(isQuoted: isQuoted))
        }
    }

    private static let fallbacks: [UInt8: ParameterExpansion.Fallback] = [
        .minus: .use, .equals: .assign, .plus: .alternative, .question: .fail,
    ]

    private mutating func removal(of byte: UInt8) throws(ParseFailure) -> ParameterExpansion.Operation {
        position += 1
        let longest = peek(0) == byte
        if longest { position += 1 }
        let pattern = try operand(isQuoted: false)
        return byte == .hash ? .removePrefix(pattern, longest: longest) : .removeSuffix(pattern, longest: longest)
    }

    private mutating func replacement(isQuoted: Bool) throws(ParseFailure) -> ParameterExpansion.Operation {
        position += 1
        var scope = ParameterExpansion.ReplaceScope.first
        switch peek(0) {
        case .slash: scope = .all
        case .hash: scope = .atStart
        case .percent: scope = .atEnd
        default: break
        }
        if scope != .first { position += 1 }
        let pattern = try operand(until: [.slash], isQuoted: false)
        guard peek(0) == .slash else { return .replace(pattern: pattern, replacement: Word(), scope: scope) }
        position += 1
        return .replace(pattern: pattern, replacement: try operand(isQuoted: isQuoted), scope: scope)
    }

    private mutating func caseChange(_ byte: UInt8) throws(ParseFailure) -> ParameterExpansion.Operation {
        position += 1
        let all = peek(0) == byte
        if all { position += 1 }
        let pattern = peek(0) == .closeBrace ? nil : try operand(isQuoted: false)
        return .changeCase(upper: byte == .caret, all: all, pattern: pattern)
    }

    /// The word behind an operator, up to `}` or one of the given characters.
    private mutating func operand(until ends: [UInt8] = [], isQuoted: Bool) throws(ParseFailure) -> Word {
        let startLine = line
        var builder = WordBuilder(isQuoted: isQuoted)
        while position < source.count {
            let byte = source[position]
            if byte == .closeBrace || ends.contains(byte) { return builder.word }
            switch byte {
            case .singleQuote where isQuoted && flavor == .bash:
                // Source: bash's parse_matched_pair, which skips over single quotes here and keeps them.
                let text = try singleQuoted()
                for byte in "'\(text)'".utf8 { builder.append(byte) }
            case .singleQuote where isQuoted, .newline:
                if byte == .newline { line += 1 }
                builder.append(byte)
                position += 1
            case .backslash where isQuoted:
                if let next = peek(1), "$`\"\\}".utf8.contains(next) { position += 1 }
                builder.append(source[position])
                position += 1
            default: try wordPart(byte, into: &builder)
            }
        }
        line = startLine
        throw .incomplete(.parameter)
    }
}

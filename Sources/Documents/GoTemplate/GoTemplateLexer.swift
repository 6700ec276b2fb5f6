/// Cuts a template into tokens; the last one is the end or what is wrong.
struct GoTemplateLexer {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var parentheses = 0
    private var tokens: [GoTemplateToken] = []

    static func tokens(of text: String) -> [GoTemplateToken] {
        var lexer = GoTemplateLexer(bytes: Array(text.utf8))
        lexer.run()
        return lexer.tokens
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension GoTemplateLexer {
    private mutating func run() {
        while index < bytes.count {
            let start = index
            while index < bytes.count, !starts(with: "{{") { index += 1 }
            let isTrimmed = index < bytes.count && isTrimMarker(at: index + 2)
            var end = index
            while isTrimmed, end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
            if end > start { emit(.text, from: start, to: end) } else { countLines(start, end) }
            countLines(end, index)
            guard index < bytes.count else { break }
            guard lexAction(isTrimmed: isTrimmed) else { return }
        }
        emit(.end, from: index, to: index)
    }

    /// An action or a comment; `false` after a mistake.
    private mutating func lexAction(isTrimmed: Bool) -> Bool {
        let start = index
        index += isTrimmed ? 4 : 2
        if starts(with: "/*") { return lexComment() }
        tokens.append(GoTemplateToken(kind: .leftDelimiter, text: "{{", offset: start, line: line))
        countLines(start, index)
        parentheses = 0
        while true {
            if let length = rightDelimiterLength {
                guard parentheses == 0 else { return fail(.unclosedParenthesis) }
                finishAction(length)
                return true
            }
            guard index < bytes.count else { return fail(.unclosedAction) }
            guard lexInside() else { return false }
        }
    }

    private mutating func lexComment() -> Bool {
        let start = index
        while index < bytes.count, !starts(with: "*/") { index += 1 }
        guard index < bytes.count else {
            index = start
            return fail(.unclosedComment)
        }
        index += 2
        countLines(start, index)
        guard let length = rightDelimiterLength else { return fail(.commentEndsEarly) }
        finishAction(length, isComment: true)
        return true
    }

    private mutating func finishAction(_ length: Int, isComment: Bool = false) {
        let start = index
        index += length
        if !isComment { tokens.append(GoTemplateToken(kind: .rightDelimiter, text: "}}", offset: start, line: line)) }
        if length == 4 {
            while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
        }
        countLines(start, index)
    }

    private mutating func lexInside() -> Bool {
        let start = index
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            while index < bytes.count, Self.isSpace(bytes[index]), rightDelimiterLength == nil { index += 1 }
            return emit(.space, from: start)
        case UInt8(ascii: "="): return emit(.assign, from: start)
        case UInt8(ascii: "|"): return emit(.pipe, from: start)
        case UInt8(ascii: ":"):
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return fail(.expectedDeclaration) }
            index += 1
            return emit(.declare, from: start)
        case UInt8(ascii: "\""): return lexQuoted(.string, quote: byte, .unterminatedString)
        case UInt8(ascii: "'"): return lexQuoted(.characterConstant, quote: byte, .unterminatedCharacter)
        case UInt8(ascii: "`"): return lexRawString()
        case UInt8(ascii: "$"): return lexWord(.variable, from: start)
        case UInt8(ascii: "."):
            if index == bytes.count || !Self.isDigit(bytes[index]) { return lexWord(.field, from: start) }
            return lexNumber(from: start)
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return lexNumber(from: start)
        case UInt8(ascii: "("), UInt8(ascii: ")"): return lexParenthesis(byte, from: start)
        default: return lexOther(from: start)
        }
    }

    private mutating func lexParenthesis(_ byte: UInt8, from start: Int) -> Bool {
        parentheses += byte == UInt8(ascii: "(") ? 1 : -1
        guard parentheses >= 0 else { return fail(.unexpectedParenthesis) }
        return emit(byte == UInt8(ascii: "(") ? .leftParenthesis : .rightParenthesis, from: start)
    }

    private mutating func lexOther(from start: Int) -> Bool {
        index = start
        guard let scalar = scalar(at: start) else { return fail(.unclosedAction) }
        if Self.isAlphaNumeric(scalar) { return lexWord(.identifier, from: start) }
        index += UTF8.width(scalar)
        if scalar.isASCII, GoText.isPrintable(scalar) { return emit(.character, from: start) }
        return fail(.unrecognizedCharacter(scalar))
    }
}

extension GoTemplateLexer {
    /// A name, alone or after `.` or `$`.
    private mutating func lexWord(_ kind: GoTemplateToken.Kind, from start: Int) -> Bool {
        while let scalar = scalar(at: index), Self.isAlphaNumeric(scalar) { index += UTF8.width(scalar) }
        if let scalar = scalar(at: index), !isTerminator(scalar) { return fail(.badCharacter(scalar)) }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        switch (kind, word) {
        case (.field, "."): return emit(.dot, from: start)
        case (.identifier, "true"), (.identifier, "false"): return emit(.bool, from: start)
        case (.identifier, "nil"): return emit(.null, from: start)
        case (.identifier, _):
            return emit(GoTemplateKeyword(rawValue: word).map { .keyword($0) } ?? .identifier, from: start)
        case (_, _): return emit(kind, from: start)
        }
    }

    private mutating func lexNumber(from start: Int) -> Bool {
        index = start
        skip("+-", atMost: 1)
        var digits: StaticString = "0123456789_"
        if skip("0", atMost: 1) {
            if skip("xX", atMost: 1) { digits = "0123456789abcdefABCDEF_" }
            if skip("oO", atMost: 1) { digits = "01234567_" }
            if skip("bB", atMost: 1) { digits = "01_" }
        }
        skip(digits)
        if skip(".", atMost: 1) { skip(digits) }
        if digits.utf8CodeUnitCount == 11, skip("eE", atMost: 1) {
            skip("+-", atMost: 1)
            skip(digits)
        }
        if let scalar = scalar(at: index), Self.isAlphaNumeric(scalar) {
            index += UTF8.width(scalar)
            return fail(.badNumber(String(decoding: bytes[start..<index], as: UTF8.self)))
        }
        return emit(.number, from: start)
    }

    /// Steps over bytes of a set; whether there were any.
    @discardableResult
    private mutating func skip(_ set: StaticString, atMost limit: Int = Int.max) -> Bool {
        let start = index
        let wanted = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
        while index < bytes.count, index - start < limit, wanted.contains(bytes[index]) { index += 1 }
        return index > start
    }

    private mutating func lexQuoted(
        _ kind: GoTemplateToken.Kind, quote: UInt8, _ problem: GoTemplateSyntaxProblem
    ) -> Bool {
        let start = index - 1
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "\n") { return fail(problem) }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < bytes.count else { return fail(problem) }
        index += 1
        return emit(kind, from: start)
    }

    private mutating func lexRawString() -> Bool {
        let start = index - 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "`") { index += 1 }
        guard index < bytes.count else { return fail(.unterminatedRawString) }
        index += 1
        return emit(.rawString, from: start)
    }
}

extension GoTemplateLexer {
    /// `}}` counts two bytes, ` -}}` four.
    private var rightDelimiterLength: Int? {
        if starts(with: "}}") { return 2 }
        guard index < bytes.count, Self.isSpace(bytes[index]), bytes[(index + 1)...].starts(with: "-}}".utf8) else {
            return nil
        }
        return 4
    }

    private func isTrimMarker(at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == UInt8(ascii: "-") && Self.isSpace(bytes[index + 1])
    }

    private func starts(with prefix: StaticString) -> Bool {
        bytes[min(index, bytes.count)...].starts(with: prefix.description.utf8)
    }

    private func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\r", "\n", ".", ",", "|", ":", ")", "(": true
        default: starts(with: "}}")
        }
    }

    private func scalar(at index: Int) -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
        return String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
    }

    @discardableResult
    private mutating func emit(_ kind: GoTemplateToken.Kind, from start: Int, to end: Int? = nil) -> Bool {
        let text = String(decoding: bytes[start..<(end ?? index)], as: UTF8.self)
        tokens.append(GoTemplateToken(kind: kind, text: text, offset: start, line: line))
        countLines(start, end ?? index)
        return true
    }

    private mutating func fail(_ problem: GoTemplateSyntaxProblem) -> Bool {
        tokens.append(GoTemplateToken(kind: .failure(problem), text: "", offset: index, line: line))
        return false
    }

    private mutating func countLines(_ start: Int, _ end: Int) {
        if start < end { line += bytes[start..<end].count { $0 == UInt8(ascii: "\n") } }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\n")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func isAlphaNumeric(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "_" { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return true
        default: return false
        }
    }
}

enum AwkToken: Hashable, Sendable {
    case number(Double)
    case string(String)
    case regex(String)
    case name(String)
    /// A name with a parenthesis right behind it.
    case functionName(String)
    case keyword(String)
    case symbol(String)
    case newline
    case end
}

/// Cuts an awk program into tokens.
struct AwkLexer {
    private let text: [UInt8]
    private var position = 0
    private(set) var tokens: [AwkToken] = []

    static let keywords: Set<String> = [
        "BEGIN", "END", "function", "func", "if", "else", "while", "for", "do", "break", "continue", "next", "exit",
        "return", "delete", "in", "getline", "print", "printf",
    ]
    static let symbols = [
        "**=", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "==", "<=", ">=", "!=", "!~", ">>", "**",
        "{", "}",
        "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!", ">", "<", "|", "?", ":", "~", "$", "=",
    ].map { Array($0.utf8) }

    struct Problem: Error {
        var text: String
    }

    init(_ text: String) throws(Problem) {
        self.text = Array(text.utf8)
        while try step() {}
        tokens.append(.end)
    }

    private mutating func step() throws(Problem) -> Bool {
        while position < text.count, text[position].isBlank || text[position] == 0x0D { position += 1 }
        guard position < text.count else { return false }
        let byte = text[position]
        switch byte {
        case .newline:
            tokens.append(.newline)
            position += 1
        case .backslash where position + 1 < text.count && text[position + 1] == .newline: position += 2
        case .hash: while position < text.count, text[position] != .newline { position += 1 }
        case .doubleQuote: tokens.append(.string(try string()))
        case .slash where allowsRegex: tokens.append(.regex(try regex()))
        case _ where byte.isDigit || (byte == .dot && position + 1 < text.count && text[position + 1].isDigit): number()
        case _ where byte.startsName: name()
        default: try symbol()
        }
        return true
    }

    /// A slash begins an expression where a value cannot end.
    private var allowsRegex: Bool {
        switch tokens.last {
        case .number, .string, .regex, .name: false
        case .symbol(let text): ![")", "]", "$", "++", "--"].contains(text)
        case .keyword(let text): text != "getline"
        case nil, .functionName, .newline, .end: true
        }
    }

    private mutating func string() throws(Problem) -> String {
        position += 1
        var raw: [UInt8] = []
        while position < text.count, text[position] != .doubleQuote {
            if text[position] == .newline { throw Problem(text: "unterminated string") }
            if text[position] == .backslash, position + 1 < text.count {
                position += 1
                switch text[position] {
                case .doubleQuote, .slash: raw.append(text[position])
                case .newline: break
                default: raw += [.backslash, text[position]]
                }
            } else {
                raw.append(text[position])
            }
            position += 1
        }
        guard position < text.count else { throw Problem(text: "unterminated string") }
        position += 1
        return String(decoding: EscapeSequences.replaced(in: raw, style: .dollarQuote).bytes, as: UTF8.self)
    }

    private mutating func regex() throws(Problem) -> String {
        position += 1
        var result: [UInt8] = []
        var isInBrackets = false
        while position < text.count, text[position] != .slash || isInBrackets {
            let byte = text[position]
            if byte == .newline { break }
            if byte == .backslash, position + 1 < text.count {
                position += 1
                if text[position] != .slash { result.append(.backslash) }
                result.append(text[position])
            } else {
                if byte == .openBracket { isInBrackets = true } else if byte == .closeBracket { isInBrackets = false }
                result.append(byte)
            }
            position += 1
        }
        guard position < text.count, text[position] == .slash else { throw Problem(text: "unterminated regexp") }
        position += 1
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func number() {
        let rest = Array(text[position...].prefix(400))
        if rest.starts(with: Array("0x".utf8)) {
            var end = position + 2
            var value = 0.0
            while end < text.count, let digit = text[end].digitValue, digit < 16 {
                value = value * 16 + Double(digit)
                end += 1
            }
            tokens.append(.number(value))
            position = end
            return
        }
        let range = NumberText.range(in: rest) ?? 0..<1
        tokens.append(.number(NumberText.leading(rest)))
        position += range.upperBound
    }

    private mutating func name() {
        let start = position
        while position < text.count, text[position].continuesName { position += 1 }
        let name = String(decoding: text[start..<position], as: UTF8.self)
        if Self.keywords.contains(name) {
            tokens.append(.keyword(name == "func" ? "function" : name))
        } else if position < text.count, text[position] == .openParenthesis {
            tokens.append(.functionName(name))
        } else {
            tokens.append(.name(name))
        }
    }

    private mutating func symbol() throws(Problem) {
        for symbol in Self.symbols where text[position...].starts(with: symbol) {
            position += symbol.count
            tokens.append(.symbol(String(decoding: symbol, as: UTF8.self)))
            return
        }
        throw Problem(text: "syntax error at source line \(text[..<position].count { $0 == .newline } + 1)")
    }
}

enum JqToken: Hashable, Sendable {
    case number(Double)
    /// Pieces of a text; the odd ones are filters.
    case string([String])
    case format(String)
    case field(String)
    case variable(String)
    case name(String)
    case symbol(String)
    case end
}

/// Cuts a jq filter into tokens.
struct JqLexer {
    private let text: [UInt8]
    private var position = 0
    private(set) var tokens: [JqToken] = []

    static let symbols = [
        "?//", "..", "==", "!=", "<=", ">=", "//=", "//", "|=", "+=", "-=", "*=", "/=", "%=", ".", "[", "]", "{", "}",
        "(", ")",
        "|", ",", ":", ";", "=", "<", ">", "+", "-", "*", "/", "%", "?",
    ].map { Array($0.utf8) }

    struct Problem: Error {
        var text: String
    }

    init(_ source: String) throws(Problem) {
        text = Array(source.utf8)
        while try step() {}
        tokens.append(.end)
    }

    private mutating func step() throws(Problem) -> Bool {
        while position < text.count, text[position].isSpace { position += 1 }
        guard position < text.count else { return false }
        let byte = text[position]
        switch byte {
        case .hash: while position < text.count, text[position] != .newline { position += 1 }
        case .doubleQuote: tokens.append(.string(try string()))
        case .at:
            position += 1
            tokens.append(.format("@" + name()))
        case .dollar:
            position += 1
            let found = name()
            if found.isEmpty { throw Problem(text: "syntax error, unexpected '$'") }
            tokens.append(.variable(found))
        case .dot where position + 1 < text.count && text[position + 1].startsName:
            position += 1
            tokens.append(.field(name(withModules: false)))
        case _ where byte.isDigit || (byte == .dot && position + 1 < text.count && text[position + 1].isDigit): number()
        case _ where byte.startsName: tokens.append(.name(name()))
        default: try symbol()
        }
        return true
    }

    private mutating func name(withModules: Bool = true) -> String {
        let start = position
        while position < text.count, text[position].continuesName { position += 1 }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    private mutating func number() {
        let range = NumberText.range(in: Array(text[position...].prefix(400))) ?? 0..<1
        tokens.append(.number(NumberText.leading(Array(text[position..<position + range.upperBound]))))
        position += range.upperBound
    }

    private mutating func symbol() throws(Problem) {
        for symbol in Self.symbols where text[position...].starts(with: symbol) {
            position += symbol.count
            tokens.append(.symbol(String(decoding: symbol, as: UTF8.self)))
            return
        }
        throw Problem(text: "syntax error, unexpected INVALID_CHARACTER")
    }

    private mutating func string() throws(Problem) -> [String] {
        position += 1
        var pieces: [String] = []
        var raw: [UInt8] = []
        while position < text.count, text[position] != .doubleQuote {
            guard text[position] == .backslash, position + 1 < text.count else {
                raw.append(text[position])
                position += 1
                continue
            }
            guard text[position + 1] == .openParenthesis else {
                raw += text[position...position + 1]
                position += 2
                continue
            }
            pieces.append(try unescaped(raw))
            raw = []
            position += 2
            pieces.append(try interpolation())
        }
        guard position < text.count else {
            throw Problem(text: "syntax error, unexpected end of file, unterminated string")
        }
        position += 1
        return pieces + [try unescaped(raw)]
    }

    /// The filter between `\(` and its parenthesis.
    private mutating func interpolation() throws(Problem) -> String {
        var level = 0
        let start = position
        while position < text.count {
            switch text[position] {
            case .openParenthesis: level += 1
            case .closeParenthesis where level == 0:
                defer { position += 1 }
                return String(decoding: text[start..<position], as: UTF8.self)
            case .closeParenthesis: level -= 1
            case .doubleQuote:
                _ = try string()
                continue
            default: break
            }
            position += 1
        }
        throw Problem(text: "syntax error, unexpected end of file")
    }

    private func unescaped(_ raw: [UInt8]) throws(Problem) -> String {
        var parser = JSONParser(
            [.doubleQuote] + raw.flatMap { $0 == .newline ? Array("\\n".utf8) : [$0] } + [.doubleQuote])
        do throws(JSONParser.Problem) {
            if case .string(let text) = try parser.next() { return text }
            return ""
        } catch {
            throw Problem(text: "Invalid escape")
        }
    }
}

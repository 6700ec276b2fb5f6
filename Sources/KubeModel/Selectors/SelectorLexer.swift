/// Cuts the text of a label selector into words and signs.
struct SelectorLexer {
    enum Token: Hashable {
        case end
        case name(String)
        case isIn, notIn
        case sign(String)
        case unknown(String)

        var text: String {
            switch self {
            case .end: ""
            case .name(let text), .sign(let text), .unknown(let text): text
            case .isIn: "in"
            case .notIn: "notin"
            }
        }

        /// Where a value stands, `in` and `notin` are names like any other.
        var asValue: Token {
            switch self {
            case .isIn, .notIn: .name(text)
            case .end, .name, .sign, .unknown: self
            }
        }
    }

    private static let signs: Set<String> = [")", ",", "!", "==", "=", ">", "<", "!=", "("]
    private static let signBytes = Set(Array("=!(),><".utf8))
    private static let spaces = Set(Array(" \t\r\n".utf8))

    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// All tokens of a text, the last being `.end`.
    static func tokens(of text: String) -> [Token] {
        var lexer = SelectorLexer(text)
        var tokens: [Token] = []
        repeat { tokens.append(lexer.next()) } while tokens.last != .end
        return tokens
    }

    private mutating func next() -> Token {
        while position < bytes.count, Self.spaces.contains(bytes[position]) { position += 1 }
        guard position < bytes.count else { return .end }
        return Self.signBytes.contains(bytes[position]) ? sign() : name()
    }

    private mutating func name() -> Token {
        let start = position
        while position < bytes.count, !Self.signBytes.contains(bytes[position]), !Self.spaces.contains(bytes[position])
        {
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return text == "in" ? .isIn : text == "notin" ? .notIn : .name(text)
    }

    /// The longest sign that stands here.
    private mutating func sign() -> Token {
        let start = position
        var longest: String?
        while position < bytes.count, Self.signBytes.contains(bytes[position]) {
            let text = String(decoding: bytes[start...position], as: UTF8.self)
            if Self.signs.contains(text) {
                longest = text
            } else if longest != nil {
                break
            }
            position += 1
        }
        if let longest { return .sign(longest) }
        return .unknown("error expected: keyword found '\(String(decoding: bytes[start..<position], as: UTF8.self))'")
    }
}

/// The characters that shell syntax is made of, by name.
extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let backslash = UInt8(ascii: "\\")
    static let hash = UInt8(ascii: "#")
    static let semicolon = UInt8(ascii: ";")
    static let ampersand = UInt8(ascii: "&")
    static let bar = UInt8(ascii: "|")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let singleQuote = UInt8(ascii: "'")
    static let doubleQuote = UInt8(ascii: "\"")
    static let backquote = UInt8(ascii: "`")
    static let dollar = UInt8(ascii: "$")
    static let equals = UInt8(ascii: "=")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let exclamation = UInt8(ascii: "!")
    static let at = UInt8(ascii: "@")
    static let star = UInt8(ascii: "*")
    static let plus = UInt8(ascii: "+")
    static let minus = UInt8(ascii: "-")
    static let caret = UInt8(ascii: "^")
    static let comma = UInt8(ascii: ",")
    static let percent = UInt8(ascii: "%")
    static let question = UInt8(ascii: "?")
    static let dot = UInt8(ascii: ".")
    static let tilde = UInt8(ascii: "~")
    static let zero = UInt8(ascii: "0")

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isLower: Bool { self >= 0x61 && self <= 0x7A }
    var isLetter: Bool { isUpper || isLower }
    /// May begin a name.
    var startsName: Bool { isLetter || self == 0x5F }
    var continuesName: Bool { startsName || isDigit }
    var isBlank: Bool { self == .space || self == .tab }
    /// The white space of C's `isspace`.
    var isSpace: Bool { self == .space || (self >= 0x09 && self <= 0x0D) }

    /// Ends a word when it is not quoted.
    var endsWord: Bool {
        switch self {
        case .space, .tab, .newline, .semicolon, .ampersand, .bar, .less, .greater, .openParenthesis,
            .closeParenthesis:
            true
        default: false
        }
    }
}

extension String {
    /// A name of a variable: letters, digits and underscores, no digit in front.
    package var isShellName: Bool {
        guard let first = utf8.first, first.startsName else { return false }
        return utf8.allSatisfy { $0.continuesName }
    }
}

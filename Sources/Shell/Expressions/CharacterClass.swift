/// The character classes of POSIX brackets and of `tr`.
enum CharacterClass: String, Hashable, Sendable, CaseIterable {
    case alpha, digit, alnum, upper, lower, space, blank, punct, print, graph, cntrl, xdigit, word

    func contains(_ scalar: UnicodeScalar) -> Bool {
        guard scalar.isASCII else { return containsBeyondASCII(scalar) }
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        switch self {
        case .alpha: return byte.isLetter
        case .digit: return byte.isDigit
        case .alnum: return byte.isLetter || byte.isDigit
        case .upper: return byte.isUpper
        case .lower: return byte.isLower
        case .space: return byte.isSpace
        case .blank: return byte.isBlank
        case .punct: return byte > 0x20 && byte < 0x7F && !byte.isLetter && !byte.isDigit
        case .print: return byte >= 0x20 && byte < 0x7F
        case .graph: return byte > 0x20 && byte < 0x7F
        case .cntrl: return byte < 0x20 || byte == 0x7F
        case .xdigit: return (byte.digitValue ?? 99) < 16
        case .word: return byte.continuesName
        }
    }

    private func containsBeyondASCII(_ scalar: UnicodeScalar) -> Bool {
        let properties = scalar.properties
        switch self {
        case .alpha, .alnum, .word: return properties.isAlphabetic
        case .upper: return properties.isUppercase
        case .lower: return properties.isLowercase
        case .space, .blank: return properties.isWhitespace
        case .print, .graph: return !properties.isWhitespace
        case .punct: return !properties.isAlphabetic && !properties.isWhitespace
        case .digit, .cntrl, .xdigit: return false
        }
    }
}

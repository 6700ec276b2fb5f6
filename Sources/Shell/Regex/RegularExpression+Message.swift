extension RegularExpression.SyntaxError {
    /// What the GNU C library says.
    var text: String {
        switch self {
        case .unmatchedParenthesis: "Unmatched ( or \\("
        case .unmatchedClosing: "Unmatched ) or \\)"
        case .unmatchedBracket: "Unmatched [, [^, [:, [., or [="
        case .unmatchedBrace: "Unmatched { or \\{"
        case .unmatchedBasicBrace: "Unmatched \\{"
        case .invalidRepeat: "Invalid preceding regular expression"
        case .invalidBackReference: "Invalid back reference"
        case .trailingBackslash: "Trailing backslash"
        case .invalidRange: "Invalid range end"
        case .invalidClass: "Invalid character class name"
        case .invalidInterval: "Invalid content of \\{\\}"
        case .tooBig: "Regular expression too big"
        }
    }
}

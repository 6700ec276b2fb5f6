/// A word as it was written: pieces that expansion turns into zero or more fields.
package struct Word: Hashable, Sendable {
    package var parts: [WordPart]

    package init(_ parts: [WordPart] = []) {
        self.parts = parts
    }

    /// The text of a word without quotes and expansions, such as a keyword; `nil` for any other.
    package var plainText: String? {
        switch parts.count {
        case 0: ""
        case 1: if case .literal(let text) = parts[0] { text } else { nil }
        default: nil
        }
    }

    /// What the word says when nothing in it has to be expanded, quoted or not.
    package var fixedText: String? {
        var text = ""
        for part in parts {
            switch part {
            case .literal(let piece), .quoted(let piece): text += piece
            case .doubleQuoted(let inner):
                guard let piece = Word(inner).fixedText else { return nil }
                text += piece
            case .parameter, .command, .arithmetic, .process, .array: return nil
            }
        }
        return text
    }
}

package indirect enum WordPart: Hashable, Sendable {
    /// Text outside quotes: may hold globs, braces and a tilde.
    case literal(String)
    /// Text in single quotes, after a backslash or in `$'..'`.
    case quoted(String)
    case doubleQuoted([WordPart])
    case parameter(ParameterExpansion)
    /// `$( )` or backticks
    case command(Script)
    /// `$(( ))`; the word expands as in double quotes before it is calculated.
    case arithmetic(Word)
    /// `<( )`
    case process(Script)
    /// `name=(a b)` as an argument of `declare` and its kin; the literal before it holds `name=`.
    case array([ArrayElement])
}

/// `$name` and everything that `${...}` can say.
package struct ParameterExpansion: Hashable, Sendable {
    package var name: String
    package var index: Subscript?
    /// `${!name}`
    package var isIndirect: Bool
    package var operation: Operation

    package init(
        name: String, index: Subscript? = nil, isIndirect: Bool = false, operation: Operation = .value
    ) {
        self.name = name
        self.index = index
        self.isIndirect = isIndirect
        self.operation = operation
    }

    package enum Subscript: Hashable, Sendable {
        /// `[@]`
        case all
        /// `[*]`
        case joined
        case element(Word)
    }

    package indirect enum Operation: Hashable, Sendable {
        case value
        /// `${#name}`
        case length
        /// `${!name[@]}`
        case keys
        /// `${!prefix*}`
        case namesWithPrefix
        /// `${a b}`: a complaint when it is expanded, with the text as it was written
        case invalid(String)
        /// `${name-word}` and its kin; `testsEmpty` is the form with a colon.
        case fallback(Fallback, testsEmpty: Bool, Word)
        case removePrefix(Word, longest: Bool)
        case removeSuffix(Word, longest: Bool)
        case replace(pattern: Word, replacement: Word, scope: ReplaceScope)
        case substring(offset: Word, length: Word?)
        case changeCase(upper: Bool, all: Bool, pattern: Word?)
        /// `${name@Q}`
        case transform(String)
    }

    package enum Fallback: Hashable, Sendable {
        /// `-`
        case use
        /// `=`
        case assign
        /// `+`
        case alternative
        /// `?`
        case fail
    }

    package enum ReplaceScope: Hashable, Sendable { case first, all, atStart, atEnd }
}

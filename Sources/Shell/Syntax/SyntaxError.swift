/// Why a text is no script.
package struct SyntaxError: Error, Hashable, Sendable {
    package var problem: Problem
    /// From 1.
    package var line: Int
    /// In bytes, from 1.
    package var column: Int

    package enum Problem: Hashable, Sendable {
        case unexpectedToken(String)
        case unexpectedEnd
        /// The text ends before this closing character.
        case unclosed(String)
        case badSubstitution(String)
        case conditionalExpected(String)
        case tooDeep
        case unsupported(String)
    }
}

/// What a text still lacks to be a whole command.
package enum IncompleteReason: String, Hashable, Sendable {
    case singleQuote = "quote"
    case doubleQuote = "dquote"
    case backquote = "bquote"
    case hereDocument = "heredoc"
    case commandSubstitution = "cmdsubst"
    case arithmetic = "math"
    case parameter = "braceparam"
    case backslash = "line"
    case pipe
    case and = "cmdand"
    case or = "cmdor"
    case group = "cursh"
    case subshell
    case condition = "if"
    case loop = "while"
    case forLoop = "for"
    case match = "case"
    case function
    case test = "cond"
    case array

    /// The problem when no more text comes.
    var problem: SyntaxError.Problem {
        switch self {
        case .singleQuote: .unclosed("'")
        case .doubleQuote: .unclosed("\"")
        case .backquote: .unclosed("`")
        case .commandSubstitution, .arithmetic, .array: .unclosed(")")
        case .parameter: .unclosed("}")
        case .hereDocument, .backslash, .pipe, .and, .or, .group, .subshell, .condition, .loop, .forLoop, .match,
            .function, .test:
            .unexpectedEnd
        }
    }
}

extension Parser {
    /// The line that a message names when the text ends too early: where a quote was opened, else behind the text.
    func line(ofEndIn reason: IncompleteReason) -> Int {
        switch reason {
        case .singleQuote, .doubleQuote, .backquote, .parameter, .arithmetic, .array: return line
        case .hereDocument, .commandSubstitution, .backslash, .pipe, .and, .or, .group, .subshell, .condition, .loop,
            .forLoop, .match, .function, .test:
            return line + (source.last == .newline ? 0 : 1)
        }
    }
}

package enum ParseResult: Hashable, Sendable {
    case complete(Script)
    /// More lines are needed; the reason can be shown by a prompt.
    case incomplete(reason: IncompleteReason)
    case error(SyntaxError)
}

/// How a parser gives up.
enum ParseFailure: Error, Hashable, Sendable {
    case incomplete(IncompleteReason)
    case error(SyntaxError)
}

/// A parsed list of commands, ready to be run as often as wanted.
package struct Script: Hashable, Sendable {
    package var items: [ListItem]

    package init(items: [ListItem] = []) {
        self.items = items
    }

    package var isEmpty: Bool { items.isEmpty }
}

/// `a && b || c`, ended by `;`, `&` or a line end.
package struct ListItem: Hashable, Sendable {
    package var chain: AndOrChain
    package var isBackground: Bool
    /// What was typed before `&`, for `jobs`.
    package var text: String
}

package struct AndOrChain: Hashable, Sendable {
    package var first: Pipeline
    package var rest: [Link]

    package struct Link: Hashable, Sendable {
        package var connector: Connector
        package var pipeline: Pipeline
    }

    package enum Connector: Hashable, Sendable { case and, or }
}

/// `! time a | b`
package struct Pipeline: Hashable, Sendable {
    package var isNegated: Bool
    package var isTimed: Bool
    package var commands: [Command]
}

package struct Command: Hashable, Sendable {
    package var kind: CommandKind
    /// Of compound commands; a simple command keeps its own.
    package var redirects: [Redirect]
    package var line: Int
}

package indirect enum CommandKind: Hashable, Sendable {
    case simple(SimpleCommand)
    /// `{ a; b; }`
    case group(Script)
    /// `( a; b )`
    case subshell(Script)
    case condition(branches: [ConditionBranch], otherwise: Script?)
    case loop(until: Bool, condition: Script, body: Script)
    /// `words` is `nil` for a loop over the positional parameters.
    case forEach(name: String, words: [Word]?, body: Script)
    case forArithmetic(start: Word, condition: Word, step: Word, body: Script)
    case match(subject: Word, cases: [MatchCase])
    case function(name: String, body: Command)
    /// `(( expression ))`
    case arithmetic(Word)
    /// `[[ expression ]]`
    case test(TestExpression)
}

package struct SimpleCommand: Hashable, Sendable {
    package var assignments: [Assignment] = []
    package var words: [Word] = []
    package var redirects: [Redirect] = []
}

package struct ConditionBranch: Hashable, Sendable {
    package var condition: Script
    package var body: Script
}

package struct MatchCase: Hashable, Sendable {
    package var patterns: [Word]
    package var body: Script
    package var ending: Ending

    /// `;;`, `;&` and `;;&`
    package enum Ending: Hashable, Sendable { case stop, fallThrough, testNext }
}

/// `name=value`, `name+=value`, `name[index]=value`, `name=(a b)`
package struct Assignment: Hashable, Sendable {
    package var name: String
    package var index: Word?
    package var isAppending: Bool
    package var value: Value

    package enum Value: Hashable, Sendable {
        case scalar(Word)
        case array([ArrayElement])
    }
}

/// One element of `( a [3]=b )`.
package struct ArrayElement: Hashable, Sendable {
    package var index: Word?
    package var value: Word
}

package struct Redirect: Hashable, Sendable {
    package var descriptor: Int?
    package var operation: Operation
    package var target: Word
    /// The target as it was written, for messages.
    package var source = ""

    package enum Operation: Hashable, Sendable {
        /// `<`
        case input
        /// `>`
        case output
        /// `>|`
        case overwrite
        /// `>>`
        case append
        /// `<>`
        case readWrite
        /// `<&`
        case duplicateInput
        /// `>&`
        case duplicateOutput
        /// `&>` and `&>>`
        case outputAndError(append: Bool)
        /// `<<`, with the body as the target
        case hereDocument
        /// `<<<`
        case hereString
    }
}

/// What stands between `[[` and `]]`.
package indirect enum TestExpression: Hashable, Sendable {
    case word(Word)
    case unary(String, Word)
    case binary(Word, String, Word)
    case not(TestExpression)
    case and(TestExpression, TestExpression)
    case or(TestExpression, TestExpression)
}

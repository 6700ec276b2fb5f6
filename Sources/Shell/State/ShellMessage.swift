/// What the shell itself complains about.
package enum ShellMessage: Hashable, Sendable {
    case commandNotFound(String)
    case file(FileError, path: String)
    /// A redirection to a file that cannot be made.
    case cannotCreate(FileError, path: String)
    case cannotOpen(FileError, path: String)
    case cannotOverwrite(String)
    case ambiguousRedirect(String)
    case badDescriptor(String)
    case readOnly(String)
    case unbound(String)
    /// `${name:?text}`
    case parameter(name: String, text: String)
    case badSubstitution(String)
    case badSubscript(String)
    case arithmetic(expression: String, problem: ArithmeticProblem, token: String)
    case syntax(SyntaxError, source: String?)
    case tooManyWords
    case outOfMemory
    case patternTooCostly
    case invalidIndirection(String)
    case notIdentifier(command: String, String)
    case invalidOption(command: String, String, usage: String)
    /// `kill: usage: ...`, without the shell's name
    case usage(command: String, String)
    /// What a command says that exists as a program too, such as `timeout`; with a hint at its help.
    case program(String, String)
    case numericArgument(command: String, String)
    case tooManyArguments(command: String)
    /// Anything that one builtin says of itself.
    case builtin(command: String, String)
    case nestingTooDeep(String)
    case invalidRegularExpression(String)
}

package enum ArithmeticProblem: Hashable, Sendable {
    case syntaxError, invalidOperator, operandExpected, divisionByZero, negativeExponent, invalidBase, valueTooGreat
    case parenthesisExpected, colonExpected, tooDeep
}

/// Whose words and habits the shell imitates.
package enum ShellFlavor: Hashable, Sendable {
    /// bash with the GNU tools
    case bash
    /// the sh of busybox with its own tools, as in most small images
    case busybox
}

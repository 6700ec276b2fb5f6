extension ShellMessage {
    /// The sentence behind the shell's name.
    func text(for flavor: ShellFlavor) -> String {
        switch self {
        case .commandNotFound(let name): "\(name): \(flavor == .bash ? "command not found" : "not found")"
        case .file(let error, let path): "\(path): \(error.reason)"
        case .cannotCreate(let error, let path): Self.cannot("create", error, path, flavor)
        case .cannotOpen(let error, let path): Self.cannot("open", error, path, flavor)
        case .cannotOverwrite(let path):
            flavor == .bash ? "\(path): cannot overwrite existing file" : "can't create \(path): File exists"
        case .ambiguousRedirect(let text): "\(text): ambiguous redirect"
        case .badDescriptor(let text): flavor == .bash ? "\(text): Bad file descriptor" : "\(text): bad file descriptor"
        case .readOnly(let name): flavor == .bash ? "\(name): readonly variable" : "\(name): is read only"
        case .unbound(let name): flavor == .bash ? "\(name): unbound variable" : "\(name): parameter not set"
        case .parameter(let name, let text): "\(name): \(text)"
        case .badSubstitution(let text):
            flavor == .bash ? "\(text): bad substitution" : "syntax error: bad substitution"
        case .badSubscript(let text): "\(text): bad array subscript"
        case .arithmetic(let expression, let problem, let token):
            flavor == .bash
                ? "\(expression): \(problem.text) (error token is \"\(token)\")"
                : (problem == .divisionByZero ? "divide by zero" : "arithmetic syntax error")
        case .syntax(let error, _): error.problem.text(for: flavor)
        case .tooManyWords: "brace expansion: too many words"
        case .patternTooCostly: "the pattern takes too long on a text of this length"
        case .outOfMemory: "cannot allocate memory"
        case .invalidIndirection(let name): "\(name): invalid indirect expansion"
        case .notIdentifier(let command, let name):
            flavor == .bash ? "\(command): `\(name)': not a valid identifier" : "\(command): \(name): bad variable name"
        case .invalidOption(let command, let option, let usage):
            flavor == .bash
                ? "\(command): \(option): invalid option\n\(command): usage: \(usage)"
                : "\(command): illegal option \(option)"
        case .usage(let command, let usage): "\(command): usage: \(usage)"
        case .program(let name, let text):
            (text.isEmpty ? "" : "\(name): \(text)\n") + "Try '\(name) --help' for more information."
        case .numericArgument(let command, let text):
            flavor == .bash ? "\(command): \(text): numeric argument required" : "\(command): Illegal number: \(text)"
        case .tooManyArguments(let command): "\(command): too many arguments"
        case .builtin(let command, let text): "\(command): \(text)"
        case .nestingTooDeep(let name): "\(name): maximum nesting level exceeded"
        case .invalidRegularExpression(let text): "invalid regular expression: \(text)"
        }
    }

    private static func cannot(_ verb: String, _ error: FileError, _ path: String, _ flavor: ShellFlavor) -> String {
        guard flavor == .busybox else { return "\(path): \(error.reason)" }
        let reason =
            error.reason == "No such file or directory" && verb == "create"
            ? "nonexistent directory" : error.reason == "No such file or directory" ? "no such file" : error.reason
        return "can't \(verb) \(path): \(reason)"
    }
}

extension ShellMessage {
    /// The status of a builtin that was used in a wrong way.
    var status: Int32? {
        switch self {
        case .invalidOption, .usage: 2
        default: nil
        }
    }
}

extension ArithmeticProblem {
    var text: String {
        switch self {
        case .syntaxError: "syntax error in expression"
        case .invalidOperator: "syntax error: invalid arithmetic operator"
        case .operandExpected: "syntax error: operand expected"
        case .divisionByZero: "division by 0"
        case .negativeExponent: "exponent less than 0"
        case .invalidBase: "invalid arithmetic base"
        case .valueTooGreat: "value too great for base"
        case .parenthesisExpected: "missing `)'"
        case .colonExpected: "`:' expected for conditional expression"
        case .tooDeep: "expression recursion level exceeded"
        }
    }
}

extension SyntaxError.Problem {
    func text(for flavor: ShellFlavor) -> String {
        switch self {
        case .unexpectedToken(let token):
            flavor == .bash
                ? "syntax error near unexpected token `\(token)'"
                : "syntax error: unexpected \(token == "newline" ? token : "\"\(token)\"")"
        case .unexpectedEnd:
            flavor == .bash ? "syntax error: unexpected end of file" : "syntax error: unexpected end of file"
        case .unclosed(let closing):
            flavor == .bash
                ? "unexpected EOF while looking for matching `\(closing)'"
                : "syntax error: unterminated quoted string"
        case .badSubstitution(let text):
            flavor == .bash ? "\(text): bad substitution" : "syntax error: bad substitution"
        case .conditionalExpected(let token):
            token.isEmpty
                ? "unexpected argument to conditional"
                : "syntax error in conditional expression: unexpected token `\(token)'"
        case .tooDeep: "syntax error: commands are nested too deeply"
        case .unsupported(let construct): "syntax error: `\(construct)' is not supported here"
        }
    }
}

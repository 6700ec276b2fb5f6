/// A part of a parsed template.
indirect enum GoTemplateNode: Hashable, Sendable {
    case text(String)
    case action(GoTemplatePipe)
    case branch(GoTemplateBranch)
    case template(name: String, GoTemplatePipe?, GoTemplateMark)
    case breakLoop
    case continueLoop
}

/// `if`, `with` or `range`, and what it holds.
struct GoTemplateBranch: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
        case `if`, with, range
    }

    let kind: Kind
    let pipe: GoTemplatePipe
    let body: [GoTemplateNode]
    let alternative: [GoTemplateNode]?
    let mark: GoTemplateMark
}

/// `$x, $y := command | command`.
struct GoTemplatePipe: Hashable, Sendable {
    var variables: [String] = []
    /// Whether the variables exist already.
    var isAssignment = false
    var commands: [GoTemplateCommand] = []
    let mark: GoTemplateMark
}

/// Words that stand side by side: a function with its arguments, or one value.
struct GoTemplateCommand: Hashable, Sendable {
    var arguments: [GoTemplateOperand] = []
    let mark: GoTemplateMark
}

indirect enum GoTemplateOperand: Hashable, Sendable {
    case identifier(String, GoTemplateMark)
    case field([String], GoTemplateMark)
    case variable([String], GoTemplateMark)
    /// Fields of what a pipeline in parentheses gives.
    case chain(GoTemplateOperand, [String], GoTemplateMark)
    case pipe(GoTemplatePipe)
    case dot(GoTemplateMark)
    case null(GoTemplateMark)
    case bool(Bool, GoTemplateMark)
    case string(String, quoted: String, GoTemplateMark)
    case number(GoTemplateNumber, text: String, GoTemplateMark)
}

/// A number as a template writes it.
enum GoTemplateNumber: Hashable, Sendable {
    case integer(Int64)
    case float(Double)
    /// Too large for an integer.
    case overflow
}

/// Where a part of a template stands.
struct GoTemplateMark: Hashable, Sendable {
    let line: Int
    let column: Int
}

extension GoTemplateOperand {
    var mark: GoTemplateMark {
        switch self {
        case .identifier(_, let mark), .field(_, let mark), .variable(_, let mark), .chain(_, _, let mark),
            .dot(let mark), .null(let mark), .bool(_, let mark), .string(_, _, let mark), .number(_, _, let mark):
            mark
        case .pipe(let pipe): pipe.mark
        }
    }

    /// The operand as messages show it.
    var described: String {
        switch self {
        case .identifier(let name, _): name
        case .field(let names, _): names.map { "." + $0 }.joined()
        case .variable(let names, _): names.joined(separator: ".")
        case .chain(let operand, let names, _):
            (operand.isPipe ? "(\(operand.described))" : operand.described) + names.map { "." + $0 }.joined()
        case .pipe(let pipe): pipe.described
        case .dot: "."
        case .null: "nil"
        case .bool(let truth, _): truth ? "true" : "false"
        case .string(_, let quoted, _): quoted
        case .number(_, let text, _): text
        }
    }

    var isPipe: Bool {
        if case .pipe = self { true } else { false }
    }

    /// Whether a pipeline's later stage may begin with it: only what can take an argument.
    var canTakeArgument: Bool {
        switch self {
        case .identifier, .field, .variable, .chain, .pipe: true
        case .dot, .null, .bool, .string, .number: false
        }
    }
}

extension GoTemplateCommand {
    var described: String {
        arguments.map { $0.isPipe ? "(\($0.described))" : $0.described }.joined(separator: " ")
    }
}

extension GoTemplatePipe {
    var described: String {
        let declaration =
            variables.isEmpty ? "" : variables.joined(separator: ", ") + (isAssignment ? " = " : " := ")
        return declaration + commands.map(\.described).joined(separator: " | ")
    }
}

/// A parsed awk program.
struct AwkProgram: Sendable {
    var begin: [[AwkStatement]] = []
    var rules: [AwkRule] = []
    var end: [[AwkStatement]] = []
    var functions: [String: AwkFunction] = [:]
    /// `getline` takes lines of the main input in the middle of a rule.
    var readsAhead = false
}

struct AwkRule: Sendable {
    var pattern: Pattern
    /// `nil` prints the record.
    var body: [AwkStatement]?

    enum Pattern: Sendable {
        case always
        case condition(AwkExpression)
        case range(AwkExpression, AwkExpression)
    }
}

struct AwkFunction: Sendable {
    var parameters: [String]
    var body: [AwkStatement]
}

indirect enum AwkStatement: Sendable {
    case expression(AwkExpression)
    case print([AwkExpression], AwkRedirect?)
    case printf([AwkExpression], AwkRedirect?)
    case condition(AwkExpression, [AwkStatement], [AwkStatement])
    case loop(AwkExpression?, body: [AwkStatement], step: AwkStatement?, testsFirst: Bool)
    case forIn(variable: String, array: String, body: [AwkStatement])
    case block([AwkStatement])
    case delete(String, [AwkExpression]?)
    case next
    case exit(AwkExpression?)
    case breakLoop
    case continueLoop
    case returning(AwkExpression?)
}

struct AwkRedirect: Sendable {
    enum Kind: Sendable { case truncate, append, command }
    var kind: Kind
    var target: AwkExpression
}

indirect enum AwkExpression: Sendable {
    case number(Double)
    case string(String)
    case regex(RegularExpression)
    case field(AwkExpression)
    case variable(String)
    case element(String, [AwkExpression])
    case assign(AwkExpression, String, AwkExpression)
    case conditional(AwkExpression, AwkExpression, AwkExpression)
    case or(AwkExpression, AwkExpression)
    case and(AwkExpression, AwkExpression)
    case contains([AwkExpression], String)
    case match(AwkExpression, AwkExpression, isNegated: Bool)
    case compare(String, AwkExpression, AwkExpression)
    case join(AwkExpression, AwkExpression)
    case arithmetic(String, AwkExpression, AwkExpression)
    case not(AwkExpression)
    case negative(AwkExpression)
    case positive(AwkExpression)
    case increment(AwkExpression, by: Double, returnsOld: Bool)
    case group(AwkExpression)
    case builtin(String, [AwkExpression])
    case call(String, [AwkExpression])
    /// `getline [place] [< file]`
    case readLine(AwkExpression?, file: AwkExpression?)

    var isPlace: Bool {
        switch self {
        case .field, .variable, .element: true
        default: false
        }
    }
}

/// Builds an awk program from tokens.
///
/// Source of the grammar: IEEE Std 1003.1-2024, awk.
struct AwkParser {
    let tokens: [AwkToken]
    var position = 0
    var depth = 0
    /// `>` is a redirection here, not a comparison.
    var isInPrint = false
    var functionNames: Set<String> = []
    var readsAhead = false

    static let builtins: Set<String> = [
        "length", "substr", "split", "index", "sub", "gsub", "gensub", "match", "tolower", "toupper", "sprintf", "int",
        "sqrt", "exp",
        "log", "sin", "cos", "atan2", "rand", "srand", "system", "close", "fflush", "systime", "strftime", "asort",
        "asorti",
    ]

    typealias Problem = AwkLexer.Problem

    init(_ text: String) throws(Problem) {
        tokens = try AwkLexer(text).tokens
        for (index, token) in tokens.enumerated() where token == .keyword("function") && index + 1 < tokens.count {
            switch tokens[index + 1] {
            case .name(let name), .functionName(let name): functionNames.insert(name)
            default: break
            }
        }
    }

    mutating func parse() throws(Problem) -> AwkProgram {
        var program = AwkProgram()
        while true {
            skipSeparators()
            if token == .end {
                program.readsAhead = readsAhead
                return program
            }
            if take("function", isKeyword: true) {
                let (name, function) = try function()
                program.functions[name] = function
            } else if take("BEGIN", isKeyword: true) {
                program.begin.append(try block())
            } else if take("END", isKeyword: true) {
                program.end.append(try block())
            } else {
                program.rules.append(try rule())
            }
        }
    }

    var token: AwkToken { tokens[position] }

    func failure() -> Problem {
        Problem(text: "syntax error at or near \(Self.text(of: token))")
    }

    private static func text(of token: AwkToken) -> String {
        switch token {
        case .number(let value): AwkValue.text(value)
        case .string(let text): "\"\(text)\""
        case .regex(let text): "/\(text)/"
        case .name(let text), .functionName(let text), .keyword(let text), .symbol(let text): text
        case .newline: "end of line"
        case .end: "end of program"
        }
    }

    mutating func take(_ text: String, isKeyword: Bool = false) -> Bool {
        guard token == (isKeyword ? .keyword(text) : .symbol(text)) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ text: String) throws(Problem) {
        guard take(text) else { throw failure() }
    }

    mutating func skipNewlines() {
        while token == .newline { position += 1 }
    }

    mutating func skipSeparators() {
        while token == .newline || token == .symbol(";") { position += 1 }
    }

    mutating func deepen() throws(Problem) {
        depth += 1
        if depth > 150 { throw Problem(text: "program is nested too deeply") }
    }
}

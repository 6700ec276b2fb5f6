/// Calculates a shell expression of 64-bit integers, with C's operators and precedence.
///
/// Source: bash manual, "Shell Arithmetic".
struct Arithmetic {
    private let text: [UInt8]
    private var position = 0
    /// Where the operator or number that was read last begins.
    private var lastToken = 0
    private(set) var environment: Environment
    /// Above zero while a branch is only stepped over, as the right side of `0 && x`.
    private var skipping = 0
    private let depth: Int
    private var nesting = 0
    private static let depthMax = 64

    private init(_ text: [UInt8], environment: Environment, depth: Int) {
        self.text = text
        self.environment = environment
        self.depth = depth
    }

    /// The value of the expression; an empty one is 0. Assignments change the environment.
    static func evaluate(
        _ expression: String, in environment: inout Environment, depth: Int = 0
    ) throws(ExpansionFailure) -> Int64 {
        var arithmetic = Arithmetic(Array(expression.utf8), environment: environment, depth: depth)
        arithmetic.skipSpace()
        guard arithmetic.position < arithmetic.text.count else { return 0 }
        let value = try arithmetic.comma()
        if arithmetic.position < arithmetic.text.count {
            throw arithmetic.failure(
                arithmetic.text[arithmetic.position].mayBeArithmetic ? .syntaxError : .invalidOperator)
        }
        environment = arithmetic.environment
        return value
    }
}

// MARK: - Tokens

extension Arithmetic {
    private mutating func skipSpace() {
        while position < text.count, text[position].isSpace { position += 1 }
    }

    private func failure(_ problem: ArithmeticProblem, at start: Int? = nil) -> ExpansionFailure {
        let whole = String(decoding: text, as: UTF8.self)
        let place = start ?? position
        let rest = String(decoding: text[(place < text.count ? place : lastToken)...], as: UTF8.self)
        let trimmed = String(decoding: text.drop { $0.isSpace }, as: UTF8.self)
        return .message(.arithmetic(expression: trimmed.isEmpty ? whole : trimmed, problem: problem, token: rest))
    }

    /// Takes the operator when it stands next and none of the longer ones that begin with it does.
    private mutating func take(_ symbol: StaticString, unlessBefore follow: StaticString = "") -> Bool {
        skipSpace()
        let count = symbol.utf8CodeUnitCount
        guard position + count <= text.count else { return false }
        for offset in 0..<count where text[position + offset] != symbol.utf8Start[offset] { return false }
        if position + count < text.count {
            let next = text[position + count]
            for offset in 0..<follow.utf8CodeUnitCount where follow.utf8Start[offset] == next { return false }
        }
        lastToken = position
        position += count
        return true
    }
}

// MARK: - Grammar, from the loosest operator to the tightest

extension Arithmetic {
    private mutating func comma() throws(ExpansionFailure) -> Int64 {
        var value = try conditional()
        while take(",") { value = try conditional() }
        return value
    }

    private mutating func conditional() throws(ExpansionFailure) -> Int64 {
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Self.depthMax { throw failure(.tooDeep) }
        let condition = try logicalOr()
        guard take("?") else { return condition }
        let first = try branch(isTaken: condition != 0) { arithmetic throws(ExpansionFailure) in try arithmetic.comma()
        }
        guard take(":") else { throw failure(.colonExpected) }
        let second = try branch(isTaken: condition == 0) { arithmetic throws(ExpansionFailure) in
            try arithmetic.conditional()
        }
        return condition != 0 ? first : second
    }

    private mutating func branch(
        isTaken: Bool, _ body: (inout Arithmetic) throws(ExpansionFailure) -> Int64
    ) throws(ExpansionFailure) -> Int64 {
        if !isTaken { skipping += 1 }
        defer { if !isTaken { skipping -= 1 } }
        return try body(&self)
    }

    private mutating func logicalOr() throws(ExpansionFailure) -> Int64 {
        var left = try logicalAnd()
        while take("||") {
            let right = try branch(isTaken: left == 0) { arithmetic throws(ExpansionFailure) in
                try arithmetic.logicalAnd()
            }
            left = left != 0 || right != 0 ? 1 : 0
        }
        return left
    }

    private mutating func logicalAnd() throws(ExpansionFailure) -> Int64 {
        var left = try binary(level: 0)
        while take("&&") {
            let right = try branch(isTaken: left != 0) { arithmetic throws(ExpansionFailure) in
                try arithmetic.binary(level: 0)
            }
            left = left != 0 && right != 0 ? 1 : 0
        }
        return left
    }

    /// Operators by precedence with the characters that must not follow them.
    private static let levels: [[(symbol: StaticString, unlessBefore: StaticString)]] = [
        [("|", "|=")], [("^", "=")], [("&", "&=")], [("==", ""), ("!=", "")],
        [("<=", ""), (">=", ""), ("<", "<"), (">", ">")], [("<<", "="), (">>", "=")], [("+", "=+"), ("-", "=-")],
        [("**", ""), ("*", "=*"), ("/", "="), ("%", "=")],
    ]

    private mutating func binary(level: Int) throws(ExpansionFailure) -> Int64 {
        guard level < Self.levels.count - 1 else { return try product() }
        var left = try binary(level: level + 1)
        next: while true {
            for (symbol, follow) in Self.levels[level] where take(symbol, unlessBefore: follow) {
                let right = try binary(level: level + 1)
                left = try apply(String(describing: symbol), left, right, at: position)
                continue next
            }
            return left
        }
    }

    private mutating func product() throws(ExpansionFailure) -> Int64 {
        var left = try power()
        while true {
            let symbol: String
            if take("*", unlessBefore: "=*") {
                symbol = "*"
            } else if take("/", unlessBefore: "=") {
                symbol = "/"
            } else if take(
                "%", unlessBefore: "=")
            {
                symbol = "%"
            } else {
                return left
            }
            skipSpace()
            let start = position
            left = try apply(symbol, left, try power(), at: start)
        }
    }

    private mutating func power() throws(ExpansionFailure) -> Int64 {
        let base = try unary()
        guard take("**") else { return base }
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Self.depthMax { throw failure(.tooDeep) }
        let exponent = try power()
        if exponent < 0 { throw failure(.negativeExponent) }
        return Self.power(base, exponent)
    }

    private static func power(_ base: Int64, _ exponent: Int64) -> Int64 {
        var (result, square, rest) = (Int64(1), base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = result &* square }
            square = square &* square
            rest >>= 1
        }
        return result
    }

    private func apply(_ symbol: String, _ left: Int64, _ right: Int64, at start: Int) throws(ExpansionFailure) -> Int64
    {
        switch symbol {
        case "|": return left | right
        case "^": return left ^ right
        case "&": return left & right
        case "==": return left == right ? 1 : 0
        case "!=": return left != right ? 1 : 0
        case "<=": return left <= right ? 1 : 0
        case ">=": return left >= right ? 1 : 0
        case "<": return left < right ? 1 : 0
        case ">": return left > right ? 1 : 0
        case "<<": return left &<< right
        case ">>": return left &>> right
        case "+": return left &+ right
        case "-": return left &- right
        case "*": return left &* right
        default:
            guard right != 0 else {
                if skipping > 0 { return 0 }
                throw failure(.divisionByZero, at: start)
            }
            if symbol == "/" { return left.dividedReportingOverflow(by: right).partialValue }
            return right == -1 ? 0 : left % right
        }
    }

    private mutating func unary() throws(ExpansionFailure) -> Int64 {
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Self.depthMax { throw failure(.tooDeep) }
        if take("++") { return try step(by: 1, returnsOld: false) }
        if take("--") { return try step(by: -1, returnsOld: false) }
        if take("!", unlessBefore: "=") { return try unary() == 0 ? 1 : 0 }
        if take("~") { return ~(try unary()) }
        if take("-") { return 0 &- (try unary()) }
        if take("+") { return try unary() }
        return try primary()
    }

    private mutating func primary() throws(ExpansionFailure) -> Int64 {
        skipSpace()
        if take("(") {
            let value = try comma()
            guard take(")") else { throw failure(.parenthesisExpected) }
            return value
        }
        guard position < text.count else { throw failure(.operandExpected) }
        if text[position].isDigit { return try number() }
        guard text[position].startsName else { throw failure(.operandExpected) }
        return try variable()
    }

    /// `42`, `0x2a`, `052`, `2#101010`
    private mutating func number() throws(ExpansionFailure) -> Int64 {
        let start = position
        lastToken = start
        var radix = 10
        if text[position] == .zero, position + 1 < text.count {
            let next = text[position + 1]
            if next == UInt8(ascii: "x") || next == UInt8(ascii: "X") {
                radix = 16
                position += 2
            } else if next.isDigit {
                radix = 8
                position += 1
            }
        }
        var value = Int64(0)
        while position < text.count, text[position].continuesName || text[position] == .hash {
            if text[position] == .hash {
                guard radix == 10, (2...36).contains(value) else { throw failure(.invalidBase, at: start) }
                radix = Int(value)
                value = 0
            } else {
                guard let digit = text[position].digitValue, digit < radix else {
                    throw failure(radix == 10 ? .syntaxError : .valueTooGreat, at: start)
                }
                value = value &* Int64(radix) &+ Int64(digit)
            }
            position += 1
        }
        return value
    }
}

// MARK: - Variables

extension Arithmetic {
    private struct Place {
        var name: String
        var index: String?
    }

    private mutating func place() throws(ExpansionFailure) -> Place {
        skipSpace()
        let start = position
        guard position < text.count, text[position].startsName else { throw failure(.operandExpected) }
        while position < text.count, text[position].continuesName { position += 1 }
        let name = String(decoding: text[start..<position], as: UTF8.self)
        guard position < text.count, text[position] == .openBracket else { return Place(name: name) }
        var level = 1
        let indexStart = position + 1
        position += 1
        while position < text.count, level > 0 {
            if text[position] == .openBracket { level += 1 } else if text[position] == .closeBracket { level -= 1 }
            position += 1
        }
        guard level == 0 else { throw failure(.syntaxError, at: indexStart) }
        return Place(name: name, index: String(decoding: text[indexStart..<position - 1], as: UTF8.self))
    }

    private static let assignments: [(symbol: StaticString, operation: String)] = [
        ("+=", "+"), ("-=", "-"), ("*=", "*"), ("/=", "/"), ("%=", "%"), ("<<=", "<<"), (">>=", ">>"), ("&=", "&"),
        ("^=", "^"), ("|=", "|"),
    ]

    private mutating func variable() throws(ExpansionFailure) -> Int64 {
        let place = try place()
        if take("=", unlessBefore: "=") {
            let value = try conditional()
            try assign(value, to: place)
            return value
        }
        for (symbol, operation) in Self.assignments where take(symbol) {
            skipSpace()
            let start = position
            let right = try conditional()
            let value = try apply(operation, try value(of: place), right, at: start)
            try assign(value, to: place)
            return value
        }
        if take("++") { return try change(place, by: 1, returnsOld: true) }
        if take("--") { return try change(place, by: -1, returnsOld: true) }
        return try value(of: place)
    }

    private mutating func step(by amount: Int64, returnsOld: Bool) throws(ExpansionFailure) -> Int64 {
        skipSpace()
        guard position < text.count, text[position].startsName else { return amount < 0 ? try unary() : try unary() }
        return try change(try place(), by: amount, returnsOld: returnsOld)
    }

    private mutating func change(
        _ place: Place, by amount: Int64, returnsOld: Bool
    ) throws(ExpansionFailure) -> Int64 {
        let old = try value(of: place)
        try assign(old &+ amount, to: place)
        return returnsOld ? old : old &+ amount
    }

    private mutating func value(of place: Place) throws(ExpansionFailure) -> Int64 {
        guard skipping == 0 else { return 0 }
        guard depth < Self.depthMax else { throw failure(.tooDeep) }
        guard let text = try stored(place) else {
            if environment.options.refusesUnset { throw .message(.unbound(place.name)) }
            return 0
        }
        if let value = Int64(text), !text.hasPrefix("0") || text == "0" { return value }
        return try Arithmetic.evaluate(text, in: &environment, depth: depth + 1)
    }

    private mutating func stored(_ place: Place) throws(ExpansionFailure) -> String? {
        guard let index = place.index else {
            return environment.text(place.name) ?? environment.specialText(place.name)
        }
        switch environment[place.name]?.value {
        case .map: return environment[place.name]?.element(index)
        case .array(let elements):
            let key = try Arithmetic.evaluate(index, in: &environment, depth: depth + 1)
            return elements[Int(key < 0 ? key + Int64((elements.keys.max() ?? -1) + 1) : key)]
        case .scalar(let text):
            return try Arithmetic.evaluate(index, in: &environment, depth: depth + 1) == 0 ? text : nil
        case nil: return nil
        }
    }

    private mutating func assign(_ value: Int64, to place: Place) throws(ExpansionFailure) {
        guard skipping == 0 else { return }
        guard let index = place.index else { return try environment.assign(place.name, String(value)) }
        if case .map = environment[place.name]?.value {
            environment[place.name]?.setElement(index, to: String(value))
        } else {
            let key = try Arithmetic.evaluate(index, in: &environment, depth: depth + 1)
            try environment.assignElement(place.name, at: Int(key), String(value))
        }
    }
}

extension UInt8 {
    /// Begins an operand or is part of an operator; anything else bash calls an invalid operator.
    fileprivate var mayBeArithmetic: Bool {
        continuesName || "+-*/%&|^~!<>=?:,()#[]".utf8.contains(self)
    }
}

extension Tool {
    /// `expr 1 + 2`, `expr abc : 'a\(.\)'`, `expr length text`
    static let expr = Tool.batch(usageStatus: 2) { context throws(ToolExit) in
        let words = context.arguments.first == "--" ? Array(context.arguments.dropFirst()) : context.arguments
        if words.isEmpty { throw .usage("missing operand") }
        var evaluation = ExprEvaluation(words: words)
        let value = try evaluation.result(&context)
        try context.printLine(value)
        return value.isEmpty || value == "0" ? 1 : 0
    }
}

private struct ExprEvaluation {
    let words: [String]
    var position = 0
    var depth = 0

    init(words: [String]) {
        self.words = words
    }

    mutating func result(_ context: inout ToolContext) throws(ToolExit) -> String {
        let value = try choice(&context)
        if position < words.count {
            throw context.fail("syntax error: unexpected argument \u{2018}\(words[position])\u{2019}", status: 2)
        }
        return value
    }

    private mutating func take(_ operators: [String]) -> String? {
        guard position < words.count, operators.contains(words[position]) else { return nil }
        position += 1
        return words[position - 1]
    }

    private mutating func choice(_ context: inout ToolContext) throws(ToolExit) -> String {
        var left = try conjunction(&context)
        while take(["|"]) != nil {
            let right = try conjunction(&context)
            if left.isEmpty || left == "0" { left = right.isEmpty ? "0" : right }
        }
        return left
    }

    private mutating func conjunction(_ context: inout ToolContext) throws(ToolExit) -> String {
        var left = try comparison(&context)
        while take(["&"]) != nil {
            let right = try comparison(&context)
            if left.isEmpty || left == "0" || right.isEmpty || right == "0" { left = "0" }
        }
        return left
    }

    private mutating func comparison(_ context: inout ToolContext) throws(ToolExit) -> String {
        var left = try sum(&context)
        while let name = take(["=", "==", "!=", "<", "<=", ">", ">="]) {
            let right = try sum(&context)
            let order: Int
            if let first = Int64(left), let second = Int64(right) {
                order = first < second ? -1 : first == second ? 0 : 1
            } else {
                order = left == right ? 0 : FileTest.precedes(left, right) ? -1 : 1
            }
            let holds =
                switch name {
                case "=", "==": order == 0
                case "!=": order != 0
                case "<": order < 0
                case "<=": order <= 0
                case ">": order > 0
                default: order >= 0
                }
            left = holds ? "1" : "0"
        }
        return left
    }

    private mutating func sum(_ context: inout ToolContext) throws(ToolExit) -> String {
        var left = try product(&context)
        while let name = take(["+", "-"]) {
            let (first, second) = try numbers(left, try product(&context), &context)
            left = String(name == "+" ? first &+ second : first &- second)
        }
        return left
    }

    private mutating func product(_ context: inout ToolContext) throws(ToolExit) -> String {
        var left = try match(&context)
        while let name = take(["*", "/", "%"]) {
            let (first, second) = try numbers(left, try match(&context), &context)
            if name != "*", second == 0 { throw context.fail("division by zero", status: 2) }
            switch name {
            case "*": left = String(first &* second)
            case "/": left = String(first.dividedReportingOverflow(by: second).partialValue)
            default: left = String(second == -1 ? 0 : first % second)
            }
        }
        return left
    }

    private func numbers(_ left: String, _ right: String, _ context: inout ToolContext) throws(ToolExit) -> (
        Int64, Int64
    ) {
        guard let first = Int64(left), let second = Int64(right) else {
            throw context.fail("non-integer argument", status: 2)
        }
        return (first, second)
    }

    private mutating func match(_ context: inout ToolContext) throws(ToolExit) -> String {
        var left = try primary(&context)
        while take([":"]) != nil { left = try matched(left, try primary(&context), &context) }
        return left
    }

    private func matched(_ text: String, _ pattern: String, _ context: inout ToolContext) throws(ToolExit) -> String {
        let expression: RegularExpression
        do throws(RegularExpression.SyntaxError) {
            expression = try RegularExpression("^" + pattern, syntax: .basic)
        } catch {
            throw context.fail(error.text, status: 2)
        }
        let bytes = Array(text.utf8)
        let match = expression.firstMatch(in: bytes)
        if expression.groupCount > 0 {
            guard let match, let range = match.groups[1] else { return "" }
            return String(decoding: bytes[range], as: UTF8.self)
        }
        return String(match.map { String(decoding: bytes[$0.range], as: UTF8.self).unicodeScalars.count } ?? 0)
    }

    private mutating func primary(_ context: inout ToolContext) throws(ToolExit) -> String {
        depth += 1
        defer { depth -= 1 }
        guard position < words.count, depth < 200 else {
            throw context.fail("syntax error: missing argument after \u{2018}\(words.last ?? "")\u{2019}", status: 2)
        }
        let word = words[position]
        position += 1
        switch word {
        case "(":
            let value = try choice(&context)
            if take([")"]) == nil {
                throw context.fail(
                    "syntax error: expecting ')' after \u{2018}\(words[position - 1])\u{2019}", status: 2)
            }
            return value
        case "length" where position < words.count: return String(try primary(&context).unicodeScalars.count)
        case "match" where position + 1 < words.count:
            return try matched(try primary(&context), try primary(&context), &context)
        case "index" where position + 1 < words.count:
            let text = try primary(&context)
            let letters = try primary(&context)
            return String((Array(text).firstIndex { letters.contains($0) } ?? -1) + 1)
        case "substr" where position + 2 < words.count:
            let text = try primary(&context)
            let start = Int(try primary(&context)) ?? 0
            let count = Int(try primary(&context)) ?? 0
            return start < 1 || count < 1 ? "" : String(text.dropFirst(start - 1).prefix(count))
        default: return word
        }
    }
}

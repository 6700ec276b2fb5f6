extension Builtin {
    /// `test expression` and `[ expression ]`
    static let test = Builtin(failureStatus: 2) { shell, call throws(ShellMessage.Failure) in
        var words = call.arguments
        if call.name == "[" {
            guard words.last == "]" else { throw .init(.builtin(command: "[", "missing `]'")) }
            words.removeLast()
        }
        var evaluation = TestEvaluation(
            words: words, command: call.name,
            test: FileTest(
                files: call.files, workingDirectory: shell.process.environment.workingDirectory,
                environment: shell.process.environment))
        return .status(try evaluation.result() ? 0 : 1)
    }
}

/// Reads the words of `test` by their count first, as POSIX asks, then by precedence.
private struct TestEvaluation {
    let words: [String]
    let command: String
    let test: FileTest
    var position = 0
    var depth = 0

    init(words: [String], command: String, test: FileTest) {
        self.words = words
        self.command = command
        self.test = test
    }

    mutating func result() throws(ShellMessage.Failure) -> Bool {
        switch words.count {
        case 0: return false
        case 1: return !words[0].isEmpty
        case 2:
            if words[0] == "!" { return words[1].isEmpty }
            guard let value = test.unary(words[0], words[1]) else {
                throw failure("\(words[0]): unary operator expected")
            }
            return value
        case 3:
            if TestOperators.binary.contains(words[1]) || words[1] == "-a" || words[1] == "-o" {
                return try binary(words[0], words[1], words[2])
            }
            if words[0] == "!" || words[0] == "(" { break }
            throw failure("\(words[1]): binary operator expected")
        default: break
        }
        let value = try alternatives()
        if position < words.count { throw failure(words.count == 4 ? "too many arguments" : "too many arguments") }
        return value
    }

    private func failure(_ text: String) -> ShellMessage.Failure {
        .init(.builtin(command: command, text))
    }

    private mutating func alternatives() throws(ShellMessage.Failure) -> Bool {
        var value = try conjunction()
        while position < words.count, words[position] == "-o" {
            position += 1
            let right = try conjunction()
            value = value || right
        }
        return value
    }

    private mutating func conjunction() throws(ShellMessage.Failure) -> Bool {
        var value = try term()
        while position < words.count, words[position] == "-a" {
            position += 1
            let right = try term()
            value = value && right
        }
        return value
    }

    private mutating func term() throws(ShellMessage.Failure) -> Bool {
        depth += 1
        defer { depth -= 1 }
        guard position < words.count, depth < 200 else { throw failure("argument expected") }
        let word = words[position]
        if position + 2 < words.count, TestOperators.binary.contains(words[position + 1]) {
            position += 3
            return try binary(word, words[position - 2], words[position - 1])
        }
        if word == "!" {
            position += 1
            return try !term()
        }
        if word == "(" {
            position += 1
            let value = try alternatives()
            guard position < words.count, words[position] == ")" else { throw failure("`)' expected") }
            position += 1
            return value
        }
        if position + 1 < words.count, TestOperators.unary.contains(word),
            let value = test.unary(word, words[position + 1])
        {
            position += 2
            return value
        }
        position += 1
        return !word.isEmpty
    }

    private func binary(_ left: String, _ name: String, _ right: String) throws(ShellMessage.Failure) -> Bool {
        switch name {
        case "=", "==": return left == right
        case "!=": return left != right
        case "<": return FileTest.precedes(left, right)
        case ">": return FileTest.precedes(right, left)
        case "-a": return !left.isEmpty && !right.isEmpty
        case "-o": return !left.isEmpty || !right.isEmpty
        case "-nt", "-ot", "-ef": return test.compareFiles(left, name, right)
        case "=~": throw failure("\(name): binary operator expected")
        default: return FileTest.compare(try integer(left), name, try integer(right))
        }
    }

    private func integer(_ text: String) throws(ShellMessage.Failure) -> Int64 {
        let trimmed = text.drop { $0 == " " }
        guard let value = Int64(trimmed.hasPrefix("+") ? trimmed.dropFirst() : trimmed) else {
            throw failure("\(text): integer expression expected")
        }
        return value
    }
}

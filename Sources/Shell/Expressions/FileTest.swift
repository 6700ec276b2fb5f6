/// The questions of `test` and `[[` that need no expansion any more.
struct FileTest {
    let files: any FileSystem
    let workingDirectory: String
    let environment: Environment

    /// `-f path`, `-z text`; `nil` when there is no such operator.
    func unary(_ name: String, _ operand: String) -> Bool? {
        switch name {
        case "-n": return !operand.isEmpty
        case "-z": return operand.isEmpty
        case "-v": return isSet(operand)
        case "-o":
            return ShellOptions.names.first { $0.name == operand }.map { environment.options[keyPath: $0.path] }
                ?? false
        case "-t": return false
        case "-h", "-L", "-b", "-p", "-S", "-g", "-u", "-k", "-R", "-N": return false
        default: return file(name, operand)
        }
    }

    private func isSet(_ name: String) -> Bool {
        guard let open = name.firstIndex(of: "["), name.hasSuffix("]") else { return environment.text(name) != nil }
        let key = String(name[name.index(after: open)...].dropLast())
        switch environment[String(name[..<open])]?.value {
        case .map(let elements): return elements.contains { $0.key == key }
        case .array(let elements): return Int(key).map { elements[$0] != nil } ?? !elements.isEmpty
        case .scalar: return key == "0"
        case nil: return false
        }
    }

    private func file(_ name: String, _ path: String) -> Bool? {
        let absolute = PathName.absolute(path, from: workingDirectory)
        let isDevice = Shell.device(absolute) != nil
        let status = path.isEmpty ? nil : files.status(of: absolute)
        switch name {
        case "-e", "-a": return status != nil || isDevice
        case "-f": return status.map { !$0.isDirectory } ?? false
        case "-d": return status?.isDirectory ?? false
        case "-s": return (status?.size ?? 0) > 0
        case "-r", "-w", "-O", "-G": return status != nil || isDevice
        case "-x": return status.map { $0.isDirectory || $0.mode & 0o111 != 0 } ?? false
        case "-c": return isDevice
        default: return nil
        }
    }

    /// Comparisons of times: the file that is there is newer than the one that is not.
    func compareFiles(_ left: String, _ name: String, _ right: String) -> Bool {
        let first = files.status(of: PathName.absolute(left, from: workingDirectory))
        let second = files.status(of: PathName.absolute(right, from: workingDirectory))
        switch name {
        case "-nt": return (first?.modified ?? .min) > (second?.modified ?? .min)
        case "-ot": return (first?.modified ?? .min) < (second?.modified ?? .min)
        default:
            return first != nil
                && PathName.absolute(left, from: workingDirectory) == PathName.absolute(right, from: workingDirectory)
        }
    }

    static func compare(_ left: Int64, _ name: String, _ right: Int64) -> Bool {
        switch name {
        case "-eq": left == right
        case "-ne": left != right
        case "-lt": left < right
        case "-le": left <= right
        case "-gt": left > right
        default: left >= right
        }
    }

    /// The order of bytes.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

extension Expander {
    /// `[[ expression ]]`
    mutating func evaluate(_ expression: TestExpression) throws(ExpansionFailure) -> Bool {
        switch expression {
        case .word(let word): return try !text(of: word).isEmpty
        case .not(let inner): return try !evaluate(inner)
        case .and(let left, let right):
            guard try evaluate(left) else { return false }
            return try evaluate(right)
        case .or(let left, let right):
            if try evaluate(left) { return true }
            return try evaluate(right)
        case .unary(let name, let word):
            let operand = try text(of: word)
            let test = FileTest(
                files: world.files, workingDirectory: environment.workingDirectory, environment: environment)
            return test.unary(name, operand) ?? false
        case .binary(let left, let name, let right): return try compare(left, name, right)
        }
    }

    private mutating func compare(_ leftWord: Word, _ name: String, _ rightWord: Word) throws(ExpansionFailure) -> Bool
    {
        let left = try text(of: leftWord)
        switch name {
        case "=", "==": return Pattern(try pattern(of: rightWord)).matches(left)
        case "!=": return !Pattern(try pattern(of: rightWord)).matches(left)
        case "=~": return try matchExpression(left, rightWord)
        case "<": return FileTest.precedes(left, try text(of: rightWord))
        case ">": return FileTest.precedes(try text(of: rightWord), left)
        case "-nt", "-ot", "-ef":
            let test = FileTest(
                files: world.files, workingDirectory: environment.workingDirectory, environment: environment)
            return test.compareFiles(left, name, try text(of: rightWord))
        default:
            let right = try text(of: rightWord)
            let first = try Arithmetic.evaluate(left, in: &environment)
            let second = try Arithmetic.evaluate(right, in: &environment)
            return FileTest.compare(first, name, second)
        }
    }

    /// `=~`: fills `BASH_REMATCH`.
    private mutating func matchExpression(_ left: String, _ word: Word) throws(ExpansionFailure) -> Bool {
        let source = try expressionText(of: word)
        let expression: RegularExpression
        do throws(RegularExpression.SyntaxError) {
            expression = try RegularExpression(source, syntax: .extended)
        } catch {
            throw .message(.invalidRegularExpression(source))
        }
        let text = Array(left.utf8)
        guard let match = expression.firstMatch(in: text) else {
            environment["BASH_REMATCH"] = Variable(.array([:]))
            return false
        }
        var groups: [Int: String] = [:]
        for (index, range) in match.groups.enumerated() {
            groups[index] = range.map { String(decoding: text[$0], as: UTF8.self) } ?? ""
        }
        environment["BASH_REMATCH"] = Variable(.array(groups))
        return true
    }

    /// Quoted parts are literal in the expression.
    private mutating func expressionText(of word: Word) throws(ExpansionFailure) -> String {
        var result = ""
        for part in word.parts {
            switch part {
            case .quoted, .doubleQuoted: result += RegularExpression.escaped(try text(of: Word([part])))
            case .literal, .parameter, .command, .arithmetic, .process, .array: result += try text(of: Word([part]))
            }
        }
        return result
    }
}

extension Tool {
    /// `find [path...] [-name p] [-iname p] [-path p] [-type f|d] [-maxdepth n] [-mindepth n] [-size [+-]n[ckM]]
    /// [-empty] [-newer f] [! -not -o -a ( )] [-print] [-print0] [-delete] [-exec command {} ;|+] [-prune]`
    static let find = Tool.streaming { context throws(ToolExit) in
        var words = context.arguments[...]
        var paths: [String] = []
        while let word = words.first, !word.hasPrefix("-"), word != "!", word != "(" {
            paths.append(word)
            words = words.dropFirst()
        }
        var parser = FindParser(words: Array(words))
        let expression = try parser.parse(&context)
        return Find(paths: paths.isEmpty ? ["."] : paths, expression: expression, options: parser.options)
    }
}

private indirect enum FindExpression: Sendable {
    case name(Pattern, ignoresCase: Bool)
    case path(Pattern)
    case isDirectory(Bool)
    case size(Int, unit: Int, comparison: Int)
    case empty
    case newer(Int64)
    case modifiedDays(Int, comparison: Int)
    case constant(Bool)
    case prune
    case action(FindAction)
    case not(FindExpression)
    case and(FindExpression, FindExpression)
    case or(FindExpression, FindExpression)

    var hasAction: Bool {
        switch self {
        case .action: true
        case .not(let inner): inner.hasAction
        case .and(let left, let right), .or(let left, let right): left.hasAction || right.hasAction
        default: false
        }
    }
}

private enum FindAction: Sendable {
    case print(end: String)
    case delete
    case execute([String])
    /// `-exec ... {} +`
    case executeTogether([String])
    case format(String)
}

private struct FindOptions: Sendable {
    var depthMin = 0
    var depthMax = Int.max
    var depthFirst = false
}

private struct FindParser {
    let words: [String]
    var position = 0
    var options = FindOptions()
    var depth = 0

    init(words: [String]) {
        self.words = words
    }

    mutating func parse(_ context: inout ToolContext) throws(ToolExit) -> FindExpression {
        guard !words.isEmpty else { return .action(.print(end: "\n")) }
        let expression = try choice(&context)
        if position < words.count {
            throw context.fail("paths must precede expression: `\(words[position])'")
        }
        return expression.hasAction ? expression : .and(expression, .action(.print(end: "\n")))
    }

    private mutating func choice(_ context: inout ToolContext) throws(ToolExit) -> FindExpression {
        var left = try sequence(&context)
        while position < words.count, words[position] == "-o" || words[position] == "-or" {
            position += 1
            left = .or(left, try sequence(&context))
        }
        return left
    }

    private mutating func sequence(_ context: inout ToolContext) throws(ToolExit) -> FindExpression {
        var left = try term(&context)
        while position < words.count, words[position] != "-o", words[position] != "-or", words[position] != ")" {
            if words[position] == "-a" || words[position] == "-and" { position += 1 }
            left = .and(left, try term(&context))
        }
        return left
    }

    private mutating func term(_ context: inout ToolContext) throws(ToolExit) -> FindExpression {
        depth += 1
        defer { depth -= 1 }
        guard position < words.count, depth < 100 else { throw context.fail("expected an expression") }
        let word = words[position]
        position += 1
        switch word {
        case "!", "-not": return .not(try term(&context))
        case "(":
            let inner = try choice(&context)
            guard position < words.count, words[position] == ")" else {
                throw context.fail("invalid expression; you have used a '(' without a ')'")
            }
            position += 1
            return inner
        case "-true": return .constant(true)
        case "-false": return .constant(false)
        case "-empty": return .empty
        case "-prune": return .prune
        case "-print": return .action(.print(end: "\n"))
        case "-print0": return .action(.print(end: "\0"))
        case "-delete":
            options.depthFirst = true
            return .action(.delete)
        case "-depth":
            options.depthFirst = true
            return .constant(true)
        case "-exec", "-execdir": return .action(try execution(&context))
        default: return try primary(word, &context)
        }
    }

    private mutating func primary(_ word: String, _ context: inout ToolContext) throws(ToolExit) -> FindExpression {
        let known: Set<String> = [
            "-name", "-iname", "-path", "-wholename", "-type", "-maxdepth", "-mindepth", "-size", "-newer", "-mtime",
            "-printf",
        ]
        guard known.contains(word) else {
            if !word.hasPrefix("-") { throw context.fail("paths must precede expression: `\(word)'") }
            throw context.fail("unknown predicate `\(word)'")
        }
        guard position < words.count else { throw context.fail("missing argument to `\(word)'") }
        let value = words[position]
        position += 1
        switch word {
        case "-name": return .name(Pattern(value), ignoresCase: false)
        case "-iname": return .name(Pattern(value.lowercased()), ignoresCase: true)
        case "-path", "-wholename": return .path(Pattern(value))
        case "-printf": return .action(.format(value))
        case "-type":
            guard ["f", "d", "l"].contains(value) else { throw context.fail("Unknown argument to -type: \(value)") }
            return value == "l" ? .constant(false) : .isDirectory(value == "d")
        case "-newer":
            guard let status = context.status(of: value) else {
                throw context.fail("\u{2018}\(value)\u{2019}: No such file or directory")
            }
            return .newer(status.modified)
        case "-mtime":
            let (number, comparison) = Self.compared(value)
            guard let days = Int(number) else { throw context.fail("invalid argument `\(value)' to `-mtime'") }
            return .modifiedDays(days, comparison: comparison)
        case "-size": return try size(value, &context)
        default:
            guard let depth = Int(value), depth >= 0 else {
                throw context.fail("Expected a positive decimal integer argument to \(word), but got '\(value)'")
            }
            if word == "-maxdepth" { options.depthMax = depth } else { options.depthMin = depth }
            return .constant(true)
        }
    }

    private static func compared(_ text: String) -> (String, Int) {
        if text.hasPrefix("+") { return (String(text.dropFirst()), 1) }
        if text.hasPrefix("-") { return (String(text.dropFirst()), -1) }
        return (text, 0)
    }

    private func size(_ text: String, _ context: inout ToolContext) throws(ToolExit) -> FindExpression {
        var (number, comparison) = Self.compared(text)
        let units: [Character: Int] = ["c": 1, "w": 2, "b": 512, "k": 1024, "M": 1 << 20, "G": 1 << 30]
        let unit = number.last.flatMap { units[$0] }
        if unit != nil { number.removeLast() }
        guard let value = Int(number) else { throw context.fail("invalid argument `\(text)' to `-size'") }
        return .size(value, unit: unit ?? 512, comparison: comparison)
    }

    private mutating func execution(_ context: inout ToolContext) throws(ToolExit) -> FindAction {
        var command: [String] = []
        while position < words.count {
            let word = words[position]
            position += 1
            if word == ";" { return .execute(command) }
            if word == "+", command.last == "{}" { return .executeTogether(command.dropLast()) }
            command.append(word)
        }
        throw context.fail("missing argument to `-exec'")
    }
}

private struct Find: StreamingTool {
    private var pending: [(path: String, depth: Int, isAfter: Bool)]
    private let expression: FindExpression
    private let options: FindOptions
    private var status: Int32 = 0
    private var commands: [[String]] = []
    private var together: [String]?
    private var gathered: [String] = []
    private var prunes = false

    init(paths: [String], expression: FindExpression, options: FindOptions) {
        pending = paths.reversed().map { ($0, 0, false) }
        self.expression = expression
        self.options = options
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        var budget = 5000
        while budget > 0 {
            budget -= 1
            if !commands.isEmpty { return .running(commands.removeFirst(), input: nil) }
            guard let (path, depth, isAfter) = pending.popLast() else {
                if let together, !gathered.isEmpty {
                    defer { gathered = [] }
                    return .running(together + gathered, input: nil)
                }
                return .finished(status)
            }
            try visit(path, depth, isAfter, &context)
        }
        return .yielding
    }

    private mutating func visit(
        _ path: String, _ depth: Int, _ isAfter: Bool, _ context: inout ToolContext
    ) throws(ToolExit) {
        guard let found = context.status(of: path) else {
            status = 1
            context.complain("\u{2018}\(path)\u{2019}: No such file or directory")
            return
        }
        let isInRange = depth >= options.depthMin && depth <= options.depthMax
        prunes = false
        if isInRange, !options.depthFirst || isAfter || !found.isDirectory {
            _ = try holds(expression, path, found, &context)
        }
        guard found.isDirectory, !isAfter, !prunes, depth < options.depthMax, depth < 200,
            case .success(let names) = context.list(path)
        else { return }
        if options.depthFirst { pending.append((path, depth, true)) }
        pending += names.reversed().map { (PathName.join(path, $0), depth + 1, false) }
    }

    private mutating func holds(
        _ expression: FindExpression, _ path: String, _ found: FileStatus, _ context: inout ToolContext
    ) throws(ToolExit) -> Bool {
        switch expression {
        case .name(let pattern, let ignoresCase):
            let name = PathName.lastPart(of: path)
            return pattern.matches(ignoresCase ? name.lowercased() : name)
        case .path(let pattern): return pattern.matches(path)
        case .isDirectory(let wanted): return found.isDirectory == wanted
        case .size(let value, let unit, let comparison):
            return Self.compare((found.size + unit - 1) / unit, value, comparison)
        case .empty:
            guard found.isDirectory else { return found.size == 0 }
            if case .success(let names) = context.list(path) { return names.isEmpty }
            return false
        case .newer(let time): return found.modified > time
        case .modifiedDays(let days, let comparison):
            return Self.compare(Int((context.seconds - Double(found.modified)) / 86_400), days, comparison)
        case .constant(let value): return value
        case .prune:
            prunes = true
            return true
        case .not(let inner): return try !holds(inner, path, found, &context)
        case .and(let left, let right):
            guard try holds(left, path, found, &context) else { return false }
            return try holds(right, path, found, &context)
        case .or(let left, let right):
            if try holds(left, path, found, &context) { return true }
            return try holds(right, path, found, &context)
        case .action(let action): return try perform(action, path, found, &context)
        }
    }

    private static func compare(_ value: Int, _ wanted: Int, _ comparison: Int) -> Bool {
        comparison == 0 ? value == wanted : comparison > 0 ? value > wanted : value < wanted
    }

    private mutating func perform(
        _ action: FindAction, _ path: String, _ found: FileStatus, _ context: inout ToolContext
    ) throws(ToolExit) -> Bool {
        switch action {
        case .print(let end): try context.print(path + end)
        case .delete:
            let absolute = context.absolute(path)
            if path != ".", let error = context.change({ files throws(FileError) in try files.remove(absolute) }) {
                status = 1
                context.complain("cannot delete \u{2018}\(path)\u{2019}: \(error.reason)")
            }
        case .execute(let words):
            commands.append(words.map { $0.replacingAll("{}", with: path) })
        case .executeTogether(let words):
            together = words
            gathered.append(path)
        case .format(let format):
            var text = format
            for (mark, value) in [
                ("%f", PathName.lastPart(of: path)), ("%p", path), ("%s", String(found.size)),
                ("%y", found.isDirectory ? "d" : "f"), ("%h", PathName.folder(of: path)),
            ] {
                text = text.replacingAll(mark, with: value)
            }
            try context.write(EscapeSequences.replaced(in: Array(text.utf8), style: .printf).bytes)
        }
        return true
    }
}

extension String {
    /// The text with every occurrence of a part replaced.
    func replacingAll(_ part: String, with replacement: String) -> String {
        guard !part.isEmpty else { return self }
        let (bytes, needle) = (Array(utf8), Array(part.utf8))
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == needle[0], index + needle.count <= bytes.count,
                bytes[index..<index + needle.count].elementsEqual(needle)
            {
                result += replacement.utf8
                index += needle.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

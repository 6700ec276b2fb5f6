extension Tool {
    /// `xargs [-0rt] [-n count] [-L lines] [-I text] [-d character] [-a file] [command argument...]`
    static let xargs = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "0rtpn:L:I:d:P:s:a:x",
            long: [
                "null": "0", "no-run-if-empty": "r", "max-args": "n", "replace": "I", "delimiter": "d",
                "max-procs": "P", "verbose": "t", "arg-file": "a",
            ],
            stopsAtOperand: true, context: &context)
        if let text = options.value("n"), Int(text).map({ $0 < 1 }) ?? true {
            throw .usage("invalid number \"\(text)\" for -n option")
        }
        return Xargs(options: options)
    }
}

private struct Xargs: StreamingTool {
    private let options: ToolOptions
    private let command: [String]
    private var calls: [[String]]?
    private var status: Int32 = 0
    private var hasRun = false

    init(options: ToolOptions) {
        self.options = options
        command = options.operands.isEmpty ? ["echo"] : options.operands
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        if calls == nil {
            let bytes: [UInt8]
            if let path = options.value("a") {
                guard case .success(let contents) = try context.read(path) else {
                    throw context.fail("\(path): No such file or directory")
                }
                bytes = contents
            } else {
                guard context.isInputComplete else { return .needsInput }
                bytes = Array(context.input)
                context.inputUsed = context.input.count
            }
            calls = try makeCalls(try items(bytes, &context))
        }
        if hasRun {
            switch context.childStatus {
            case 0: break
            case 255: return .finished(124)
            case 126, 127: return .finished(context.childStatus)
            default: status = 123
            }
        }
        guard let next = calls?.first else { return .finished(status) }
        calls?.removeFirst()
        hasRun = true
        if options.has("t") { context.complainPlainly(next.joined(separator: " ")) }
        return .running(next, input: [])
    }

    private func makeCalls(_ items: [String]) throws(ToolExit) -> [[String]] {
        if let mark = options.value("I") {
            return items.map { item in command.map { $0.replacingAll(mark, with: item) } }
        }
        if items.isEmpty { return options.has("r") ? [] : [command] }
        let count = options.value("n").flatMap { Int($0) } ?? (options.value("L").flatMap { Int($0) } ?? 5000)
        return stride(from: 0, to: items.count, by: count).map { command + items[$0..<min($0 + count, items.count)] }
    }

    /// Words with quotes and backslashes; whole lines for `-I` and `-L`.
    private func items(_ bytes: [UInt8], _ context: inout ToolContext) throws(ToolExit) -> [String] {
        if options.has("0") || options.has("d") {
            let delimiter =
                options.has("0")
                ? 0
                : EscapeSequences.replaced(in: Array((options.value("d") ?? "\n").utf8), style: .printf).bytes.first
                    ?? .newline
            var pieces = bytes.split(separator: delimiter, omittingEmptySubsequences: false)
            if pieces.last?.isEmpty == true { pieces.removeLast() }
            return pieces.map { String(decoding: $0, as: UTF8.self) }
        }
        if options.has("I") || options.has("L") {
            return bytes[...].lines.filter { !$0.allSatisfy(\.isBlank) }
                .map { String(decoding: $0.drop { $0.isBlank }, as: UTF8.self) }
        }
        return try words(bytes, &context)
    }

    private func words(_ bytes: [UInt8], _ context: inout ToolContext) throws(ToolExit) -> [String] {
        var words: [String] = []
        var word: [UInt8]?
        var quote: UInt8?
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                word = (word ?? []) + [byte]
                isEscaped = false
            } else if let open = quote {
                if byte == open { quote = nil } else if byte == .newline { break } else { word = (word ?? []) + [byte] }
            } else if byte == .singleQuote || byte == .doubleQuote {
                quote = byte
                word = word ?? []
            } else if byte == .backslash {
                isEscaped = true
            } else if byte.isSpace {
                if let word { words.append(String(decoding: word, as: UTF8.self)) }
                word = nil
            } else if word == nil {
                word = [byte]
            } else {
                word?.append(byte)
            }
        }
        if let quote {
            throw context.fail(
                "unmatched \(quote == .singleQuote ? "single" : "double") quote; by default quotes are special to xargs unless you use the -0 option"
            )
        }
        if let word { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}

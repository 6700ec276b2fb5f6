extension Tool {
    /// `tail [-n [+]count] [-c [+]bytes] [-fF] [-qv] [file...]`; `-f` looks at the files once a second.
    static let tail = Tool.streaming { context throws(ToolExit) in
        var arguments = context.arguments
        if let first = arguments.first, first.hasPrefix("+"), Int(first.dropFirst()) != nil {
            arguments.replaceSubrange(0...0, with: ["-n", first])
        }
        let options = try ToolOptions(
            arguments, letters: "n:c:fFqvs:z",
            long: [
                "lines": "n", "bytes": "c", "follow": "f", "retry": "F", "quiet": "q", "verbose": "v",
                "sleep-interval": "s",
            ],
            digits: true, context: &context)
        let last = options.given.last { $0.name == "n" || $0.name == "c" }
        let text = last?.value ?? "10"
        let digits = text.hasPrefix("+") || text.hasPrefix("-") ? String(text.dropFirst()) : text
        guard let count = ToolContext.count(digits) else {
            throw context.fail("invalid number of \(last?.name == "c" ? "bytes" : "lines"): \u{2018}\(text)\u{2019}")
        }
        let operands = options.operands.isEmpty ? ["-"] : options.operands
        return Tail(
            operands: operands,
            part: TailPart(count: count, countsBytes: last?.name == "c", isFromStart: text.hasPrefix("+")),
            follows: options.has("f") || options.has("F"), retries: options.has("F"),
            interval: options.value("s").flatMap { Double($0) } ?? 1,
            showsNames: options.last(of: "qv").map { $0 == "v" } ?? (operands.count > 1))
    }
}

private struct TailPart {
    let count: Int
    let countsBytes: Bool
    let isFromStart: Bool

    func of(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        if countsBytes {
            return isFromStart ? bytes.dropFirst(max(0, count - 1)) : bytes.suffix(count)
        }
        let lines = bytes[...].lines
        let first = isFromStart ? max(0, count - 1) : max(0, lines.count - count)
        return first < lines.count ? bytes[lines[first].startIndex...] : []
    }
}

private struct Tail: StreamingTool {
    let operands: [String]
    let part: TailPart
    let follows: Bool
    let retries: Bool
    let interval: Double
    let showsNames: Bool
    var status: Int32 = 0
    var hasBegun = false
    /// How much of each followed file was shown; `nil` while it is missing.
    var shown: [Int?] = []
    var lastName: String?

    init(
        operands: [String], part: TailPart, follows: Bool, retries: Bool, interval: Double, showsNames: Bool
    ) {
        self.operands = operands
        self.part = part
        self.follows = follows
        self.retries = retries
        self.interval = interval
        self.showsNames = showsNames
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        if !hasBegun {
            if operands.contains("-"), !context.isInputComplete { return .needsInput }
            hasBegun = true
            for operand in operands { try begin(operand, &context) }
            let followed = shown.contains { $0 != nil } || retries
            return follows && followed && operands != ["-"] ? .sleeping(seconds: interval) : .finished(status)
        }
        for index in operands.indices { try look(at: index, &context) }
        return .sleeping(seconds: interval)
    }

    private mutating func begin(_ operand: String, _ context: inout ToolContext) throws(ToolExit) {
        switch try context.read(operand) {
        case .success(let bytes):
            lastName = lastName.map { _ in "" }
            try showName(operand == "-" ? "standard input" : operand, &context)
            try context.write(part.of(bytes))
            shown.append(bytes.count)
        case .failure(let error):
            status = 1
            context.complain(opening: operand, error, .forReading)
            shown.append(nil)
        }
    }

    private mutating func showName(_ name: String, _ context: inout ToolContext) throws(ToolExit) {
        guard showsNames, lastName != name else { return }
        try context.print((lastName == nil ? "" : "\n") + "==> \(name) <==\n")
        lastName = name
    }

    private mutating func look(at index: Int, _ context: inout ToolContext) throws(ToolExit) {
        let operand = operands[index]
        guard operand != "-" else { return }
        guard case .success(let bytes) = try context.read(operand) else {
            if retries, shown[index] != nil {
                context.complain("'\(operand)' has become inaccessible: No such file or directory")
                shown[index] = nil
            }
            return
        }
        if shown[index] == nil {
            guard retries else { return }
            if context.flavor == .bash { context.complain("'\(operand)' has appeared;  following new file") }
        }
        var start = shown[index] ?? 0
        if bytes.count < start {
            context.complain("\(operand): file truncated")
            start = 0
        }
        guard bytes.count > start || shown[index] == nil else { return }
        try showName(operand, &context)
        try context.write(bytes[start...])
        shown[index] = bytes.count
    }
}

extension Tool {
    /// `head [-n count] [-c bytes] [-qv] [file...]`; a negative count leaves out the last lines.
    static let head = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "n:c:qvz", long: ["lines": "n", "bytes": "c", "quiet": "q", "verbose": "v"],
            digits: true, context: &context)
        let last = options.given.last { $0.name == "n" || $0.name == "c" }
        let text = last?.value ?? "10"
        guard let count = ToolContext.count(text.hasPrefix("-") ? String(text.dropFirst()) : text) else {
            throw context.fail("invalid number of \(last?.name == "c" ? "bytes" : "lines"): \u{2018}\(text)\u{2019}")
        }
        let operands = options.operands.isEmpty ? ["-"] : options.operands
        return Head(
            operands: operands, count: count, countsBytes: last?.name == "c", leavesOut: text.hasPrefix("-"),
            showsNames: options.last(of: "qv").map { $0 == "v" } ?? (operands.count > 1))
    }
}

private struct Head: StreamingTool {
    var operands: [String]
    let count: Int
    let countsBytes: Bool
    let leavesOut: Bool
    let showsNames: Bool
    var taken = 0
    var isFirst = true
    var status: Int32 = 0

    init(operands: [String], count: Int, countsBytes: Bool, leavesOut: Bool, showsNames: Bool) {
        self.operands = operands
        self.count = count
        self.countsBytes = countsBytes
        self.leavesOut = leavesOut
        self.showsNames = showsNames
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        while let operand = operands.first {
            if operand == "-" {
                if try !takeInput(&context) { return .needsInput }
            } else {
                switch try context.read(operand) {
                case .success(let bytes):
                    try showName(operand, &context)
                    try context.write(leavesOut ? shortened(bytes[...]) : front(of: bytes[...]))
                case .failure(let error):
                    status = 1
                    context.complain(opening: operand, error, .forReading)
                }
            }
            operands.removeFirst()
            taken = 0
        }
        return .finished(status)
    }

    private mutating func showName(_ name: String, _ context: inout ToolContext) throws(ToolExit) {
        guard showsNames else { return }
        try context.print((isFirst ? "" : "\n") + "==> \(name) <==\n")
        isFirst = false
    }

    /// Takes from standard input no more than is shown; false when more has to come first.
    private mutating func takeInput(_ context: inout ToolContext) throws(ToolExit) -> Bool {
        if leavesOut {
            guard context.isInputComplete else { throw .needsInput }
            try showName("standard input", &context)
            context.inputUsed = context.input.count
            try context.write(shortened(context.input))
            return true
        }
        if taken == 0, isFirst { try showName("standard input", &context) }
        let part = front(of: context.input)
        context.inputUsed = part.count
        taken += countsBytes ? part.count : part.count { $0 == .newline }
        try context.write(part)
        return taken >= count || context.isInputComplete
    }

    private func front(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var left = count - taken
        if countsBytes { return bytes.prefix(max(0, left)) }
        guard left > 0 else { return [] }
        for (index, byte) in zip(bytes.indices, bytes) where byte == .newline {
            left -= 1
            if left == 0 { return bytes[...index] }
        }
        return bytes
    }

    private func shortened(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if countsBytes { return bytes.dropLast(count) }
        let lines = bytes.lines
        guard count < lines.count else { return [] }
        guard count > 0 else { return bytes }
        return bytes[..<lines[lines.count - count].startIndex]
    }
}

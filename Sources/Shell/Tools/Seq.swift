extension Tool {
    /// `seq [-w] [-s separator] [-f format] [first [step]] last`
    static let seq = Tool.streaming { context throws(ToolExit) in
        var arguments = context.arguments
        // A negative number is no option.
        if let index = arguments.firstIndex(where: { Double($0) != nil }) { arguments.insert("--", at: index) }
        let options = try ToolOptions(
            arguments, letters: "ws:f:", long: ["equal-width": "w", "separator": "s", "format": "f"], context: &context)
        let words = options.operands
        guard let last = words.last else { throw .usage("missing operand") }
        if words.count > 3 { throw .usage("extra operand \u{2018}\(words[3])\u{2019}") }
        for word in words where Double(word) == nil {
            throw .usage("invalid floating point argument: \u{2018}\(word)\u{2019}")
        }
        let first = words.count > 1 ? words[0] : "1"
        let step = words.count > 2 ? words[1] : "1"
        guard let stepValue = Double(step), stepValue != 0 else {
            throw .usage("invalid Zero increment value: \u{2018}\(step)\u{2019}")
        }
        return Sequence(
            first: first, step: step, last: last, separator: options.value("s") ?? "\n", format: options.value("f"),
            isPadded: options.has("w"))
    }
}

private struct Sequence: StreamingTool {
    private let first: Double
    private let step: Double
    private let count: Int
    private let decimals: Int
    private let width: Int
    private let separator: String
    private let format: String?
    private var index = 0

    init(first: String, step: String, last: String, separator: String, format: String?, isPadded: Bool) {
        let (low, increment, high) = (Double(first) ?? 1, Double(step) ?? 1, Double(last) ?? 0)
        self.first = low
        self.step = increment
        let steps = ((high - low) / increment + 1e-9).rounded(.down)
        count = steps < 0 ? 0 : Int(min(steps, 1e15)) + 1
        decimals = max(Self.decimals(first), Self.decimals(step))
        self.separator = separator
        self.format = format
        let ends = [
            FixedPoint.text(low, decimals: decimals),
            FixedPoint.text(low + increment * Double(max(0, count - 1)), decimals: decimals),
        ]
        width = isPadded ? max(ends[0].count, ends[1].count) : 0
    }

    private static func decimals(_ text: String) -> Int {
        text.split(separator: ".", maxSplits: 1).dropFirst().first.map { min($0.count, 15) } ?? 0
    }

    private func text(_ value: Double) -> String {
        if let format { return PrintfRun.text(PrintfFormat(format), [FixedPoint.text(value, decimals: decimals)]) }
        let plain = decimals == 0 ? String(Int(value)) : FixedPoint.text(value, decimals: decimals)
        guard plain.count < width else { return plain }
        return plain.hasPrefix("-")
            ? "-" + Padding.left(String(plain.dropFirst()), to: width - 1, with: "0")
            : Padding.left(plain, to: width, with: "0")
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        let end = min(count, index + 4096)
        var output = ""
        while index < end {
            if index > 0 { output += separator }
            output += text(first + step * Double(index))
            index += 1
        }
        if index == count, count > 0 { output += "\n" }
        try context.print(output)
        return index < count ? .yielding : .finished(0)
    }
}

extension PrintfRun {
    static func text(_ format: PrintfFormat, _ arguments: [String]) -> String {
        var run = PrintfRun(format: format, arguments: arguments, now: 0)
        run.run(limit: 1 << 20)
        return String(decoding: run.output, as: UTF8.self)
    }
}

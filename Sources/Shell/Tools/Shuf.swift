extension Tool {
    /// `shuf [-n count] [file]`, `shuf -e word...`, `shuf -i low-high`: an order by the shell's own random numbers.
    static let shuf = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "en:i:rz",
            long: ["echo": "e", "head-count": "n", "input-range": "i", "repeat": "r"], context: &context)
        var lines = try lines(options, &context)
        var count = lines.count
        if let text = options.value("n") {
            guard let number = Int(text), number >= 0 else {
                throw context.fail("invalid line count: \u{2018}\(text)\u{2019}")
            }
            count = options.has("r") ? number : min(number, count)
        }
        if lines.isEmpty { return 0 }
        for index in 0..<count {
            let start = options.has("r") ? 0 : index
            let other = start + context.random(below: lines.count - start)
            try context.write(lines[other] + [.newline])
            if !options.has("r") { lines.swapAt(index, other) }
        }
        return 0
    }

    private static let linesMax = 1_000_000

    private static func lines(_ options: ToolOptions, _ context: inout ToolContext) throws(ToolExit)
        -> [ArraySlice<UInt8>]
    {
        if options.has("e") { return options.operands.map { Array($0.utf8)[...] } }
        guard let range = options.value("i") else {
            let (lines, failed) = try context.readLines(Array(options.operands.prefix(1)))
            if failed { throw .status(1) }
            return lines
        }
        let bounds = range.split(separator: "-").compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] <= bounds[1], bounds[1] - bounds[0] < linesMax else {
            throw context.fail("invalid input range: \u{2018}\(range)\u{2019}")
        }
        return (bounds[0]...bounds[1]).map { Array(String($0).utf8)[...] }
    }
}

extension ToolContext {
    /// A number from zero up to but without a bound, from the generator behind `RANDOM`.
    fileprivate mutating func random(below bound: Int) -> Int {
        var state = environment
        state.randomState = randomState
        let high = state.nextRandom(), low = state.nextRandom()
        randomState = state.randomState
        return (high << 15 | low) % max(1, bound)
    }
}

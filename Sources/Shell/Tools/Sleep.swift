extension Tool {
    /// `sleep number[smhd]...`
    static let sleep = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "", context: &context)
        guard !options.operands.isEmpty else {
            if context.flavor == .busybox { throw .usage("missing operand") }
            throw .usage("missing operand")
        }
        var seconds = 0.0
        for operand in options.operands {
            guard let value = Duration.seconds(operand) else {
                throw .usage("invalid time interval \u{2018}\(operand)\u{2019}")
            }
            seconds += value
        }
        return Sleep(until: context.seconds + seconds)
    }
}

private struct Sleep: StreamingTool {
    let until: Double

    init(until: Double) {
        self.until = until
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        let left = until - context.seconds
        return left > 0.000_01 ? .sleeping(seconds: left) : .finished(0)
    }
}

/// Spans of time as the tools read them.
enum Duration {
    /// `1.5`, `90s`, `2m`, `1h`, `3d`
    static func seconds(_ text: String) -> Double? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        if text == "infinity" || text == "inf" { return 1e12 }
        let factor = text.last.flatMap { units[$0] }
        guard let value = Double(factor == nil ? Substring(text) : text.dropLast()), value >= 0, value.isFinite else {
            return nil
        }
        return min(value * (factor ?? 1), 1e12)
    }
}

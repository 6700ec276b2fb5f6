extension Tool {
    /// `watch [-n seconds] [-t] command...`: runs the command again and again; an interrupt ends it.
    static let watch = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "n:tdgexbc",
            long: ["interval": "n", "no-title": "t", "differences": "d", "errexit": "e", "exec": "x"],
            stopsAtOperand: true, context: &context)
        if options.operands.isEmpty { throw .usage("missing command") }
        guard let interval = Double(options.value("n") ?? "2") else {
            throw context.fail("failed to parse argument: '\(options.value("n") ?? "")'")
        }
        return Watch(
            command: options.operands.joined(separator: " "), interval: max(0.1, interval),
            showsTitle: !options.has("t"),
            exitsOnError: options.has("e"))
    }
}

private struct Watch: StreamingTool {
    let command: String
    let interval: Double
    let showsTitle: Bool
    let exitsOnError: Bool
    var isWaiting = false
    var hasRun = false

    init(command: String, interval: Double, showsTitle: Bool, exitsOnError: Bool) {
        self.command = command
        self.interval = interval
        self.showsTitle = showsTitle
        self.exitsOnError = exitsOnError
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        if hasRun, !isWaiting {
            if exitsOnError, context.childStatus != 0 { return .finished(context.childStatus) }
            isWaiting = true
            return .sleeping(seconds: interval)
        }
        isWaiting = false
        hasRun = true
        if showsTitle {
            let time = DateText.formatted(context.seconds, "%a %b %e %H:%M:%S %Y")
            try context.print(
                "Every \(FixedPoint.text(interval, decimals: 1))s: \(command)    \(context.hostName): \(time)\n\n")
        }
        return .running(["sh", "-c", command], input: nil)
    }
}

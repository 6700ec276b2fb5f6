extension Tool {
    /// `yes [word...]`: until nobody reads any more
    static let yes = Tool.streaming { context throws(ToolExit) in
        Yes(line: (context.arguments.isEmpty ? "y" : context.arguments.joined(separator: " ")) + "\n")
    }
}

private struct Yes: StreamingTool {
    let line: String

    init(line: String) {
        self.line = line
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        try context.print(String(repeating: line, count: max(1, 8192 / max(1, line.utf8.count))))
        return .yielding
    }
}

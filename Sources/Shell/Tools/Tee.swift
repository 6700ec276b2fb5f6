extension Tool {
    /// `tee [-ai] [file...]`
    static let tee = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "aip", long: ["append": "a"], context: &context)
        var tee = Tee(operands: options.operands)
        tee.open(append: options.has("a"), &context)
        return tee
    }
}

private struct Tee: StreamingTool {
    var operands: [String]
    var status: Int32 = 0

    init(operands: [String]) {
        self.operands = operands
    }

    mutating func open(append: Bool, _ context: inout ToolContext) {
        operands = operands.filter { operand in
            guard let error = context.write([], toFile: operand, append: append) else { return true }
            context.complain("\(operand): \(error.reason)")
            status = 1
            return false
        }
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        let bytes = Array(context.input)
        context.inputUsed = bytes.count
        try context.write(bytes)
        for operand in operands {
            switch Shell.device(context.absolute(operand)) {
            case .descriptor(1), .terminal: try context.write(bytes)
            case .null, .zeros, .random, .descriptor: continue
            case nil:
                if let error = context.write(bytes, toFile: operand, append: true) {
                    context.complain("\(operand): \(error.reason)")
                    status = 1
                }
            }
        }
        return context.isInputComplete ? .finished(status) : .needsInput
    }
}

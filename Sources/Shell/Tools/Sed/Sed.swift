extension Tool {
    /// `sed [-nErsz] [-i[suffix]] [-e script] [-f file] [script] [file...]`
    static let sed = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "nErszi::ue:f:l:b",
            long: [
                "quiet": "n", "silent": "n", "regexp-extended": "E", "expression": "e", "file": "f", "separate": "s",
                "in-place": "i", "null-data": "z", "unbuffered": "u",
            ],
            context: &context)
        var sources = options.values("e")
        for path in options.values("f") {
            guard case .success(let bytes) = try context.read(path) else {
                throw context.fail("couldn't open file \(path): No such file or directory")
            }
            sources.append(String(decoding: bytes, as: UTF8.self))
        }
        var operands = options.operands
        if sources.isEmpty {
            guard let first = operands.first else {
                context.complainPlainly("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...")
                throw .status(1)
            }
            sources = [first]
            operands.removeFirst()
        }
        var parser = SedParser(sources.joined(separator: "\n"), isExtended: options.has("E") || options.has("r"))
        let script: SedScript
        do throws(SedParser.Problem) {
            script = try parser.parse()
        } catch {
            if error.position < 0 { throw context.fail(error.text, status: 4) }
            throw context.fail("-e expression #1, char \(error.position): \(error.text)")
        }
        let separate = options.has("i") || options.has("s")
        let inPlace = options.has("i") ? options.value("i") ?? "" : nil
        return SedStream(
            runner: SedRunner(script: script, isQuiet: options.has("n") || script.isQuiet),
            operands: operands.isEmpty ? ["-"] : operands,
            separatesFiles: separate, inPlaceSuffix: inPlace, end: options.has("z") ? 0 : .newline)
    }
}

/// Feeds lines to a script; it keeps one line back, because `$` has to know the last one.
private struct SedStream: StreamingTool {
    var runner: SedRunner
    var operands: [String]
    let separatesFiles: Bool
    let inPlaceSuffix: String?
    let end: UInt8
    var lines: [(text: [UInt8], isTerminated: Bool)] = []
    var nextLine = 0
    /// Bytes of standard input that are no whole line yet.
    var partial: [UInt8] = []
    var isInputOpen = false
    var status: Int32 = 0

    init(runner: SedRunner, operands: [String], separatesFiles: Bool, inPlaceSuffix: String?, end: UInt8) {
        self.runner = runner
        self.operands = operands
        self.separatesFiles = separatesFiles
        self.inPlaceSuffix = inPlaceSuffix
        self.end = end
        self.runner.end = end
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        while true {
            let isOver = try fill(&context)
            if nextLine < lines.count, nextLine + 1 < lines.count || isOver {
                let isLast = nextLine + 1 == lines.count
                let before = isOver ? nil : (runner, nextLine)
                try runLine(isLast: isLast, &context)
                if runner.wantsMore, let before {
                    // `n` or `N` met the end of what has come in: the line is run again when there is more.
                    (runner, nextLine) = before
                    return .needsInput
                }
                try flush(&context)
                if let code = runner.quitStatus { return try finish(code, &context) }
                continue
            }
            guard isOver else { return .needsInput }
            if separatesFiles, inPlaceSuffix != nil { try writeBack(&context) }
            guard separatesFiles, !operands.isEmpty else { return .finished(status) }
            (lines, nextLine) = ([], 0)
            operands.removeFirst()
            guard !operands.isEmpty else { return .finished(status) }
            if inPlaceSuffix != nil { runner.lineNumber = 0 }
        }
    }

    private mutating func runLine(isLast: Bool, _ context: inout ToolContext) throws(ToolExit) {
        let line = lines[nextLine]
        nextLine += 1
        runner.input = lines
        runner.nextLine = nextLine
        try runner.run(line.text, isTerminated: line.isTerminated, isLast: isLast, &context)
        nextLine = runner.nextLine
        runner.input = []
        if nextLine > 4096 {
            lines.removeFirst(nextLine)
            nextLine = 0
        }
    }

    /// Reads what there is; true when nothing more can come for the current run.
    private mutating func fill(_ context: inout ToolContext) throws(ToolExit) -> Bool {
        if separatesFiles {
            guard lines.isEmpty, nextLine == 0, let operand = operands.first else { return true }
            return try take(operand, &context)
        }
        while let operand = operands.first {
            guard try take(operand, &context) else { return false }
            operands.removeFirst()
        }
        return true
    }

    /// True when the operand is read to its end.
    private mutating func take(_ operand: String, _ context: inout ToolContext) throws(ToolExit) -> Bool {
        if operand == "-" {
            add(Array(context.input.dropFirst(context.inputUsed)), isComplete: context.isInputComplete)
            context.inputUsed = context.input.count
            return context.isInputComplete
        }
        switch try context.read(operand) {
        case .success(let bytes): add(bytes, isComplete: true)
        case .failure(let error):
            status = 2
            context.complain(opening: operand, error, .cantRead)
        }
        return true
    }

    private mutating func add(_ bytes: [UInt8], isComplete: Bool) {
        var rest = (partial + bytes)[...]
        while let lineEnd = rest.firstIndex(of: end) {
            lines.append((Array(rest[..<lineEnd]), true))
            rest = rest[(lineEnd + 1)...]
        }
        partial = Array(rest)
        if isComplete, !partial.isEmpty {
            lines.append((partial, false))
            partial = []
        }
    }

    private mutating func flush(_ context: inout ToolContext) throws(ToolExit) {
        guard inPlaceSuffix == nil else { return }
        try context.write(runner.output)
        runner.output = []
    }

    private mutating func writeBack(_ context: inout ToolContext) throws(ToolExit) {
        guard let operand = operands.first, let suffix = inPlaceSuffix,
            context.status(of: operand)?.isDirectory == false
        else { return }
        if !suffix.isEmpty, case .success(let old) = try context.read(operand) {
            if let error = context.write(old, toFile: operand + suffix) {
                throw context.fail("cannot rename \(operand): \(error.reason)", status: 4)
            }
        }
        if let error = context.write(runner.output, toFile: operand) {
            throw context.fail("couldn't open temporary file: \(error.reason)", status: 4)
        }
        runner.output = []
    }

    private mutating func finish(_ code: Int32, _ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        if inPlaceSuffix != nil {
            while nextLine < lines.count {
                runner.output += lines[nextLine].text + (lines[nextLine].isTerminated ? [end] : [])
                nextLine += 1
            }
            try writeBack(&context)
        }
        return .finished(code)
    }
}

extension Tool {
    /// `awk [-F separator] [-v name=value] [-f file] [program] [file | name=value...]`
    ///
    /// Without: `system`, `command | getline`, sorting functions.
    static let awk = Tool.streaming(usageStatus: 2) { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "F:v:f:", long: ["field-separator": "F", "assign": "v", "file": "f"],
            stopsAtOperand: true,
            context: &context)
        var operands = options.operands
        var source = ""
        for path in options.values("f") {
            guard case .success(let bytes) = try context.read(path) else {
                throw context.fail("cannot open \(path) (No such file or directory)", status: 2)
            }
            source += String(decoding: bytes, as: UTF8.self) + "\n"
        }
        if !options.has("f") {
            guard let first = operands.first else {
                context.complainPlainly("usage: awk [-F fs][-v var=value][prog | -f progfile][file ...]")
                throw .status(2)
            }
            source = first
            operands.removeFirst()
        }
        let program: AwkProgram
        do throws(AwkLexer.Problem) {
            var parser = try AwkParser(source)
            program = try parser.parse()
        } catch {
            throw context.fail(error.text, status: 2)
        }
        var machine = AwkMachine(program: program)
        if let separator = options.value("F") {
            let text = String(
                decoding: EscapeSequences.replaced(in: Array(separator.utf8), style: .dollarQuote).bytes, as: UTF8.self)
            machine.set("FS", to: .string(text == "t" ? "\t" : text))
        }
        for assignment in options.values("v") {
            guard machine.assign(assignment) else {
                throw context.fail("improper assignment: -v \(assignment)", status: 2)
            }
        }
        for (name, value) in context.environment.exported {
            machine.changeArray("ENVIRON") { $0[name] = AwkValue(input: value) }
        }
        let words = ["awk"] + operands
        machine.set("ARGC", to: .number(Double(words.count)))
        for (index, word) in words.enumerated() {
            machine.changeArray("ARGV") { $0[String(index)] = AwkValue(input: word) }
        }
        return AwkStream(machine: machine, operands: operands)
    }
}

extension AwkMachine {
    /// `name=value` of the command line; false when it is none.
    mutating func assign(_ text: String) -> Bool {
        guard let equals = text.firstIndex(of: "="), String(text[..<equals]).isShellName else { return false }
        let value = EscapeSequences.replaced(in: Array(text[text.index(after: equals)...].utf8), style: .dollarQuote)
            .bytes
        set(String(text[..<equals]), to: AwkValue(input: String(decoding: value, as: UTF8.self)))
        return true
    }
}

/// Feeds records to a machine as they come in.
private struct AwkStream: StreamingTool {
    var machine: AwkMachine
    var operands: [String]
    var stage = Stage.begin
    var partial: [UInt8] = []
    var hasReadFile = false
    var status: Int32 = 0
    var commands: [(String, [UInt8])] = []

    enum Stage { case begin, records, end, commands }

    init(machine: AwkMachine, operands: [String]) {
        self.machine = machine
        self.operands = operands
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        if stage == .begin {
            try machine.runBegin(&context)
            stage =
                machine.exitStatus != nil || (machine.program.rules.isEmpty && machine.program.end.isEmpty)
                ? .end : .records
        }
        if stage == .records {
            if let progress = try readRecords(&context) { return progress }
            stage = .end
        }
        if stage == .end {
            let early = machine.exitStatus
            if early == nil || !machine.program.end.isEmpty { try machine.runEnd(&context) }
            try closeOutputs(&context)
            stage = .commands
        }
        guard let (command, input) = commands.first else { return .finished(machine.exitStatus ?? status) }
        commands.removeFirst()
        return .running(["sh", "-c", command], input: input)
    }

    /// Runs the rules over all that has come in; `nil` at the end of the input.
    private mutating func readRecords(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress? {
        while true {
            while !machine.pendingLines.isEmpty {
                // A rule that asks for a line too early is run again when there is one.
                let before = machine.program.readsAhead && !machine.isInputOver ? (machine, context) : nil
                let line = machine.pendingLines.removeFirst()
                try machine.runRules(on: line, &context)
                if machine.wantsLine, let before {
                    (machine, context) = before
                    break
                }
                if machine.exitStatus != nil { return nil }
            }
            if machine.isInputOver { return nil }
            if try !fill(&context) { return .needsInput }
        }
    }

    /// Reads the next file or what standard input has; false when more has to come first.
    private mutating func fill(_ context: inout ToolContext) throws(ToolExit) -> Bool {
        while let operand = operands.first, operand != "-", machine.pendingLines.isEmpty {
            if machine.assign(operand) {
                operands.removeFirst()
                continue
            }
            operands.removeFirst()
            hasReadFile = true
            machine.set("FILENAME", to: .string(operand))
            machine.set("FNR", to: .number(0))
            switch try context.read(operand) {
            case .success(let bytes): add(bytes, isComplete: true)
            case .failure(let error):
                status = 2
                context.complain("cannot open \(operand) (\(error.reason))")
                throw .status(2)
            }
            machine.isInputOver = operands.isEmpty
            return true
        }
        if operands.first == "-" || !hasReadFile {
            let before = machine.pendingLines.count
            add(Array(context.input.dropFirst(context.inputUsed)), isComplete: context.isInputComplete)
            context.inputUsed = context.input.count
            if context.isInputComplete {
                if !operands.isEmpty { operands.removeFirst() }
                hasReadFile = true
                machine.isInputOver = operands.isEmpty
                return true
            }
            return machine.pendingLines.count > before
        }
        machine.isInputOver = true
        return true
    }

    private mutating func add(_ bytes: [UInt8], isComplete: Bool) {
        partial += bytes
        let separator = machine.text("RS")
        if separator.utf8.count != 1 {
            guard isComplete else { return }
            machine.pendingLines += paragraphs(separator)
            partial = []
            return
        }
        let end = separator.utf8.first ?? .newline
        var rest = partial[...]
        while let lineEnd = rest.firstIndex(of: end) {
            machine.pendingLines.append(String(decoding: rest[..<lineEnd], as: UTF8.self))
            rest = rest[(lineEnd + 1)...]
        }
        partial = Array(rest)
        guard isComplete, !partial.isEmpty else { return }
        if end != .newline, partial.last == .newline { partial.removeLast() }
        if !partial.isEmpty { machine.pendingLines.append(String(decoding: partial, as: UTF8.self)) }
        partial = []
    }

    /// An empty separator means blank lines, a longer one is an expression.
    private func paragraphs(_ separator: String) -> [String] {
        var text = partial
        while text.last == .newline { text.removeLast() }
        if separator.isEmpty { text = Array(text.drop { $0 == .newline }) }
        if text.isEmpty { return [] }
        guard let regex = try? RegularExpression(separator.isEmpty ? "\n\n+" : separator, syntax: .extended) else {
            return []
        }
        return AwkRecord.split(text, by: regex)
    }

    private mutating func closeOutputs(_ context: inout ToolContext) throws(ToolExit) {
        for target in machine.outputOrder {
            guard let output = machine.outputs[target] else { continue }
            switch output.kind {
            case .command: commands.append((target, output.bytes))
            case .truncate, .append:
                if let error = context.write(output.bytes, toFile: target, append: output.kind == .append) {
                    throw context.fail("cannot open \"\(target)\" (\(error.reason))", status: 2)
                }
            }
        }
    }
}

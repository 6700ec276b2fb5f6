/// Runs awk programs: variables, the record in hand, and what is to be printed.
struct AwkMachine: Sendable {
    let program: AwkProgram
    private(set) var scalars: [String: AwkValue] = [:]
    private(set) var arrays: [String: AwkArray] = [:]
    /// Variables of the functions that run, innermost last.
    private var locals: [[String: Local]] = []
    var record = AwkRecord()
    private var openRanges: Set<Int> = []
    private var expressions: [String: RegularExpression] = [:]
    var stepsLeft = 5_000_000
    /// Bytes that wait to be written to files and commands.
    private var redirectedBytes = 0
    private var randomState: UInt64 = 0
    private var seed = 0.0
    /// Files and commands that were written to, with what goes to them.
    var outputs: [String: AwkOutput] = [:]
    var outputOrder: [String] = []
    /// Lines that `getline < file` has not given yet.
    var readers: [String: [String]] = [:]
    /// Lines of the main input that have been read ahead.
    var pendingLines: [String] = []
    /// No more lines follow `pendingLines`.
    var isInputOver = false
    private(set) var wantsLine = false
    var exitStatus: Int32?

    enum Local: Sendable {
        case scalar(AwkValue)
        case array(AwkArray)
        /// The caller's array of this name, in the frame with this number; -1 is global.
        case reference(String, frame: Int)
        case unset
    }

    struct AwkOutput: Sendable {
        var kind: AwkRedirect.Kind
        var bytes: [UInt8] = []
    }

    enum Flow { case normal, next, exit, breakLoop, continueLoop, returning(AwkValue) }

    init(program: AwkProgram) {
        self.program = program
        scalars = [
            "FS": .string(" "), "OFS": .string(" "), "ORS": .string("\n"), "RS": .string("\n"), "NR": .number(0),
            "FNR": .number(0),
            "SUBSEP": .string("\u{1C}"), "CONVFMT": .string("%.6g"), "OFMT": .string("%.6g"), "FILENAME": .string(""),
            "RSTART": .number(0), "RLENGTH": .number(-1),
        ]
    }
}

// MARK: - Variables

extension AwkMachine {
    func text(_ name: String) -> String { scalars[name]?.text() ?? "" }

    mutating func get(_ name: String) -> AwkValue {
        if name == "NF" { return .number(Double(record.count(separator: text("FS")))) }
        if let local = locals.last?[name] {
            if case .scalar(let value) = local { return value }
            return .unset
        }
        return scalars[name] ?? .unset
    }

    mutating func set(_ name: String, to value: AwkValue) {
        if name == "NF" {
            record.setCount(min(100_000, max(0, Int(clamping: value.number))), separator: text("FS"))
        } else if locals.last?[name] != nil {
            locals[locals.count - 1][name] = .scalar(value)
        } else {
            scalars[name] = value
        }
    }

    /// Where an array of this name really is: a frame, or -1 for the global ones.
    private func place(ofArray name: String) -> (name: String, frame: Int) {
        var (name, frame) = (name, locals.count - 1)
        while frame >= 0, let local = locals[frame][name] {
            guard case .reference(let other, let outer) = local else { return (name, frame) }
            (name, frame) = (other, outer)
        }
        return (name, -1)
    }

    func array(_ name: String) -> AwkArray {
        let (name, frame) = place(ofArray: name)
        guard frame >= 0 else { return arrays[name] ?? AwkArray() }
        if case .array(let array) = locals[frame][name] { return array }
        return AwkArray()
    }

    mutating func changeArray(_ name: String, _ body: (inout AwkArray) -> Void) {
        let (name, frame) = place(ofArray: name)
        guard frame >= 0 else { return body(&arrays[name, default: AwkArray()]) }
        var array = array(name)
        if case .array(let own) = locals[frame][name] { array = own }
        body(&array)
        locals[frame][name] = .array(array)
    }

    mutating func setField(_ index: Int, to text: String) {
        if index == 0 {
            record.set(text)
        } else {
            record.setField(min(index, 100_000), to: text, separator: self.text("FS"))
        }
    }

    mutating func field(_ index: Int) -> String {
        record.field(index, separator: text("FS"), joiner: text("OFS"))
    }

    mutating func expression(_ source: String, _ context: inout ToolContext) throws(ToolExit) -> RegularExpression {
        if let known = expressions[source] { return known }
        do throws(RegularExpression.SyntaxError) {
            let made = try RegularExpression(source, syntax: .extended)
            if expressions.count < 500 { expressions[source] = made }
            return made
        } catch {
            throw context.fail("\(error.text): /\(source)/", status: 2)
        }
    }

    /// A number in 0..<1; the same seed gives the same numbers.
    mutating func random() -> Double {
        randomState = randomState &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(randomState >> 11) / 9_007_199_254_740_992
    }

    mutating func reseed(_ value: Double) -> Double {
        defer { seed = value }
        randomState = UInt64(bitPattern: Int64(clamping: Int(clamping: value)))
        return seed
    }
}

// MARK: - Rules

extension AwkMachine {
    mutating func runBegin(_ context: inout ToolContext) throws(ToolExit) {
        for block in program.begin {
            if case .exit = try run(block, &context) { return }
        }
    }

    mutating func runEnd(_ context: inout ToolContext) throws(ToolExit) {
        for block in program.end {
            if case .exit = try run(block, &context) { return }
        }
    }

    /// Runs the rules over one record.
    mutating func runRules(on line: String, _ context: inout ToolContext) throws(ToolExit) {
        wantsLine = false
        record.set(line)
        countRecord()
        for (index, rule) in program.rules.enumerated() {
            guard try selects(rule.pattern, index, &context) else { continue }
            guard let body = rule.body else {
                try context.print(field(0) + text("ORS"))
                continue
            }
            switch try run(body, &context) {
            case .next, .exit: return
            case .normal, .breakLoop, .continueLoop, .returning: break
            }
            if wantsLine { return }
        }
    }

    mutating func countRecord() {
        scalars["NR"] = .number((scalars["NR"]?.number ?? 0) + 1)
        scalars["FNR"] = .number((scalars["FNR"]?.number ?? 0) + 1)
    }

    mutating func askForLine() {
        wantsLine = true
    }

    private mutating func selects(
        _ pattern: AwkRule.Pattern, _ index: Int, _ context: inout ToolContext
    ) throws(ToolExit) -> Bool {
        switch pattern {
        case .always: return true
        case .condition(let test): return try truth(of: test, &context)
        case .range(let first, let last):
            if !openRanges.contains(index) {
                guard try truth(of: first, &context) else { return false }
                openRanges.insert(index)
            }
            if try truth(of: last, &context) { openRanges.remove(index) }
            return true
        }
    }
}

// MARK: - Statements

extension AwkMachine {
    mutating func run(_ statements: [AwkStatement], _ context: inout ToolContext) throws(ToolExit) -> Flow {
        for statement in statements {
            let flow = try run(statement, &context)
            guard case .normal = flow else { return flow }
            if wantsLine { return .exit }
        }
        return .normal
    }

    private mutating func run(_ statement: AwkStatement, _ context: inout ToolContext) throws(ToolExit) -> Flow {
        stepsLeft -= 1
        if stepsLeft < 0 { throw context.fail("the program does not come to an end", status: 2) }
        switch statement {
        case .expression(let expression): _ = try value(of: expression, &context)
        case .print(let values, let redirect): try emit(values, redirect, &context)
        case .printf(let values, let redirect): try emit(try formatted(values, &context), redirect, &context)
        case .condition(let test, let yes, let no): return try run(try truth(of: test, &context) ? yes : no, &context)
        case .loop(let test, let body, let step, let testsFirst):
            return try loop(test, body, step, testsFirst, &context)
        case .forIn(let variable, let name, let body):
            for key in array(name).keys {
                set(variable, to: AwkValue(input: key))
                switch try run(body, &context) {
                case .normal, .continueLoop: continue
                case .breakLoop: return .normal
                case let other: return other
                }
            }
        case .block(let statements): return try run(statements, &context)
        case .delete(let name, let indexes):
            if let indexes {
                let key = try key(of: indexes, &context)
                changeArray(name) { $0[key] = nil }
            } else {
                changeArray(name) { $0 = AwkArray() }
            }
        case .next: return .next
        case .exit(let status):
            if let status {
                exitStatus = Int32(truncatingIfNeeded: Int(clamping: try value(of: status, &context).number))
            }
            exitStatus = exitStatus ?? 0
            return .exit
        case .breakLoop: return .breakLoop
        case .continueLoop: return .continueLoop
        case .returning(let expression):
            if let expression { return .returning(try value(of: expression, &context)) }
            return .returning(.unset)
        }
        return .normal
    }

    private mutating func loop(
        _ test: AwkExpression?, _ body: [AwkStatement], _ step: AwkStatement?, _ testsFirst: Bool,
        _ context: inout ToolContext
    ) throws(ToolExit) -> Flow {
        var isFirst = !testsFirst
        while true {
            stepsLeft -= 1
            if stepsLeft < 0 { throw context.fail("the program does not come to an end", status: 2) }
            if !isFirst, let test, try !truth(of: test, &context) { return .normal }
            isFirst = false
            switch try run(body, &context) {
            case .normal, .continueLoop: break
            case .breakLoop: return .normal
            case let other: return other
            }
            if wantsLine { return .exit }
            if let step { _ = try run(step, &context) }
        }
    }

    private mutating func emit(
        _ values: [AwkExpression], _ redirect: AwkRedirect?, _ context: inout ToolContext
    ) throws(ToolExit) {
        guard !values.isEmpty else { return try emit(field(0) + text("ORS"), redirect, &context) }
        var pieces: [String] = []
        for expression in values { pieces.append(try value(of: expression, &context).text(format: text("OFMT"))) }
        try emit(pieces.joined(separator: text("OFS")) + text("ORS"), redirect, &context)
    }

    private mutating func emit(_ text: String, _ redirect: AwkRedirect?, _ context: inout ToolContext) throws(ToolExit)
    {
        guard let redirect else { return try context.print(text) }
        let target = try value(of: redirect.target, &context).text()
        if redirect.kind != .command, target == "/dev/stdout" || target == "-" { return try context.print(text) }
        if redirect.kind != .command, target == "/dev/stderr" {
            context.complainPlainly(text.hasSuffix("\n") ? String(text.dropLast()) : text)
            return
        }
        if outputs[target] == nil {
            outputs[target] = AwkOutput(kind: redirect.kind)
            outputOrder.append(target)
        }
        outputs[target]?.bytes += text.utf8
        redirectedBytes += text.utf8.count
        if redirectedBytes > context.outputLeft { throw context.fail("the output is too long", status: 2) }
    }

    mutating func call(_ name: String, _ arguments: [AwkExpression], _ context: inout ToolContext) throws(ToolExit)
        -> AwkValue
    {
        guard let function = program.functions[name] else { return .unset }
        if locals.count > 200 { throw context.fail("function \(name) calls too deeply", status: 2) }
        var frame: [String: Local] = [:]
        for (index, parameter) in function.parameters.enumerated() {
            frame[parameter] = index < arguments.count ? try argument(arguments[index], &context) : .unset
        }
        locals.append(frame)
        defer { locals.removeLast() }
        if case .returning(let value) = try run(function.body, &context) { return value }
        return .unset
    }

    /// A bare name may be an array, which is handed over as itself.
    private mutating func argument(_ expression: AwkExpression, _ context: inout ToolContext) throws(ToolExit) -> Local
    {
        guard case .variable(let name) = expression else { return .scalar(try value(of: expression, &context)) }
        let (real, frame) = place(ofArray: name)
        if frame >= 0 {
            switch locals[frame][real] {
            case .scalar(let value): return .scalar(value)
            case .array, .unset: return .reference(real, frame: frame)
            case .reference, nil: break
            }
        }
        if let value = scalars[name], frame < 0 { return .scalar(value) }
        if name == "NF" { return .scalar(get("NF")) }
        return .reference(real, frame: frame)
    }
}

extension Tool {
    /// `jq [-rcenjsSRM] [--arg name text] [--argjson name json] [--tab] [--indent n] filter [file...]`
    ///
    /// Without: modules, `label`, streaming, dates other than ISO 8601, `sub` with filters over groups.
    static let jq = Tool.batch(usageStatus: 2) { context throws(ToolExit) in
        var options = try JqOptions(&context)
        guard let source = options.filter else {
            context.complainPlainly("Usage:\tjq [OPTIONS] FILTER [FILES...]")
            throw .status(2)
        }
        let expression: JqExpression
        do throws(JqLexer.Problem) {
            var parser = try JqParser(source)
            expression = try parser.parse()
        } catch {
            context.complainPlainly("jq: error: \(error.text) at <top-level>, line 1:\n\(source)\njq: 1 compile error")
            throw .status(3)
        }
        let (inputs, failure) = try options.inputs(&context)
        return try run(expression, source, inputs, failure, options, &context)
    }

    private static func run(
        _ expression: JqExpression, _ source: String, _ inputs: [JqInput], _ failure: String?, _ options: JqOptions,
        _ context: inout ToolContext
    ) throws(ToolExit) -> Int32 {
        var evaluator = JqEvaluator(environment: options.environment, seconds: context.seconds)
        var status: Int32 = options.setsStatus ? 4 : 0
        var queue = inputs[...]
        if options.isNullInput {
            evaluator.pendingInputs = inputs.map(\.value)
            queue = [JqInput(value: .null, place: "<unknown>")]
        }
        while let input = queue.popFirst() {
            if !options.isNullInput { evaluator.pendingInputs = queue.map(\.value) }
            do throws(JqEvaluator.Failure) {
                for value in try evaluator.run(expression, input.value, options.scope) {
                    if options.setsStatus { status = value.isTrue ? 0 : 1 }
                    do throws(ToolExit) { try options.print(value, &context) } catch { return 1 }
                }
            } catch {
                // An error of null says nothing, in jq too.
                if error.value == .null { continue }
                if error.isUndefined {
                    context.complainPlainly(
                        "jq: error: \(Self.text(of: error)) at <top-level>, line 1:\n\(source)\njq: 1 compile error")
                    return 3
                }
                status = 5
                context.complainPlainly("jq: error (at \(input.place)): \(Self.text(of: error))")
            }
            if !options.isNullInput { queue = queue.suffix(evaluator.pendingInputs.count) }
        }
        if let failure {
            context.complainPlainly(failure)
            return 4
        }
        return status
    }

    private static func text(of failure: JqEvaluator.Failure) -> String {
        if case .string(let text) = failure.value { return text }
        return JSONPrinter().text(failure.value) + " (not a string)"
    }
}

/// A value with the place that messages name: the file and how many lines of it were read.
struct JqInput {
    var value: JSONValue
    var place: String
}

private struct JqOptions {
    private(set) var filter: String?
    private(set) var files: [String] = []
    private(set) var scope = JqEvaluator.Scope()
    private(set) var isNullInput = false
    private(set) var setsStatus = false
    private(set) var environment = JSONValue.null
    private var isRaw = false
    private var isJoined = false
    private var slurps = false
    private var readsRaw = false
    private var printer = JSONPrinter(indent: "  ")
    private var named = JSONObject()

    init(_ context: inout ToolContext) throws(ToolExit) {
        var words = context.arguments[...]
        var fromFile: String?
        while let word = words.popFirst() {
            switch word {
            case "--arg", "--argjson":
                guard words.count >= 2 else {
                    throw context.fail("\(word) takes two parameters (e.g. \(word) varname value)", status: 2)
                }
                try bind(words.removeFirst(), words.removeFirst(), isJSON: word == "--argjson", &context)
            case "--slurpfile", "--rawfile":
                guard words.count >= 2 else { throw context.fail("\(word) takes two parameters", status: 2) }
                try bindFile(words.removeFirst(), words.removeFirst(), isRaw: word == "--rawfile", &context)
            case "--args", "--jsonargs", "--stream", "--seq":
                throw context.fail("\(word) is not supported here", status: 2)
            case "--tab": printer.indent = "\t"
            case "--indent":
                let count = words.popFirst().flatMap { Int($0) } ?? 2
                printer.indent = count == 0 ? nil : String(repeating: " ", count: min(7, max(0, count)))
            case "--from-file": fromFile = words.popFirst()
            case "--": break
            default:
                if word.hasPrefix("--") {
                    try takeLong(word)
                } else if word.hasPrefix("-"), word.count > 1 {
                    for letter in word.dropFirst() {
                        if letter == "f" { fromFile = words.popFirst() } else { try take(letter) }
                    }
                } else if filter == nil, fromFile == nil {
                    filter = word
                } else {
                    files.append(word)
                }
            }
        }
        if let fromFile {
            if let filter { files.insert(filter, at: 0) }
            guard case .success(let bytes) = try context.read(fromFile) else {
                throw context.fail("error: Could not open \(fromFile): No such file or directory", status: 2)
            }
            filter = String(decoding: bytes, as: UTF8.self)
        }
        var all = JSONObject()
        for (name, value) in context.environment.exported { all[name] = .string(value) }
        environment = .object(all)
        var arguments = JSONObject()
        arguments["named"] = .object(named)
        scope.variables["__prog_args"] = .object(arguments)
        scope.variables["ARGS"] = .object(arguments)
    }

    private mutating func takeLong(_ word: String) throws(ToolExit) {
        let letters: [String: Character] = [
            "--raw-output": "r", "--compact-output": "c", "--exit-status": "e", "--null-input": "n", "--slurp": "s",
            "--join-output": "j", "--sort-keys": "S", "--raw-input": "R", "--ascii-output": "a", "--color-output": "C",
            "--monochrome-output": "M", "--unbuffered": "M",
        ]
        guard let letter = letters[word] else {
            throw .usage("Unknown arguments\nUse jq --help for help with command-line options,")
        }
        try take(letter)
    }

    private mutating func take(_ letter: Character) throws(ToolExit) {
        switch letter {
        case "r": isRaw = true
        case "c": printer.indent = nil
        case "e": setsStatus = true
        case "n": isNullInput = true
        case "s": slurps = true
        case "j": (isRaw, isJoined) = (true, true)
        case "S": printer.sortsKeys = true
        case "R": readsRaw = true
        case "a": printer.escapesNonASCII = true
        case "C", "M": break
        default: throw .usage("Unknown arguments\nUse jq --help for help with command-line options,")
        }
    }

    private mutating func bind(_ name: String, _ text: String, isJSON: Bool, _ context: inout ToolContext)
        throws(ToolExit)
    {
        var value = JSONValue.string(text)
        if isJSON {
            var parser = JSONParser(Array(text.utf8))
            do throws(JSONParser.Problem) {
                value = try parser.next() ?? .null
            } catch {
                throw context.fail("Invalid JSON text passed to --argjson", status: 2)
            }
        }
        scope.variables[name] = value
        named[name] = value
    }

    private mutating func bindFile(_ name: String, _ path: String, isRaw: Bool, _ context: inout ToolContext)
        throws(ToolExit)
    {
        guard case .success(let bytes) = try context.read(path) else {
            throw context.fail("error: Could not open \(path): No such file or directory", status: 2)
        }
        scope.variables[name] =
            isRaw
            ? .string(String(decoding: bytes, as: UTF8.self))
            : .array(Self.values(in: bytes, of: path).values.map(\.value))
    }

    private static func values(in bytes: [UInt8], of name: String) -> (values: [JqInput], failure: String?) {
        var parser = JSONParser(bytes)
        var values: [JqInput] = []
        do throws(JSONParser.Problem) {
            while let value = try parser.next() {
                values.append(JqInput(value: value, place: "\(name):\(parser.linesRead)"))
            }
        } catch {
            return (values, error.text)
        }
        return (values, nil)
    }

    /// The values to run the filter on, and what was wrong behind them.
    func inputs(_ context: inout ToolContext) throws(ToolExit) -> (values: [JqInput], failure: String?) {
        if isNullInput, files.isEmpty, !(filter ?? "").contains("input") { return ([], nil) }
        var bytes: [UInt8] = []
        var name = "<stdin>"
        for operand in files.isEmpty ? ["-"] : files {
            switch try context.read(operand) {
            case .success(let contents):
                bytes += contents
                if operand != "-" { name = operand }
            case .failure(let error):
                context.complainPlainly("jq: error: Could not open file \(operand): \(error.reason)")
                throw .status(2)
            }
        }
        if readsRaw {
            if slurps { return ([JqInput(value: .string(String(decoding: bytes, as: UTF8.self)), place: name)], nil) }
            return (
                bytes[...].lines.map { JqInput(value: .string(String(decoding: $0, as: UTF8.self)), place: name) }, nil
            )
        }
        let (values, failure) = Self.values(in: bytes, of: name)
        let text = failure.map { "parse error: \($0)" }
        guard slurps else { return (values, text) }
        let all = JqInput(value: .array(values.map(\.value)), place: values.last?.place ?? "\(name):0")
        return (failure == nil ? [all] : [], text)
    }

    func print(_ value: JSONValue, _ context: inout ToolContext) throws(ToolExit) {
        if isRaw, case .string(let text) = value {
            try context.print(text)
        } else {
            try context.print(printer.text(value))
        }
        if !isJoined { try context.print("\n") }
    }
}

extension Shell {
    /// Expands words, then redirections, then assignments, then runs the command.
    ///
    /// Source of the order: IEEE Std 1003.1-2024, Shell & Utilities, section 2.9.1.
    mutating func advance(_ progress: SimpleProgress, host: inout some ShellHost) {
        process.environment.line = progress.line
        if progress.nextWord < progress.command.words.count {
            expandWord(of: progress, host: &host)
        } else if progress.nextRedirect < progress.command.redirects.count {
            expandRedirect(of: progress, host: &host)
        } else if progress.nextAssignment < progress.command.assignments.count {
            assign(of: progress, host: &host)
        } else {
            run(progress, host: &host)
        }
    }

    private mutating func expandWord(of progress: SimpleProgress, host: inout some ShellHost) {
        var progress = progress
        let word = progress.command.words[progress.nextWord]
        let declares = progress.fields.first.map(Parser.declaringCommands.contains) ?? false
        let usedBefore = process.environment.status
        let expanded = expand(host: &host) { expander throws(ExpansionFailure) in
            let fields =
                declares
                ? try expander.declaration(word, after: progress.fields) : try expander.fields(of: word)
            return (fields, expander.lastStatus)
        }
        switch expanded {
        case .waiting: process.frames.append(.simple(progress))
        case .failed: return
        case .value(let (fields, status)):
            if !progress.command.words.isEmpty { process.environment.status = status ?? usedBefore }
            progress.status = status ?? progress.status
            progress.fields += fields
            if fields.count > 1, progress.fields.reduce(0, { $0 + $1.utf8.count + 64 }) > limits.memoryBytes {
                breach = .memoryBytes
            }
            progress.nextWord += 1
            stepsLeft -= fields.count
            process.frames.append(.simple(progress))
        }
    }

    private mutating func expandRedirect(of progress: SimpleProgress, host: inout some ShellHost) {
        var progress = progress
        let redirect = progress.command.redirects[progress.nextRedirect]
        switch expand(host: &host, { expander throws(ExpansionFailure) in try expander.target(of: redirect) }) {
        case .waiting: process.frames.append(.simple(progress))
        case .failed: return
        case .value(let target):
            progress.targets.append(target)
            progress.nextRedirect += 1
            process.frames.append(.simple(progress))
        }
    }

    private mutating func assign(of progress: SimpleProgress, host: inout some ShellHost) {
        var progress = progress
        let assignment = progress.command.assignments[progress.nextAssignment]
        let saved = SavedVariable(name: assignment.name, variable: process.environment[assignment.name])
        let isTemporary = !progress.fields.isEmpty
        let expanded = expand(host: &host) { expander throws(ExpansionFailure) in
            try expander.assign(assignment, exports: isTemporary)
            return expander.lastStatus
        }
        switch expanded {
        case .waiting: process.frames.append(.simple(progress))
        case .failed: for saved in progress.assigned { process.environment[saved.name] = saved.variable }
        case .value(let status):
            progress.status = status ?? progress.status
            if isTemporary, !progress.assigned.contains(where: { $0.name == saved.name }) {
                progress.assigned.append(saved)
            }
            if process.environment.options.traces, !isTemporary { trace(assignment, host: &host) }
            progress.nextAssignment += 1
            process.frames.append(.simple(progress))
            checkMemory()
        }
    }

    private mutating func checkMemory() {
        if processes.reduce(0, { $0 + $1.environment.variableBytes }) > limits.memoryBytes { breach = .memoryBytes }
    }

    private mutating func trace(_ assignment: Assignment, host: inout some ShellHost) {
        let value = process.environment.text(assignment.name) ?? ""
        trace("\(assignment.name)=\(Quoting.traced(value))", host: &host)
    }

    /// A line of `set -x`; one more plus for each command substitution around it.
    mutating func trace(_ text: String, host: inout some ShellHost) {
        let sign = configuration.flavor == .bash ? process.environment.substitutionDepth : 0
        write(String(repeating: "+", count: sign + 1) + " \(text)\n", to: 2, host: &host)
    }

    private mutating func run(_ progress: SimpleProgress, host: inout some ShellHost) {
        if process.environment.options.traces, !progress.fields.isEmpty {
            trace(progress.fields.map(Quoting.traced).joined(separator: " "), host: &host)
        }
        guard cover(progress.command.redirects, targets: progress.targets, host: &host) else {
            for saved in progress.assigned { process.environment[saved.name] = saved.variable }
            process.environment.status = 1
            return
        }
        if progress.fields.first == "exec" { return exec(progress) }
        if progress.command.redirects.isEmpty {
            process.coveredDescriptors.removeLast()
        } else {
            process.frames.append(.uncoverDescriptors)
        }
        if !progress.assigned.isEmpty { process.frames.append(.restoreVariables(progress.assigned)) }
        if progress.fields.isEmpty {
            process.environment.status = progress.status ?? 0
        } else {
            let last = progress.fields[progress.fields.count - 1]
            execute(progress.fields, scope: .everywhere, host: &host)
            if processes.indices.contains(current) { process.environment.lastArgument = last }
        }
    }

    /// `exec 2>&1` keeps the redirections; `exec command` ends the shell with the command.
    private mutating func exec(_ progress: SimpleProgress) {
        process.coveredDescriptors.removeLast()
        var arguments = Array(progress.fields.dropFirst())
        if arguments.first == "--" { arguments.removeFirst() }
        process.environment.status = 0
        guard !arguments.isEmpty else { return }
        while let frame = process.frames.popLast() { leave(frame) }
        process.frames = [.exit, .execute(arguments: arguments, scope: .external(by: nil))]
    }
}

// MARK: - Assignments

extension Expander {
    /// An argument of `export` and its kin: what looks like an assignment is neither split nor matched with files.
    mutating func declaration(_ word: Word, after earlier: [String]) throws(ExpansionFailure) -> [String] {
        guard case .literal(let text) = word.parts.first, let equals = text.firstIndex(of: "=") else {
            return try fields(of: word)
        }
        let name = text[..<equals]
        guard String(name.hasSuffix("+") ? name.dropLast() : name).isShellName else { return try fields(of: word) }
        if case .array(let elements) = word.parts.last {
            let isMap = earlier.dropFirst().contains { $0.hasPrefix("-") && $0.contains("A") }
            if isMap, environment[String(name)]?.value == nil {
                environment[String(name)] = Variable()
                environment[String(name)]?.value = .map([])
            }
            try assign(
                Assignment(name: String(name), index: nil, isAppending: false, value: .array(elements)), exports: false)
            return [String(name)]
        }
        return [try self.text(of: word, isAssignment: true)]
    }

    mutating func assign(_ assignment: Assignment, exports: Bool) throws(ExpansionFailure) {
        let name = assignment.name
        if environment[name]?.isReadOnly == true { throw .message(.readOnly(name)) }
        switch assignment.value {
        case .scalar(let word):
            var value = try text(of: word, isAssignment: true)
            if let index = assignment.index {
                try assignElement(name, at: index, value, isAppending: assignment.isAppending)
            } else {
                value = try combined(name, value, isAppending: assignment.isAppending)
                environment.set(name, to: value)
            }
        case .array(let elements): try assign(elements, to: name, isAppending: assignment.isAppending)
        }
        if exports { environment[name]?.isExported = true }
    }

    private mutating func combined(
        _ name: String, _ value: String, isAppending: Bool
    ) throws(ExpansionFailure) -> String {
        let old = isAppending ? environment.text(name) ?? "" : ""
        guard environment[name]?.isInteger == true else { return old + value }
        let added = try Arithmetic.evaluate(value, in: &environment)
        let base = try Arithmetic.evaluate(old, in: &environment)
        return String(base &+ added)
    }

    private mutating func assignElement(
        _ name: String, at word: Word, _ value: String, isAppending: Bool
    ) throws(ExpansionFailure) {
        let key = try text(of: word)
        if case .map = environment[name]?.value {
            let old = isAppending ? environment[name]?.element(key) ?? "" : ""
            environment[name]?.setElement(key, to: old + value)
            return
        }
        let index = Int(clamping: try Arithmetic.evaluate(key, in: &environment))
        var old = ""
        if isAppending, case .array(let elements) = environment[name]?.value { old = elements[index] ?? "" }
        try environment.assignElement(name, at: index, old + value)
    }

    private mutating func assign(
        _ elements: [ArrayElement], to name: String, isAppending: Bool
    ) throws(ExpansionFailure) {
        var variable = environment[name] ?? Variable()
        if case .map = variable.value {
            return try assignMap(elements, to: name, isAppending: isAppending)
        }
        var values: [Int: String] = [:]
        if isAppending {
            if case .array(let old) = variable.value {
                values = old
            } else if let text = variable.text {
                values = [0: text]
            }
        }
        var next = (values.keys.max() ?? -1) + 1
        for element in elements {
            if let word = element.index {
                let key = try text(of: word)
                next = Int(clamping: try Arithmetic.evaluate(key, in: &environment))
                values[next] = try text(of: element.value, isAssignment: true)
                next += 1
            } else {
                for field in try fields(of: element.value) {
                    values[next] = field
                    next += 1
                }
            }
        }
        variable.value = .array(values)
        environment[name] = variable
    }

    private mutating func assignMap(
        _ elements: [ArrayElement], to name: String, isAppending: Bool
    ) throws(ExpansionFailure) {
        if !isAppending { environment[name]?.value = .map([]) }
        for element in elements {
            guard let word = element.index else { continue }
            let key = try text(of: word)
            let value = try text(of: element.value, isAssignment: true)
            environment[name]?.setElement(key, to: value)
        }
    }
}

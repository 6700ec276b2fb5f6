extension Shell {
    mutating func begin(_ command: Command, host: inout some ShellHost) {
        process.environment.line = command.line
        if case .simple(let simple) = command.kind {
            return advance(SimpleProgress(command: simple, line: command.line), host: &host)
        }
        guard !command.redirects.isEmpty else { return beginCompound(command, host: &host) }
        let expanded = expand(host: &host) { expander throws(ExpansionFailure) in
            var targets: [[String]] = []
            for redirect in command.redirects { targets.append(try expander.target(of: redirect)) }
            return targets
        }
        switch expanded {
        case .waiting: process.frames.append(.command(command))
        case .failed: return
        case .value(let targets):
            guard cover(command.redirects, targets: targets, host: &host) else {
                process.environment.status = 1
                return
            }
            process.frames.append(.uncoverDescriptors)
            beginCompound(command, host: &host)
        }
    }

    mutating func beginCompound(_ command: Command, host: inout some ShellHost) {
        switch command.kind {
        case .simple(let simple): advance(SimpleProgress(command: simple, line: command.line), host: &host)
        case .group(let body): process.frames.append(.list(body, next: 0))
        case .subshell(let body):
            guard let id = spawn(frames: [.exit, .list(body, next: 0)], descriptors: process.descriptors) else {
                return
            }
            process.frames.append(.child(id))
            process.wait = .children([id], until: nil)
        case .condition(let branches, let otherwise):
            process.frames.append(.condition(branches, otherwise: otherwise, index: 0, isTesting: false))
        case .loop(let until, let condition, let body):
            process.frames.append(
                .loop(LoopProgress(until: until, condition: condition, body: body, isTesting: false, status: 0)))
        case .forEach(let name, let words, let body):
            if let words {
                process.frames.append(.forWords(name: name, words: words, next: 0, values: [], body: body))
            } else {
                let values = process.environment.positional
                process.frames.append(.forEach(name: name, values: values, next: 0, body: body))
            }
        case .forArithmetic(let start, let condition, let step, let body):
            process.frames.append(
                .forArithmetic(
                    ArithmeticLoop(condition: condition, step: step, body: body, phase: .start, start: start)))
        case .match(let subject, let cases):
            process.frames.append(.match(MatchProgress(subject: subject, cases: cases, next: 0)))
        case .function(let name, let body):
            process.environment.functions[name] = body
            process.environment.status = 0
        case .arithmetic(let word): evaluate(word, retry: .compound(command), host: &host)
        case .test(let expression): evaluate(expression, retry: .compound(command), host: &host)
        }
    }

    /// `(( ))`: succeeds when the value is not 0.
    private mutating func evaluate(_ word: Word, retry: Frame, host: inout some ShellHost) {
        switch calculate(word, host: &host) {
        case .waiting: process.frames.append(retry)
        case .failed: return
        case .value(let value): process.environment.status = value != 0 ? 0 : 1
        }
    }

    private mutating func calculate(_ word: Word, host: inout some ShellHost) -> Expanded<Int64> {
        expand(host: &host) { expander throws(ExpansionFailure) in
            let text = try expander.text(of: word)
            return try Arithmetic.evaluate(text, in: &expander.environment)
        }
    }

    private mutating func evaluate(_ expression: TestExpression, retry: Frame, host: inout some ShellHost) {
        let expanded = expand(host: &host) { expander throws(ExpansionFailure) in
            try expander.evaluate(expression)
        }
        switch expanded {
        case .waiting: process.frames.append(retry)
        case .failed: return
        case .value(let holds): process.environment.status = holds ? 0 : 1
        }
    }
}

// MARK: - Conditions and loops

extension Shell {
    mutating func advanceCondition(
        _ branches: [ConditionBranch], _ otherwise: Script?, _ index: Int, _ isTesting: Bool
    ) {
        if isTesting, process.environment.status == 0 {
            process.frames.append(.list(branches[index].body, next: 0))
            return
        }
        let next = isTesting ? index + 1 : index
        if next < branches.count {
            process.frames.append(.condition(branches, otherwise: otherwise, index: next, isTesting: true))
            process.frames.append(.list(branches[next].condition, next: 0))
        } else {
            process.environment.status = 0
            if let otherwise { process.frames.append(.list(otherwise, next: 0)) }
        }
    }

    mutating func advance(_ loop: LoopProgress) {
        var loop = loop
        if loop.isTesting {
            guard (process.environment.status == 0) != loop.until else {
                process.environment.status = loop.status
                return
            }
            loop.isTesting = false
            process.frames.append(.loop(loop))
            process.frames.append(.list(loop.body, next: 0))
        } else {
            loop.status = process.environment.status
            loop.isTesting = true
            process.frames.append(.loop(loop))
            process.frames.append(.list(loop.condition, next: 0))
        }
    }

    mutating func advanceWords(
        _ name: String, _ words: [Word], _ next: Int, _ values: [String], _ body: Script, host: inout some ShellHost
    ) {
        guard next < words.count else {
            process.frames.append(.forEach(name: name, values: values, next: 0, body: body))
            return
        }
        switch expand(host: &host, { expander throws(ExpansionFailure) in try expander.fields(of: words[next]) }) {
        case .waiting:
            process.frames.append(.forWords(name: name, words: words, next: next, values: values, body: body))
        case .failed: return
        case .value(let fields):
            process.frames.append(
                .forWords(name: name, words: words, next: next + 1, values: values + fields, body: body))
        }
    }

    mutating func advanceForEach(
        _ name: String, _ values: [String], _ next: Int, _ body: Script, host: inout some ShellHost
    ) {
        guard next < values.count else {
            if next == 0 { process.environment.status = 0 }
            return
        }
        do {
            try process.environment.assign(name, values[next])
        } catch {
            if case .message(let message) = error { say(message, host: &host) }
            process.environment.status = 1
            return
        }
        if process.environment.options.traces {
            let words = values.map(Quoting.traced).joined(separator: " ")
            trace("for \(name) in \(words)", host: &host)
        }
        process.frames.append(.forEach(name: name, values: values, next: next + 1, body: body))
        process.frames.append(.list(body, next: 0))
    }

    mutating func advance(_ loop: ArithmeticLoop, host: inout some ShellHost) {
        var loop = loop
        let word: Word
        switch loop.phase {
        case .start: word = loop.start
        case .condition: word = loop.condition
        case .step: word = loop.step
        case .body:
            loop.status = process.environment.status
            loop.phase = .step
            process.frames.append(.forArithmetic(loop))
            return
        }
        switch calculate(word, host: &host) {
        case .waiting: process.frames.append(.forArithmetic(loop))
        case .failed: return
        case .value(let value): advance(loop, value: value, isEmpty: word.fixedText?.allSatisfy { $0 == " " } ?? false)
        }
    }

    private mutating func advance(_ loop: ArithmeticLoop, value: Int64, isEmpty: Bool) {
        var loop = loop
        switch loop.phase {
        case .start, .step:
            loop.phase = .condition
            process.frames.append(.forArithmetic(loop))
        case .condition:
            guard value != 0 || isEmpty else {
                process.environment.status = loop.status
                return
            }
            loop.phase = .body
            process.frames.append(.forArithmetic(loop))
            process.frames.append(.list(loop.body, next: 0))
        case .body: return
        }
    }
}

// MARK: - case

extension Shell {
    mutating func advance(_ match: MatchProgress, host: inout some ShellHost) {
        var match = match
        guard let text = match.text else {
            switch expand(host: &host, { expander throws(ExpansionFailure) in try expander.text(of: match.subject) }) {
            case .waiting: process.frames.append(.match(match))
            case .failed: return
            case .value(let text):
                match.text = text
                if process.environment.options.traces {
                    trace("case \(Quoting.traced(text)) in", host: &host)
                }
                process.frames.append(.match(match))
            }
            return
        }
        guard match.next < match.cases.count else {
            if !match.ran { process.environment.status = 0 }
            return
        }
        let candidate = match.cases[match.next]
        guard !match.fallsThrough else { return run(candidate, of: match) }
        let expanded = expand(host: &host) { expander throws(ExpansionFailure) in
            for word in candidate.patterns where Pattern(try expander.pattern(of: word)).matches(text) { return true }
            return false
        }
        switch expanded {
        case .waiting: process.frames.append(.match(match))
        case .failed: return
        case .value(true): run(candidate, of: match)
        case .value(false):
            match.next += 1
            process.frames.append(.match(match))
        }
    }

    private mutating func run(_ candidate: MatchCase, of match: MatchProgress) {
        var match = match
        match.next += 1
        match.ran = true
        match.fallsThrough = candidate.ending == .fallThrough
        if candidate.ending != .stop { process.frames.append(.match(match)) }
        process.environment.status = 0
        process.frames.append(.list(candidate.body, next: 0))
    }
}

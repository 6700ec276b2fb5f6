/// Commands that start other commands with something changed around them.
extension Builtin {
    /// `env [-i] [-u name] [name=value...] [command argument...]`
    static let env = Builtin(failureStatus: 125) { shell, call throws(ShellMessage.Failure) in
        var saved: [SavedVariable] = []
        func set(_ name: String, _ value: String?) {
            saved.append(SavedVariable(name: name, variable: shell.process.environment[name]))
            shell.process.environment[name] = value.map { Variable(.scalar($0), isExported: true) }
        }
        var words = call.arguments[...]
        while let word = words.first {
            if word == "-i" || word == "-" || word == "--ignore-environment" {
                for (name, _) in shell.process.environment.exported { set(name, nil) }
            } else if word == "-u", words.count > 1 {
                words = words.dropFirst()
                set(words[words.startIndex], nil)
            } else if word == "--" {
                words = words.dropFirst()
                break
            } else if let equals = word.firstIndex(of: "="), !word.hasPrefix("-") {
                set(String(word[..<equals]), String(word[word.index(after: equals)...]))
            } else if word.hasPrefix("-") {
                throw .init(
                    .program(
                        "env",
                        word.hasPrefix("--")
                            ? "unrecognized option '\(word)'" : "invalid option -- '\(word.dropFirst().prefix(1))'"))
            } else {
                break
            }
            words = words.dropFirst()
        }
        saved.reverse()
        guard words.isEmpty else {
            return .running([
                .restoreVariables(saved), .execute(arguments: Array(words), scope: .external(by: call.name)),
            ])
        }
        for (name, value) in shell.process.environment.exported { call.print("\(name)=\(value)\n") }
        for variable in saved { shell.process.environment[variable.name] = variable.variable }
        return .status(0)
    }

    /// `timeout [-s signal] [-k seconds] seconds command argument...`
    static let timeout = Builtin(failureStatus: 125) { shell, call throws(ShellMessage.Failure) in
        var words = call.arguments[...]
        var signal = Signal.terminate
        while let option = words.first, option.hasPrefix("-") {
            words = words.dropFirst()
            if option == "--" { break }
            let takesValue = option == "-s" || option == "-k"
            if !takesValue, !option.hasPrefix("--"), option != "-v" {
                throw .init(.program("timeout", "invalid option -- '\(option.dropFirst().prefix(1))'"))
            }
            let value = takesValue ? words.popFirst() ?? "" : String(option.split(separator: "=").last ?? "")
            if option == "-s" || option.hasPrefix("--signal=") {
                guard let found = Signal(name: value.uppercased()) else {
                    throw .init(.program("timeout", "\u{2018}\(value)\u{2019}: invalid signal"))
                }
                signal = found
            }
        }
        guard words.count > 1 else { throw .init(.program("timeout", "")) }
        guard let seconds = Duration.seconds(words.removeFirst()) else {
            throw .init(
                .program("timeout", "invalid time interval \u{2018}\(call.arguments.first ?? "")\u{2019}"))
        }
        let frames: [Frame] = [.exit, .execute(arguments: Array(words), scope: .external(by: call.name))]
        guard let child = shell.spawn(frames: frames, descriptors: shell.process.descriptors) else {
            return .status(125)
        }
        let until = seconds == 0 ? 1e15 : call.seconds + seconds
        return .running([.timeout(TimeoutProgress(child: child, until: until, signal: signal, sentStatus: 0))])
    }

    /// `nohup command...`, `nice [-n n] command...`, `stdbuf -o0 command...`: the command runs as it is.
    static let passing = Builtin(failureStatus: 125) { shell, call throws(ShellMessage.Failure) in
        var words = call.arguments[...]
        while let option = words.first, option.hasPrefix("-") {
            words = words.dropFirst()
            if option == "-n" || option == "-o" || option == "-i" || option == "-e" { words = words.dropFirst() }
        }
        guard !words.isEmpty else {
            if call.name == "nice" {
                call.print("0\n")
                return .status(0)
            }
            throw .init(.program(call.name, "missing operand"))
        }
        return .running([.execute(arguments: Array(words), scope: .external(by: call.name))])
    }
}

extension Builtin {
    /// `trap 'commands' SIGNAL...`, `trap - SIGNAL`, `trap`
    static let trap = Builtin { shell, call throws(ShellMessage.Failure) in
        var words = call.arguments[...]
        if words.first == "--" { words = words.dropFirst() }
        if words.isEmpty || words.first == "-p" {
            let traps = shell.process.environment.traps
            for name in traps.keys.sorted(by: { Self.order($0) < Self.order($1) }) {
                let shown = name == "EXIT" || name == "ERR" ? name : "SIG" + name
                call.print("trap -- \(Quoting.singleQuoted(traps[name] ?? "")) \(shown)\n")
            }
            return .status(0)
        }
        if words.first == "-l" {
            call.print(Signal.allCases.map { "\($0.number)) SIG\($0.rawValue)" }.joined(separator: "\n") + "\n")
            return .status(0)
        }
        var action: String? = words[words.startIndex]
        if words.count > 1 || Self.condition(words[words.startIndex]) == nil {
            words = words.dropFirst()
        } else {
            action = "-"
        }
        if action == "-" { action = nil }
        var status: Int32 = 0
        for word in words {
            guard let name = Self.condition(word) else {
                call.print("\(shell.messagePrefix)trap: \(word): invalid signal specification\n", to: .standardError)
                status = 1
                continue
            }
            shell.process.environment.traps[name] = action
        }
        return .status(status)
    }

    /// `TERM`, `EXIT`, `0`, `ERR`
    private static func condition(_ word: String) -> String? {
        let upper = word.uppercased()
        if upper == "EXIT" || upper == "0" { return "EXIT" }
        if upper == "ERR" || upper == "DEBUG" || upper == "RETURN" { return upper }
        return Signal(name: upper)?.rawValue
    }

    private static func order(_ name: String) -> Int32 {
        name == "EXIT" ? 0 : Signal(name: name)?.number ?? 99
    }
}

extension Builtin {
    /// `alias [name[=text]...]`
    static let alias = Builtin { shell, call throws(ShellMessage.Failure) in
        var status: Int32 = 0
        let words = call.arguments.filter { $0 != "-p" }
        if words.isEmpty {
            for name in shell.process.environment.aliases.keys.sorted() { call.print(shell.line(ofAlias: name)) }
        }
        for word in words {
            if let equals = word.firstIndex(of: "="), equals > word.startIndex {
                shell.process.environment.aliases[String(word[..<equals])] = String(word[word.index(after: equals)...])
            } else if shell.process.environment.aliases[word] != nil {
                call.print(shell.line(ofAlias: word))
            } else {
                call.print("\(shell.messagePrefix)alias: \(word): not found\n", to: .standardError)
                status = 1
            }
        }
        return .status(status)
    }

    /// `unalias [-a] name...`
    static let unalias = Builtin { shell, call throws(ShellMessage.Failure) in
        var status: Int32 = 0
        for word in call.arguments {
            if word == "-a" {
                shell.process.environment.aliases = [:]
            } else if shell.process.environment.aliases.removeValue(forKey: word) == nil {
                call.print("\(shell.messagePrefix)unalias: \(word): not found\n", to: .standardError)
                status = 1
            }
        }
        return .status(status)
    }
}

extension Shell {
    fileprivate func line(ofAlias name: String) -> String {
        let text = Quoting.singleQuoted(process.environment.aliases[name] ?? "")
        return (configuration.flavor == .bash ? "alias " : "") + "\(name)=\(text)\n"
    }
}

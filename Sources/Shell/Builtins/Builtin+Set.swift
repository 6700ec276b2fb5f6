extension Builtin {
    /// `set -eux`, `set -o pipefail`, `set -- a b`
    static let set = Builtin { shell, call throws(ShellMessage.Failure) in
        guard !call.arguments.isEmpty else {
            for name in shell.process.environment.names {
                guard let text = shell.process.environment.text(name) else { continue }
                call.print("\(name)=\(Quoting.traced(text))\n")
            }
            return .status(0)
        }
        var index = 0
        let words = call.arguments
        while index < words.count {
            let word = words[index]
            guard word.hasPrefix("-") || word.hasPrefix("+"), word.count > 1 || word == "-" else { break }
            index += 1
            if word == "--" || word == "-" {
                shell.process.environment.positional = Array(words[index...])
                return .status(0)
            }
            for letter in word.dropFirst() {
                if letter == "o" {
                    try shell.setNamed(index < words.count ? words[index] : nil, isOn: word.hasPrefix("-"), call: &call)
                    index += 1
                } else {
                    try shell.setLetter(letter, isOn: word.hasPrefix("-"))
                }
            }
        }
        if index < words.count { shell.process.environment.positional = Array(words[index...]) }
        return .status(0)
    }

    /// `unset [-fv] name...`
    static let unset = Builtin { shell, call throws(ShellMessage.Failure) in
        var onlyFunctions = false
        var status: Int32 = 0
        for word in call.arguments {
            if word == "-f" {
                onlyFunctions = true
            } else if word == "-v" || word == "--" {
                continue
            } else if onlyFunctions {
                shell.process.environment.functions[word] = nil
            } else {
                do throws(ShellMessage.Failure) {
                    try shell.unset(word)
                } catch {
                    call.print(
                        "\(shell.messagePrefix)\(error.message.text(for: shell.configuration.flavor))\n",
                        to: .standardError)
                    status = 1
                }
            }
        }
        return .status(status)
    }

    /// `umask [mode]`: kept, and without effect on new files.
    static let umask = Builtin { shell, call throws(ShellMessage.Failure) in
        guard let word = call.arguments.last(where: { !$0.hasPrefix("-") }) else {
            let octal = String(shell.process.environment.umask, radix: 8)
            call.print(String(repeating: "0", count: max(0, 4 - octal.count)) + octal + "\n")
            return .status(0)
        }
        guard let value = Int(word, radix: 8), value <= 0o777 else {
            throw .init(.builtin(command: "umask", "\(word): octal number out of range"))
        }
        shell.process.environment.umask = value
        return .status(0)
    }

    static let limit = Builtin { shell, call throws(ShellMessage.Failure) in
        call.print("unlimited\n")
        return .status(0)
    }
}

extension Shell {
    fileprivate mutating func setLetter(_ letter: Character, isOn: Bool) throws(ShellMessage.Failure) {
        if let path = ShellOptions.letters.first(where: { $0.letter == letter })?.path {
            process.environment.options[keyPath: path] = isOn
        } else if !"hmbBEHPTkpt".contains(letter) {
            throw .init(
                .invalidOption(
                    command: "set", "-\(letter)",
                    usage: "set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]"))
        }
    }

    fileprivate mutating func setNamed(_ name: String?, isOn: Bool, call: inout BuiltinCall) throws(ShellMessage
        .Failure)
    {
        guard let name else {
            for option in ShellOptions.names.sorted(by: { $0.name < $1.name }) {
                let value = process.environment.options[keyPath: option.path] ? "on" : "off"
                let padded = option.name + String(repeating: " ", count: max(0, 15 - option.name.count))
                call.print("\(padded)\t\(value)\n")
            }
            return
        }
        if let path = ShellOptions.names.first(where: { $0.name == name })?.path {
            process.environment.options[keyPath: path] = isOn
        } else if !["posix", "errtrace", "functrace", "monitor", "vi", "emacs", "history", "hashall", "braceexpand"]
            .contains(name)
        {
            throw .init(.builtin(command: "set", "\(name): invalid option name"))
        }
    }

    fileprivate mutating func unset(_ word: String) throws(ShellMessage.Failure) {
        do throws(ExpansionFailure) {
            if let open = word.firstIndex(of: "["), word.hasSuffix("]") {
                let name = String(word[..<open])
                let key = String(word[word.index(after: open)...].dropLast())
                try process.environment.unsetElement(name, key)
            } else if !word.isShellName {
                throw .message(.notIdentifier(command: "unset", word))
            } else if process.environment[word] == nil {
                process.environment.functions[word] = nil
            } else {
                try process.environment.unset(word)
            }
        } catch {
            if case .message(.readOnly(let name)) = error {
                throw .init(.builtin(command: "unset", "\(name): cannot unset: readonly variable"))
            }
            if case .message(let message) = error { throw .init(message) }
        }
    }
}

extension Environment {
    mutating func unsetElement(_ name: String, _ key: String) throws(ExpansionFailure) {
        guard var variable = self[name] else { return }
        if variable.isReadOnly { throw .message(.readOnly(name)) }
        switch variable.value {
        case .array(var elements):
            let index = Int(clamping: try Arithmetic.evaluate(key, in: &self))
            elements[index < 0 ? index + (elements.keys.max() ?? -1) + 1 : index] = nil
            variable.value = .array(elements)
        case .map(let elements): variable.value = .map(elements.filter { $0.key != key })
        case .scalar, nil: variable.value = nil
        }
        self[name] = variable
    }
}

extension Builtin {
    /// `declare`, `local`, `export`, `readonly`: they give names attributes and values.
    static let declare = Builtin { shell, call throws(ShellMessage.Failure) in
        var declaration = Declaration(command: call.name)
        var words = call.arguments[...]
        while let option = words.first, option.hasPrefix("-") || option.hasPrefix("+"), option.count > 1 {
            words = words.dropFirst()
            if option == "--" { break }
            try declaration.take(option)
        }
        if call.name == "local", shell.process.environment.localScopes.isEmpty {
            throw .init(.builtin(command: "local", "can only be used in a function"))
        }
        var status: Int32 = 0
        if words.isEmpty || declaration.prints {
            call.print(shell.listing(declaration, names: Array(words)))
            for name in words where shell.process.environment[name] == nil && !declaration.functions {
                call.print("\(shell.messagePrefix)\(call.name): \(name): not found\n", to: .standardError)
                status = 1
            }
            return .status(status)
        }
        for word in words {
            do throws(ShellMessage.Failure) {
                try shell.declare(word, declaration)
            } catch {
                call.print(
                    "\(shell.messagePrefix)\(error.message.text(for: shell.configuration.flavor))\n", to: .standardError
                )
                status = 1
            }
        }
        return .status(status)
    }
}

/// The attributes that one use of `declare` and its kin gives or takes.
private struct Declaration {
    var command: String
    var exports = false
    var readOnly = false
    var integer: Bool?
    var isArray = false
    var isMap = false
    var isGlobal = false
    var prints = false
    var removesExport = false
    var functions = false

    private static let usages = [
        "export": "export [-fn] [name[=value] ...] or export -p", "local": "local [option] name[=value] ...",
        "readonly": "readonly [-aAf] [name[=value] ...] or readonly -p",
        "declare": "declare [-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]",
        "typeset": "typeset [-aAfFgiIlnrtux] name[=value] ... or typeset -p [-aAfFilnrtux] [name ...]",
    ]

    init(command: String) {
        self.command = command
        exports = command == "export"
        readOnly = command == "readonly"
    }

    mutating func take(_ option: String) throws(ShellMessage.Failure) {
        let isOn = option.hasPrefix("-")
        for letter in option.dropFirst() {
            switch letter {
            case "x": if isOn { exports = true } else { removesExport = true }
            case "r": readOnly = true
            case "i": integer = isOn
            case "a": isArray = true
            case "A": isMap = true
            case "g": isGlobal = true
            case "p": prints = true
            case "n" where command == "export": removesExport = true
            case "f", "F": functions = true
            case "l", "u", "n", "t": break
            default:
                throw .init(
                    .invalidOption(
                        command: command, "-\(letter)", usage: Self.usages[command] ?? command))
            }
        }
    }
}

extension Shell {
    fileprivate mutating func declare(_ word: String, _ declaration: Declaration) throws(ShellMessage.Failure) {
        if declaration.functions { return }
        var name = word
        var value: String?
        var isAppending = false
        if let equals = word.firstIndex(of: "=") {
            name = String(word[..<equals])
            value = String(word[word.index(after: equals)...])
            if name.hasSuffix("+") {
                name.removeLast()
                isAppending = true
            }
        }
        guard name.isShellName else { throw .init(.notIdentifier(command: declaration.command, word)) }
        let isLocal =
            declaration.command == "local"
            || (["declare", "typeset"].contains(declaration.command) && !declaration.isGlobal)
        if isLocal, !process.environment.localScopes.isEmpty {
            let isNew = process.environment.localScopes.last?[name] == nil
            process.environment.makeLocal(name)
            if isNew, value == nil {
                process.environment[name] = Variable(isExported: process.environment[name]?.isExported ?? false)
            }
        }
        try give(name, value, isAppending: isAppending, declaration)
    }

    private mutating func give(
        _ name: String, _ value: String?, isAppending: Bool, _ declaration: Declaration
    ) throws(ShellMessage.Failure) {
        var variable = process.environment[name] ?? Variable()
        if variable.isReadOnly, value != nil { throw .init(.readOnly(name)) }
        if let integer = declaration.integer { variable.isInteger = integer }
        if declaration.isMap, variable.value == nil { variable.value = .map([]) }
        if declaration.isArray, variable.value == nil { variable.value = .array([:]) }
        if let value {
            var text = isAppending ? (variable.text ?? "") + value : value
            if variable.isInteger { text = try calculated(value, base: isAppending ? variable.text : nil) }
            variable.value = .scalar(text)
        }
        if declaration.exports { variable.isExported = true }
        if declaration.removesExport { variable.isExported = false }
        if declaration.readOnly { variable.isReadOnly = true }
        process.environment[name] = variable
    }

    private mutating func calculated(_ text: String, base: String?) throws(ShellMessage.Failure) -> String {
        do throws(ExpansionFailure) {
            let start = try Arithmetic.evaluate(base ?? "0", in: &process.environment)
            return String(start &+ (try Arithmetic.evaluate(text, in: &process.environment)))
        } catch {
            if case .message(let message) = error { throw .init(message) }
            return text
        }
    }

    /// `declare -x NAME="value"` lines.
    fileprivate func listing(_ declaration: Declaration, names: [String]) -> String {
        if declaration.functions {
            return process.environment.functions.keys.sorted().map { "declare -f \($0)\n" }.joined()
        }
        let chosen = names.isEmpty ? process.environment.names : names
        return chosen.compactMap { name -> String? in
            guard let variable = process.environment[name] else { return nil }
            if names.isEmpty, declaration.exports, !variable.isExported { return nil }
            if names.isEmpty, declaration.readOnly, !variable.isReadOnly { return nil }
            return line(name, variable)
        }.joined()
    }

    private func line(_ name: String, _ variable: Variable) -> String {
        if configuration.flavor == .busybox {
            return "export \(name)=\(Quoting.singleQuoted(variable.text ?? ""))\n"
        }
        var flags = ""
        switch variable.value {
        case .array: flags += "a"
        case .map: flags += "A"
        case .scalar, nil: break
        }
        if variable.isInteger { flags += "i" }
        if variable.isReadOnly { flags += "r" }
        if variable.isExported { flags += "x" }
        let head = "declare -\(flags.isEmpty ? "-" : flags) \(name)"
        switch variable.value {
        case .scalar(let text): return "\(head)=\(Quoting.doubleQuoted(text))\n"
        case .array, .map:
            let pairs = zip(variable.keys, variable.elements).map { "[\($0)]=\(Quoting.doubleQuoted($1))" }
            return "\(head)=(\(pairs.joined(separator: " ")))\n"
        case nil: return head + "\n"
        }
    }
}

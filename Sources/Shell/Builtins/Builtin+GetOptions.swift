extension Builtin {
    /// `getopts specification name [argument...]`
    static let getOptions = Builtin { shell, call throws(ShellMessage.Failure) in
        guard call.arguments.count >= 2 else {
            throw .init(.usage(command: "getopts", "getopts optstring name [arg ...]"))
        }
        let specification = Array(call.arguments[0])
        let name = call.arguments[1]
        let words = call.arguments.count > 2 ? Array(call.arguments[2...]) : shell.process.environment.positional
        let isSilent = specification.first == ":"
        var index = Int(shell.process.environment.text("OPTIND") ?? "1") ?? 1
        var offset = shell.process.environment.optionOffset
        func end() -> BuiltinOutcome {
            shell.process.environment.set("OPTIND", to: String(index))
            shell.process.environment.optionOffset = 1
            shell.process.environment.set(name, to: "?")
            return .status(1)
        }
        guard index - 1 < words.count else { return end() }
        let word = Array(words[index - 1])
        if String(word) == "--" { index += 1 }
        guard word.count > 1, word[0] == "-", String(word) != "--" else { return end() }
        let letter = word[min(offset, word.count - 1)]
        offset += 1
        let place = specification.firstIndex(of: letter)
        let takesValue = place.map { $0 + 1 < specification.count && specification[$0 + 1] == ":" } ?? false
        var result = String(letter)
        shell.process.environment["OPTARG"] = nil
        if place == nil || letter == ":" {
            if isSilent {
                shell.process.environment.set("OPTARG", to: String(letter))
            } else {
                call.print("\(shell.process.environment.name): illegal option -- \(letter)\n", to: .standardError)
            }
            result = "?"
        } else if takesValue {
            if offset < word.count {
                shell.process.environment.set("OPTARG", to: String(word[offset...]))
                offset = word.count
            } else if index < words.count {
                shell.process.environment.set("OPTARG", to: words[index])
                index += 1
                offset = word.count
            } else {
                if isSilent {
                    shell.process.environment.set("OPTARG", to: String(letter))
                } else {
                    call.print(
                        "\(shell.process.environment.name): option requires an argument -- \(letter)\n",
                        to: .standardError)
                }
                result = isSilent ? ":" : "?"
                offset = word.count
            }
        }
        if offset >= word.count {
            index += 1
            offset = 1
        }
        shell.process.environment.set("OPTIND", to: String(index))
        shell.process.environment.optionOffset = offset
        shell.process.environment.set(name, to: result)
        return .status(0)
    }
}

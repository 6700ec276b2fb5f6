extension Builtin {
    /// `eval word...`
    static let eval = Builtin { shell, call throws(ShellMessage.Failure) in
        let text = call.arguments.joined(separator: " ")
        shell.process.environment.status = 0
        return .running([
            .text(ScriptReader(bytes: Array(text.utf8), line: shell.process.environment.line, origin: .eval))
        ])
    }

    /// `. file argument...`
    static let source = Builtin { shell, call throws(ShellMessage.Failure) in
        guard let path = call.arguments.first else {
            call.print(
                "\(shell.messagePrefix)\(call.name): filename argument required\n\(call.name): usage: \(call.name) filename [arguments]\n",
                to: .standardError)
            return .status(2)
        }
        let bytes: [UInt8]
        do throws(FileError) {
            if let open = shell.openBytes(at: path) {
                bytes = open
            } else {
                bytes = try call.files.read(shell.absolute(path))
            }
        } catch {
            throw .init(shell.configuration.flavor == .bash ? .file(error, path: path) : .cannotOpen(error, path: path))
        }
        let sources = shell.process.frames.count { if case .sourceEnd = $0 { true } else { false } }
        guard sources < 100 else { throw .init(.nestingTooDeep(path)) }
        var saved: [String]?
        if call.arguments.count > 1 {
            saved = shell.process.environment.positional
            shell.process.environment.positional = Array(call.arguments.dropFirst())
        }
        shell.process.environment.status = 0
        return .running([.sourceEnd(positional: saved), .text(ScriptReader(bytes: bytes, origin: .source(path)))])
    }

    /// `command name argument...`, `command -v name`
    static let command = Builtin { shell, call throws(ShellMessage.Failure) in
        var words = call.arguments[...]
        var describes: Character?
        while let option = words.first, option.hasPrefix("-"), option.count > 1 {
            words = words.dropFirst()
            if option == "--" { break }
            guard option.dropFirst().allSatisfy({ "pvV".contains($0) }) else {
                throw .init(.invalidOption(command: "command", option, usage: "command [-pVv] command [arg ...]"))
            }
            describes = option.last { $0 != "p" } ?? describes
        }
        guard let describes else {
            return words.isEmpty ? .status(0) : .running([.execute(arguments: Array(words), scope: .withoutFunctions)])
        }
        var isFound = true
        for name in words {
            let kind = shell.kind(of: name, call: call)
            if let kind {
                call.print((describes == "v" ? kind.short(name) : kind.long(name)) + "\n")
            } else {
                isFound = false
                if describes == "V" {
                    call.print("\(shell.messagePrefix)command: \(name): not found\n", to: .standardError)
                }
            }
        }
        return .status(isFound ? 0 : 1)
    }

    /// `builtin name argument...`
    static let builtin = Builtin { shell, call throws(ShellMessage.Failure) in
        guard let name = call.arguments.first else { return .status(0) }
        guard Builtins.table[name] != nil else {
            throw .init(.builtin(command: "builtin", "\(name): not a shell builtin"))
        }
        return .running([.builtin(name: name, arguments: Array(call.arguments.dropFirst()), attempt: Attempt())])
    }

    /// `type name...`
    static let type = Builtin { shell, call throws(ShellMessage.Failure) in
        var names = call.arguments[...]
        var onlyKind = false
        var onlyPath = false
        while let option = names.first, option.hasPrefix("-"), option.count > 1 {
            onlyKind = option.contains("t")
            onlyPath = option.contains("p") || option.contains("P")
            names = names.dropFirst()
        }
        var status: Int32 = 0
        for name in names {
            guard let kind = shell.kind(of: name, call: call) else {
                status = 1
                if !onlyKind, !onlyPath {
                    call.print("\(shell.messagePrefix)type: \(name): not found\n", to: .standardError)
                }
                continue
            }
            if onlyKind {
                call.print(kind.word + "\n")
            } else if onlyPath {
                if case .file(let path) = kind { call.print(path + "\n") }
            } else {
                call.print(kind.long(name) + "\n")
            }
        }
        return .status(status)
    }
}

/// What a name of a command stands for.
enum CommandNature {
    case alias(String)
    case keyword
    case function(Command)
    case builtin
    case file(String)

    var word: String {
        switch self {
        case .alias: "alias"
        case .keyword: "keyword"
        case .function: "function"
        case .builtin: "builtin"
        case .file: "file"
        }
    }

    func short(_ name: String) -> String {
        switch self {
        case .alias(let text): "alias \(name)=\(Quoting.singleQuoted(text))"
        case .keyword, .function, .builtin: name
        case .file(let path): path
        }
    }

    func long(_ name: String) -> String {
        switch self {
        case .alias(let text): "\(name) is aliased to `\(text)'"
        case .keyword: "\(name) is a shell keyword"
        case .function: "\(name) is a function"
        case .builtin: "\(name) is a shell builtin"
        case .file(let path): "\(name) is \(path)"
        }
    }
}

extension Shell {
    static let keywords: Set<String> = [
        "if", "then", "else", "elif", "fi", "case", "esac", "for", "while", "until", "do", "done", "in", "function",
        "time", "{", "}", "!", "[[", "]]",
    ]

    func kind(of name: String, call: BuiltinCall) -> CommandNature? {
        if let text = process.environment.aliases[name] { return .alias(text) }
        if Self.keywords.contains(name) { return .keyword }
        if let body = process.environment.functions[name] { return .function(body) }
        if Builtins.table[name] != nil { return .builtin }
        return path(ofCommand: name, files: call.files, hostCommands: call.hostCommands).map { .file($0) }
    }

    /// Where the command would be on a disk.
    func path(ofCommand name: String, files: any FileSystem, hostCommands: [String]) -> String? {
        if name.utf8.contains(.slash) {
            let isTool = ToolTable.tools[ToolTable.shortName(name)] != nil && ToolTable.shortName(name) != name
            return isTool || files.status(of: absolute(name)).map { !$0.isDirectory && $0.mode & 0o111 != 0 } == true
                ? name : nil
        }
        guard !configuration.withheldTools.contains(name) || hostCommands.contains(name) else { return nil }
        if ToolTable.tools[name] != nil || ShellInvocation.names.contains(name) {
            return (configuration.flavor == .bash ? "/usr/bin/" : "/bin/") + name
        }
        return hostCommands.contains(name) ? "/usr/local/bin/" + name : nil
    }
}

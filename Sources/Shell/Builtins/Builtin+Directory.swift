extension Builtin {
    /// `cd [folder]`, `cd -`
    static let changeDirectory = Builtin { shell, call throws(ShellMessage.Failure) in
        let words = call.arguments.filter { $0 != "-L" && $0 != "-P" && $0 != "--" }
        if words.count > 1, shell.configuration.flavor == .bash { throw .init(.tooManyArguments(command: "cd")) }
        var target = words.first
        if target == nil { target = shell.process.environment.text("HOME") }
        guard var path = target else { throw .init(.builtin(command: "cd", "HOME not set")) }
        let prints = path == "-"
        if prints {
            guard let old = shell.process.environment.text("OLDPWD") else {
                throw .init(.builtin(command: "cd", "OLDPWD not set"))
            }
            path = old
        }
        if path.isEmpty { return .status(0) }
        let absolute = shell.absolute(path)
        guard let status = call.files.status(of: absolute) else {
            throw .init(shell.cannotChange(to: path, "No such file or directory"))
        }
        guard status.isDirectory else { throw .init(shell.cannotChange(to: path, "Not a directory")) }
        shell.process.environment.set("OLDPWD", to: shell.process.environment.workingDirectory)
        shell.process.environment.workingDirectory = absolute
        shell.process.environment.set("PWD", to: absolute)
        if prints { call.print(absolute + "\n") }
        return .status(0)
    }

    static let printDirectory = Builtin { shell, call throws(ShellMessage.Failure) in
        call.print(shell.process.environment.workingDirectory + "\n")
        return .status(0)
    }
}

extension Shell {
    func cannotChange(to path: String, _ reason: String) -> ShellMessage {
        .builtin(command: "cd", configuration.flavor == .bash ? "\(path): \(reason)" : "can't cd to \(path): \(reason)")
    }
}

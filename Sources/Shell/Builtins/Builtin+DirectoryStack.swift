extension Builtin {
    /// `pushd folder` goes there and remembers where it was; `pushd` alone swaps the two topmost folders.
    static let pushDirectory = Builtin { shell, call throws(ShellMessage.Failure) in
        let words = call.arguments.filter { $0 != "--" }
        if words.count > 1 { throw .init(.tooManyArguments(command: "pushd")) }
        let old = shell.process.environment.workingDirectory
        var stack = shell.process.environment.directoryStack
        let target: String
        if let word = words.first {
            target = word
        } else {
            guard !stack.isEmpty else { throw .init(.builtin(command: "pushd", "no other directory")) }
            target = stack.removeFirst()
        }
        try shell.enter(target, for: "pushd", files: call.files)
        shell.process.environment.directoryStack = [old] + stack
        call.print(shell.directoryList)
        return .status(0)
    }

    /// `popd` goes back to where the last `pushd` came from.
    static let popDirectory = Builtin { shell, call throws(ShellMessage.Failure) in
        guard let target = shell.process.environment.directoryStack.first else {
            throw .init(.builtin(command: "popd", "directory stack empty"))
        }
        try shell.enter(target, for: "popd", files: call.files)
        shell.process.environment.directoryStack.removeFirst()
        call.print(shell.directoryList)
        return .status(0)
    }

    /// `dirs`, `dirs -c`
    static let listDirectories = Builtin { shell, call throws(ShellMessage.Failure) in
        if call.arguments == ["-c"] {
            shell.process.environment.directoryStack = []
            return .status(0)
        }
        call.print(shell.directoryList)
        return .status(0)
    }
}

extension Shell {
    /// The folders from the present one down, on one line, with `~` for the home folder.
    fileprivate var directoryList: String {
        let home = process.environment.text("HOME") ?? ""
        let folders = [process.environment.workingDirectory] + process.environment.directoryStack
        return folders.map { folder in
            guard !home.isEmpty, folder == home || folder.hasPrefix(home + "/") else { return folder }
            return "~" + folder.dropFirst(home.count)
        }.joined(separator: " ") + "\n"
    }

    fileprivate mutating func enter(_ path: String, for command: String, files: any FileSystem)
        throws(ShellMessage.Failure)
    {
        let target = absolute(path)
        guard let status = files.status(of: target) else {
            throw .init(.builtin(command: command, "\(path): No such file or directory"))
        }
        guard status.isDirectory else { throw .init(.builtin(command: command, "\(path): Not a directory")) }
        process.environment.set("OLDPWD", to: process.environment.workingDirectory)
        process.environment.workingDirectory = target
        process.environment.set("PWD", to: target)
    }
}

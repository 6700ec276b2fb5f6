extension Builtin {
    /// `break [n]` and `continue [n]`
    static let loopControl = Builtin { shell, call throws(ShellMessage.Failure) in
        var count = 1
        if let word = call.arguments.first {
            guard let number = Int(word) else {
                call.print(
                    "\(shell.messagePrefix)\(call.name): \(word): numeric argument required\n", to: .standardError)
                return .exiting(128)
            }
            guard number > 0 else { throw .init(.builtin(command: call.name, "\(word): loop count out of range")) }
            count = number
        }
        guard shell.isInLoop else {
            if shell.configuration.flavor == .bash {
                call.print(
                    "\(shell.messagePrefix)\(call.name): only meaningful in a `for', `while', or `until' loop\n",
                    to: .standardError)
            }
            return .status(0)
        }
        return call.name == "break" ? .breaking(count) : .continuing(count)
    }

    /// `exit [n]`
    static let exit = Builtin { shell, call throws(ShellMessage.Failure) in
        do throws(ShellMessage.Failure) {
            return .exiting(try Self.status(call, shell: shell))
        } catch {
            guard case .numericArgument = error.message else { throw error }
            call.print(
                "\(shell.messagePrefix)\(error.message.text(for: shell.configuration.flavor))\n", to: .standardError)
            return .exiting(2)
        }
    }

    /// `return [n]`
    static let `return` = Builtin { shell, call throws(ShellMessage.Failure) in
        .returning(try Self.status(call, shell: shell))
    }

    private static func status(_ call: BuiltinCall, shell: Shell) throws(ShellMessage.Failure) -> Int32 {
        guard let word = call.arguments.first else {
            // In a trap the status is that of the command before it.
            for frame in shell.process.frames.reversed() {
                if case .trapEnd(let status) = frame, call.name == "exit" { return status }
            }
            return shell.process.environment.status
        }
        guard let number = Int(word) else { throw .init(.numericArgument(command: call.name, word)) }
        if call.arguments.count > 1 { throw .init(.tooManyArguments(command: call.name)) }
        return Int32(truncatingIfNeeded: number & 0xFF)
    }

    /// `shift [n]`
    static let shift = Builtin { shell, call throws(ShellMessage.Failure) in
        var count = 1
        if let word = call.arguments.first {
            guard let number = Int(word) else { throw .init(.numericArgument(command: "shift", word)) }
            count = number
        }
        guard count >= 0, count <= shell.process.environment.positional.count else { return .status(1) }
        shell.process.environment.positional.removeFirst(count)
        return .status(0)
    }

    /// `let expression...`
    static let `let` = Builtin { shell, call throws(ShellMessage.Failure) in
        var value: Int64 = 0
        if call.arguments.isEmpty { throw .init(.builtin(command: "let", "expression expected")) }
        for expression in call.arguments {
            do throws(ExpansionFailure) {
                value = try Arithmetic.evaluate(expression, in: &shell.process.environment)
            } catch {
                if case .message(let message) = error { throw .init(message) }
            }
        }
        return .status(value != 0 ? 0 : 1)
    }
}

extension Shell {
    /// What a message begins with: `bash: line 3: `.
    var messagePrefix: String {
        guard configuration.flavor == .bash else { return process.environment.name + ": " }
        if configuration.isInteractive { return process.environment.name + ": " }
        return "\(nameInMessages): line \(process.environment.line): "
    }

    /// bash names the source of a function, which is `main` for standard input and `environment` for `-c`.
    private var nameInMessages: String {
        var origin: ScriptReader.Origin?
        for frame in process.frames {
            switch frame {
            case .text(let reader): origin = origin ?? reader.origin
            case .functionEnd where origin == .script || origin == .input: return "main"
            case .functionEnd where origin == .commandString: return "environment"
            default: break
            }
        }
        return process.environment.name
    }
}

import Shell

/// busybox `id [-ugGn]` and `whoami`: whom a process of the container runs as.
enum Identity {
    static func id(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        let letters = Set(call.arguments.filter { $0.hasPrefix("-") }.joined())
        let user = host.user
        if letters.contains("u") { return show([user.user], letters, &output) }
        if letters.contains("g") { return show([user.group], letters, &output) }
        if letters.contains("G") { return show(user.groups, letters, &output) }
        let groups = user.groups.map(named).joined(separator: ",")
        output.write("uid=\(named(user.user)) gid=\(named(user.group)) groups=\(groups)\n")
        return .exited(0)
    }

    static func whoami(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput)
        -> CommandResult
    {
        guard host.user.user != 0 else {
            output.write("root\n")
            return .exited(0)
        }
        output.write("whoami: unknown uid \(host.user.user)\n", to: .standardError)
        return .exited(1)
    }

    private static func show(_ numbers: [Int], _ letters: Set<Character>, _ output: inout CommandOutput)
        -> CommandResult
    {
        guard letters.contains("n") else {
            output.write(numbers.map(String.init).joined(separator: " ") + "\n")
            return .exited(0)
        }
        for number in numbers where number != 0 {
            output.write("id: unknown ID \(number)\n", to: .standardError)
            return .exited(1)
        }
        output.write("root\n")
        return .exited(0)
    }

    /// Images know no user but root by name.
    private static func named(_ number: Int) -> String { number == 0 ? "0(root)" : String(number) }
}

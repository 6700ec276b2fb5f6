import KubeModel
import Shell

/// busybox `ps`
enum ProcessList {
    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        var rows = [(1, host.mainCommand)]
        if host.processID != 1 { rows.append((host.processID, "sh")) }
        rows.append((host.processID + 1, (["ps"] + call.arguments).joined(separator: " ")))
        output.write("PID   USER     TIME  COMMAND\n")
        for (id, command) in rows {
            let number = String(id)
            output.write(
                "\(String(repeating: " ", count: max(0, 5 - number.count)))\(number) root      0:00 \(command)\n")
        }
        return .exited(0)
    }
}

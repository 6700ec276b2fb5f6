import KubeModel
import Shell

/// busybox `ps`
enum ProcessList {
    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        let own = (["ps"] + call.arguments).joined(separator: " ")
        var rows: [(id: Int, command: String)] = []
        for (index, command) in host.mainCommands.enumerated() { rows.append((index == 0 ? 1 : 28 + index, command)) }
        let next = max(host.processID, 30 + host.mainCommands.count)
        if host.processID != 1, host.ownCommand != own { rows.append((next, host.ownCommand)) }
        rows.append((next + 1, own))
        output.write("PID   USER     TIME  COMMAND\n")
        for row in rows { output.write("\(Columns.right(String(row.id), 5)) root      0:00 \(row.command)\n") }
        return .exited(0)
    }
}

/// Padding of texts.
enum Columns {
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }
}

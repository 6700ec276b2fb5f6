import KubeModel
import Shell

/// busybox `free [-k|-m|-g|-h]`: the memory of the node, as containers see it.
enum MemoryStatus {
    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        let divisor: Int64 = call.arguments.contains("-g") ? 1 << 20 : call.arguments.contains("-m") ? 1 << 10 : 1
        let total = (Quantity(Machine.memory)?.units ?? 0) / 1024
        let used = total / 4
        func cell(_ number: Int64) -> String { Columns.right(String(number / divisor), 12) }
        output.write("              total        used        free      shared  buff/cache   available\n")
        output.write(
            "Mem:   \(cell(total))\(cell(used))\(cell(total - used * 2))\(cell(0))\(cell(used))\(cell(total - used))\n")
        output.write("Swap:  \(cell(0))\(cell(0))\(cell(0))\n")
        return .exited(0)
    }
}

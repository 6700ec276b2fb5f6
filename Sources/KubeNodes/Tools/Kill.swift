import KubeModel
import Shell

/// `kill [-SIGNAL] 1`: a signal to the container's own processes.
enum Kill {
    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        var signal = "TERM"
        var words = call.arguments[...]
        if let option = words.first, option.hasPrefix("-") {
            words = words.dropFirst()
            signal = option == "-s" ? words.popFirst() ?? "" : String(option.dropFirst())
        }
        guard signal == "0" || Signal(name: signal.uppercased()) != nil else {
            output.write("sh: can't kill pid 1: Invalid argument\n", to: .standardError)
            return .exited(1)
        }
        for word in words {
            guard word == "1" else {
                output.write("sh: can't kill pid \(word): No such process\n", to: .standardError)
                return .exited(1)
            }
            if signal != "0" { host.effects.append(.signal(signal.uppercased())) }
        }
        return .exited(0)
    }
}

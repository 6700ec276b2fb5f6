import KubeModel
import Shell

/// busybox `httpd [-f] [-v] [-p PORT] [-h FOLDER]`
enum WebServer {
    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        var port = 80
        var folder = call.workingDirectory
        var staysInForeground = false
        var words = call.arguments[...]
        while let word = words.popFirst() {
            switch word {
            case "-f", "-fv", "-vf", "-vvf", "-fvv": staysInForeground = true
            case "-p":
                let value = words.popFirst() ?? ""
                port = Int(value.split(separator: ":").last ?? "") ?? port
            case "-h": folder = PathName.absolute(words.popFirst() ?? "", from: call.workingDirectory)
            default:
                if word.hasPrefix("-p"), let number = Int(word.dropFirst(2)) { port = number }
            }
        }
        guard host.files.status(of: folder)?.isDirectory == true else {
            output.write(
                "httpd: can't change directory to '\(folder)': No such file or directory\n", to: .standardError)
            return .exited(1)
        }
        if call.attempt == 0 { host.effects.append(.listen(ShellListener(port: port, content: .files(root: folder)))) }
        return staysInForeground ? .sleeping(seconds: 86_400) : .exited(0)
    }
}

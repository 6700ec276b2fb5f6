/// The texts of `kubectl COMMAND --help`.
///
/// Source of the layout: `k8s.io/kubectl/pkg/util/templates`.
package enum Help {
    /// The help of a command; `path` is how it is called: `kubectl rollout undo`.
    package static func text(of command: Command, path: String) -> String {
        var sections = [description(of: command)]
        if !command.examples.isEmpty { sections.append("Examples:\n" + indented(command.examples)) }
        if !command.subcommands.isEmpty { sections += subcommands(of: command) }
        let flags = command.flags.filter { !$0.isHidden }.sorted { $0.name < $1.name }
        if !flags.isEmpty { sections.append("Options:\n" + flags.map(option).joined(separator: "\n\n")) }
        sections.append("Usage:\n  " + usage(of: command, path: path))
        if !command.subcommands.isEmpty {
            sections.append("Use \"\(path) <command> --help\" for more information about a given command.")
        }
        if path != "kubectl options" {
            let sentence =
                "Use \"kubectl options\" for a list of global command-line options (applies to all commands)."
            if command.subcommands.isEmpty {
                sections.append(sentence)
            } else {
                sections[sections.count - 1] += "\n" + sentence
            }
        }
        return sections.joined(separator: "\n\n") + "\n"
    }

    /// The options that every command takes.
    static var globalOptions: String {
        let flags = Flag.global.filter { !$0.isHidden }.sorted { $0.name < $1.name }
        return "The following options can be passed to any command:\n\n" + flags.map(option).joined(separator: "\n\n")
            + "\n"
    }

    private static func description(of command: Command) -> String {
        guard !command.details.isEmpty else { return command.summary }
        return command.summary + "\n\n" + indented(command.details, by: 1)
    }

    private static func indented(_ text: String, by count: Int = 2) -> String {
        let space = String(repeating: " ", count: count)
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : space + $0 }.joined(separator: "\n")
    }

    /// The commands below one, under their headings.
    private static func subcommands(of command: Command) -> [String] {
        let shown = command.subcommands.filter { !$0.isHidden }
        let width = (shown.map(\.name.count).max() ?? 0) + 1
        let groups: [Command.Group] = Command.Group.allCases
        return groups.compactMap { group in
            let members = shown.filter { $0.group == group }
            guard !members.isEmpty else { return nil }
            let lines = members.map { member in
                let name = member.name + String(repeating: " ", count: width - member.name.count)
                return "  \(name) \(member.shortSummary)"
            }
            return "\(group.rawValue):\n" + lines.joined(separator: "\n")
        }
    }

    /// `    -o, --output='':` and the words below it.
    static func option(_ flag: Flag) -> String {
        let shorthand = flag.shorthand.map { "-\($0), " } ?? ""
        return "    \(shorthand)--\(flag.name)=\(defaultText(of: flag)):\n"
            + KubectlContext.wrapped(flag.help, width: 72).map { "\t" + $0 }.joined(separator: "\n")
    }

    private static func defaultText(of flag: Flag) -> String {
        switch flag.kind {
        case .bool, .integer, .duration: flag.defaultText
        case .text: "'\(flag.defaultText)'"
        case .list, .array: "[\(flag.defaultText)]"
        }
    }

    private static func usage(of command: Command, path: String) -> String {
        if !command.subcommands.isEmpty, command.usage.isEmpty || command.usage == "SUBCOMMAND" {
            return "\(path) [flags] [options]"
        }
        let usage =
            command.usage.hasSuffix("[flags]") || command.flags.isEmpty ? command.usage : command.usage + " [flags]"
        return [path, usage, "[options]"].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Command {
    /// The first sentence, for lists of commands.
    var shortSummary: String {
        summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    }
}

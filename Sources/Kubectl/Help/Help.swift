/// The texts of `kubectl COMMAND --help`.
///
/// Source of the layout: `k8s.io/kubectl/pkg/util/templates`.
package enum Help {
    /// The help of a command; `path` is how it is called: `kubectl rollout undo`.
    package static func text(of command: Command, path: String) -> String {
        description(of: command) + "\n\n" + usage(of: command, path: path)
    }

    /// Everything below the description.
    static func usage(of command: Command, path: String) -> String {
        var sections: [String] = []
        if !command.aliases.isEmpty {
            sections.append("Aliases:\n" + ([command.name] + command.aliases).joined(separator: ", "))
        }
        if !command.examples.isEmpty { sections.append("Examples:\n" + indented(command.examples)) }
        if !command.subcommands.isEmpty { sections += subcommands(of: command) }
        let flags = command.flags.filter { !$0.isHidden }.sorted { $0.name < $1.name }
        if !flags.isEmpty { sections.append("Options:\n" + flags.map(option).joined(separator: "\n\n")) }
        sections.append("Usage:\n  " + usageLine(of: command, path: path))
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
        let paragraphs = command.details.split(separator: "\n", omittingEmptySubsequences: false)
        return command.summary + "\n\n" + paragraphs.map { $0.isEmpty ? "" : " " + $0 }.joined(separator: "\n")
    }

    /// Every line moved in by two spaces, empty ones too.
    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
    }

    /// The commands below one, under their headings.
    private static func subcommands(of command: Command) -> [String] {
        let shown = command.subcommands.filter { !$0.isHidden }
        let width = max(11, shown.map(\.name.count).max() ?? 0) + 2
        let groups: [Command.Group] = Command.Group.allCases
        return groups.compactMap { group in
            let members = shown.filter { $0.group == group }
            guard !members.isEmpty else {
                // Programs beside kubectl would stand here; kubectl shows the heading without any.
                return group == .plugins && command.name == "kubectl" ? group.rawValue + ":" : nil
            }
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
            + "\t" + flag.help
    }

    private static func defaultText(of flag: Flag) -> String {
        switch flag.kind {
        case .bool, .integer, .duration: flag.defaultText
        case .text: "'\(flag.defaultText)'"
        case .list, .array: flag.hasPlainDefault ? flag.defaultText : "[\(flag.defaultText)]"
        }
    }

    /// The words of the usage line, which says `[options]` once.
    private static func usageLine(of command: Command, path: String) -> String {
        let words = command.usage.contains("[options]") ? [path, command.usage] : [path, command.usage, "[options]"]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Command {
    /// The first sentence, for lists of commands.
    var shortSummary: String {
        summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    }
}

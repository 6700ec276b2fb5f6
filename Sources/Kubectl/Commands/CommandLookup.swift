/// Finds the command that a command line means, with flags in front of it and between its words.
///
/// Source: `github.com/spf13/cobra` `Command.Find`.
enum CommandLookup {
    struct Found {
        var command: Command
        /// `kubectl rollout undo`
        var path: String
        /// The words without those that name the command.
        var rest: [String]
    }

    static func find(_ words: [String]) throws(KubectlError) -> Found {
        var found = Found(command: .root, path: "kubectl", rest: words)
        while let index = firstArgument(of: found.rest, flags: found.command.allFlags) {
            guard let next = found.command.subcommand(found.rest[index]) else {
                if found.path == "kubectl" { throw unknown(found.rest[index]) }
                return found
            }
            found.rest.remove(at: index)
            found.path += " " + next.name
            found.command = next
        }
        return found
    }

    /// The first word that is neither a flag nor the value of one.
    private static func firstArgument(of words: [String], flags: [Flag]) -> Int? {
        var index = 0
        while index < words.count {
            let word = words[index]
            if word == "--" { return nil }
            guard word.hasPrefix("-"), word.count > 1 else { return index }
            index += takesNext(word, flags) ? 2 : 1
        }
        return nil
    }

    private static func takesNext(_ word: String, _ flags: [Flag]) -> Bool {
        guard !word.contains("=") else { return false }
        if word.hasPrefix("--") {
            return flags.first { $0.name == word.dropFirst(2) }.map { $0.bareValue == nil } ?? false
        }
        guard word.count == 2 else { return false }
        return flags.first { $0.shorthand == word.last }.map { $0.bareValue == nil } ?? false
    }

    private static func unknown(_ word: String) -> KubectlError {
        let names = Command.root.subcommands.filter { command in
            !command.isHidden
                && (editDistance(word.lowercased(), command.name.lowercased()) <= 2
                    || command.name.lowercased().hasPrefix(word.lowercased())
                    || command.suggestedFor.contains { $0.lowercased() == word.lowercased() })
        }
        return .unknownCommand(word, suggestions: names.map(\.name))
    }

    /// How many letters must be put in, taken out or exchanged to make one word of the other.
    static func editDistance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars.prefix(64)), right = Array(right.unicodeScalars.prefix(64))
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let substituted = diagonal + (letter == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}

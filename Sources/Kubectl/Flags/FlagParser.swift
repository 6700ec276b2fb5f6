/// Takes a command line apart as pflag does: flags before, between and after the arguments, until `--`.
///
///     -o=yaml  -oyaml  -o yaml  --output=yaml  --output yaml  -it  -- rm -rf
///
/// Source: `github.com/spf13/pflag` `FlagSet.Parse`.
struct FlagParser {
    let flags: [Flag]
    private(set) var parsed: ParsedFlags
    private(set) var arguments: [String] = []
    /// How many arguments came before `--`; `nil` without one.
    private(set) var dashIndex: Int?
    private(set) var wantsHelp = false
    /// Sentences for standard error about deprecated flags.
    private(set) var warnings: [String] = []

    init(flags: [Flag]) {
        self.flags = flags
        parsed = ParsedFlags(flags)
    }
}

extension FlagParser {
    /// Stops at `--help`, which leaves the rest unread.
    mutating func parse(_ words: [String]) throws(FlagError) {
        var rest = words[...]
        while let word = rest.popFirst(), !wantsHelp {
            guard word.hasPrefix("-"), word != "-" else {
                arguments.append(word)
                continue
            }
            if word == "--" {
                dashIndex = arguments.count
                arguments += rest
                return
            }
            if word.hasPrefix("--") {
                try parseLong(word, &rest)
            } else {
                try parseShort(word, &rest)
            }
        }
    }

    private mutating func parseLong(_ word: String, _ rest: inout ArraySlice<String>) throws(FlagError) {
        let body = word.dropFirst(2)
        guard let first = body.first, first != "-", first != "=" else { throw .badSyntax(word) }
        let parts = body.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0]).replacing("_", with: "-")
        guard let flag = flags.first(where: { $0.name == name }) else {
            guard name == "help" else { throw .unknown(name: name) }
            wantsHelp = true
            return
        }
        if parts.count == 2 {
            try set(flag, String(parts[1]))
        } else if let bare = flag.bareValue {
            try set(flag, bare)
        } else if let value = rest.popFirst() {
            try set(flag, value)
        } else {
            throw .missingValue(flag: word)
        }
    }

    private mutating func parseShort(_ word: String, _ rest: inout ArraySlice<String>) throws(FlagError) {
        var letters = word.dropFirst()
        while let letter = letters.popFirst(), !wantsHelp {
            guard let flag = flags.first(where: { $0.shorthand == letter }) else {
                guard letter == "h" else { throw .unknownShorthand(letter, in: String(letter) + letters) }
                wantsHelp = true
                return
            }
            if letters.first == "=" {
                try set(flag, String(letters.dropFirst()))
                return
            }
            if let bare = flag.bareValue {
                try set(flag, bare)
            } else if !letters.isEmpty {
                try set(flag, String(letters))
                return
            } else if let value = rest.popFirst() {
                try set(flag, value)
            } else {
                throw .missingShortValue(letter, in: String(letter) + letters)
            }
        }
    }

    private mutating func set(_ flag: Flag, _ value: String) throws(FlagError) {
        try parsed.set(flag, to: value)
        if let sentence = flag.deprecation {
            warnings.append("Flag --\(flag.name) has been deprecated, \(sentence)")
        }
    }
}

/// What the flags of a command line say; flags that are not mentioned have their defaults.
package struct ParsedFlags: Sendable {
    private var values: [String: FlagValue] = [:]
    private var mentioned: Set<String> = []

    package init() {}
}

extension ParsedFlags {
    /// The defaults of all flags of a command.
    init(_ flags: [Flag]) {
        for flag in flags { values[flag.name] = flag.defaultValue }
    }

    /// The command line mentions the flag.
    package func isSet(_ name: String) -> Bool { mentioned.contains(name) }

    package func bool(_ name: String) -> Bool {
        if case .bool(let value)? = values[name] { value } else { false }
    }

    package func text(_ name: String) -> String {
        if case .text(let value)? = values[name] { value } else { "" }
    }

    package func integer(_ name: String) -> Int {
        if case .integer(let value)? = values[name] { value } else { 0 }
    }

    package func list(_ name: String) -> [String] {
        if case .list(let value)? = values[name] { value } else { [] }
    }

    package func duration(_ name: String) -> Duration {
        if case .duration(let value)? = values[name] { value } else { .zero }
    }

    mutating func set(_ flag: Flag, to text: String) throws(FlagError) {
        values[flag.name] = try flag.parse(text, after: mentioned.contains(flag.name) ? values[flag.name] : nil)
        mentioned.insert(flag.name)
    }
}

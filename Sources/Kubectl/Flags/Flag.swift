/// One flag of a command: what it is called, what it takes, and what its help says.
package struct Flag: Sendable {
    package enum Kind: Hashable, Sendable {
        case bool
        case integer(bits: Int)
        case text
        /// Comma-separated values, and the flag may be repeated.
        case list
        /// One value each time the flag is given; commas belong to the value.
        case array
        case duration
    }

    /// What completion offers as the value.
    package enum Values: Hashable, Sendable {
        case none, files, namespaces, contexts, clusters, users, containers
        case words([String])
    }

    package var name: String
    package var shorthand: Character?
    package var kind: Kind
    /// The default as the help prints it: `false`, `''`, `[]`, `0s`.
    package var defaultText: String
    /// What the flag means without `=value`; `nil` when it needs a value.
    package var bareValue: String?
    package var help: String
    package var isRequired = false
    package var isHidden = false
    /// The help shows the default of a list without brackets.
    package var hasPlainDefault = false
    /// The sentence of the warning that a deprecated flag prints.
    package var deprecation: String?
    package var values = Values.none
}

extension Flag {
    package static func bool(_ name: String, _ shorthand: Character?, default value: Bool = false, _ help: String)
        -> Flag
    {
        let text = value ? "true" : "false"
        return Flag(name: name, shorthand: shorthand, kind: .bool, defaultText: text, bareValue: "true", help: help)
    }

    package static func bool(_ name: String, default value: Bool = false, _ help: String) -> Flag {
        bool(name, nil, default: value, help)
    }

    package static func text(
        _ name: String, _ shorthand: Character?, default value: String = "", bare: String? = nil, _ help: String
    ) -> Flag {
        Flag(name: name, shorthand: shorthand, kind: .text, defaultText: value, bareValue: bare, help: help)
    }

    package static func text(_ name: String, default value: String = "", bare: String? = nil, _ help: String) -> Flag {
        text(name, nil, default: value, bare: bare, help)
    }

    package static func integer(
        _ name: String, _ shorthand: Character?, default value: Int = 0, bits: Int = 64, _ help: String
    ) -> Flag {
        Flag(name: name, shorthand: shorthand, kind: .integer(bits: bits), defaultText: String(value), help: help)
    }

    package static func integer(_ name: String, default value: Int = 0, bits: Int = 64, _ help: String) -> Flag {
        integer(name, nil, default: value, bits: bits, help)
    }

    package static func list(_ name: String, _ shorthand: Character?, default value: [String] = [], _ help: String)
        -> Flag
    {
        Flag(name: name, shorthand: shorthand, kind: .list, defaultText: value.joined(separator: ","), help: help)
    }

    package static func list(_ name: String, default value: [String] = [], _ help: String) -> Flag {
        list(name, nil, default: value, help)
    }

    package static func array(_ name: String, _ shorthand: Character?, _ help: String) -> Flag {
        Flag(name: name, shorthand: shorthand, kind: .array, defaultText: "", help: help)
    }

    package static func array(_ name: String, _ help: String) -> Flag { array(name, nil, help) }

    /// The default is written as Go prints durations: `0s`, `1m0s`.
    package static func duration(_ name: String, default value: String = "0s", _ help: String) -> Flag {
        Flag(name: name, kind: .duration, defaultText: value, help: help)
    }
}

extension Flag {
    /// The same flag, without which the command does not run.
    package var required: Flag {
        var flag = self
        flag.isRequired = true
        return flag
    }

    /// The same flag, which help and completion leave out.
    package var hidden: Flag {
        var flag = self
        flag.isHidden = true
        return flag
    }

    package var withPlainDefault: Flag {
        var flag = self
        flag.hasPlainDefault = true
        return flag
    }

    package func deprecated(_ sentence: String) -> Flag {
        var flag = hidden
        flag.deprecation = sentence
        return flag
    }

    package func defaulting(to text: String) -> Flag {
        var flag = self
        flag.defaultText = text
        return flag
    }

    package func offering(_ values: Values) -> Flag {
        var flag = self
        flag.values = values
        return flag
    }
}

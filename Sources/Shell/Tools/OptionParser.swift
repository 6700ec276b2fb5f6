/// The options and operands of a tool, read as `getopt_long` does: in any order, letters joined, values attached or not.
struct ToolOptions {
    private(set) var given: [(name: Character, value: String?)] = []
    private(set) var operands: [String] = []

    /// `letters` lists the options, with a colon behind those that take a value and two behind those whose value may be
    /// missing; `long` maps long names to letters.
    ///
    /// `digits` takes `-5` as the option `n` with the value 5. With `stopsAtOperand` the first operand ends the options.
    init(
        _ arguments: [String], letters: String, long: [String: Character] = [:], digits: Bool = false,
        stopsAtOperand: Bool = false, context: inout ToolContext
    ) throws(ToolExit) {
        let table = Self.table(letters)
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            index += 1
            if word == "--" {
                operands += arguments[index...]
                return
            }
            if word.hasPrefix("--") {
                try takeLong(word, arguments, &index, table, long, &context)
            } else if word.hasPrefix("-"), word.count > 1 {
                if digits, let number = Int(word.dropFirst()) {
                    given.append(("n", String(number)))
                } else {
                    try takeLetters(word, arguments, &index, table, &context)
                }
            } else if stopsAtOperand {
                operands += arguments[(index - 1)...]
                return
            } else {
                operands.append(word)
            }
        }
    }

    private enum Value { case none, required, optional }

    private static func table(_ letters: String) -> [Character: Value] {
        var table: [Character: Value] = [:]
        var last: Character?
        for letter in letters {
            if letter == ":", let last {
                table[last] = table[last] == .required ? .optional : .required
            } else {
                table[letter] = Value.none
                last = letter
            }
        }
        return table
    }

    private mutating func takeLetters(
        _ word: String, _ arguments: [String], _ index: inout Int, _ table: [Character: Value],
        _ context: inout ToolContext
    ) throws(ToolExit) {
        var letters = Substring(word).dropFirst()
        while let letter = letters.popFirst() {
            guard let takesValue = table[letter] else { throw .usage("invalid option -- '\(letter)'") }
            if takesValue == .none || (takesValue == .optional && letters.isEmpty) {
                given.append((letter, nil))
                continue
            }
            if !letters.isEmpty {
                given.append((letter, String(letters)))
                return
            }
            guard index < arguments.count else { throw .usage("option requires an argument -- '\(letter)'") }
            given.append((letter, arguments[index]))
            index += 1
        }
    }

    private mutating func takeLong(
        _ word: String, _ arguments: [String], _ index: inout Int, _ table: [Character: Value],
        _ long: [String: Character], _ context: inout ToolContext
    ) throws(ToolExit) {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let candidates = long.keys.filter { $0.hasPrefix(parts[0]) }.sorted()
        guard let name = long[parts[0]] != nil ? parts[0] : candidates.first, let letter = long[name] else {
            throw .usage("unrecognized option '\(word)'")
        }
        if long[parts[0]] == nil, Set(candidates.compactMap { long[$0] }).count > 1 {
            let choices = candidates.map { "'--\($0)'" }.joined(separator: " ")
            throw .usage("option '\(word)' is ambiguous; possibilities: \(choices)")
        }
        if table[letter] == .required {
            if parts.count > 1 {
                given.append((letter, parts[1]))
            } else {
                guard index < arguments.count else { throw .usage("option '--\(name)' requires an argument") }
                given.append((letter, arguments[index]))
                index += 1
            }
        } else {
            if parts.count > 1, letter.isLetter {
                given.append((letter, parts[1]))
            } else {
                given.append((letter, parts.count > 1 ? parts[1] : nil))
            }
        }
    }
}

extension ToolOptions {
    func has(_ letter: Character) -> Bool {
        given.contains { $0.name == letter }
    }

    /// The value of the last use of the option.
    func value(_ letter: Character) -> String? {
        given.last { $0.name == letter }?.value
    }

    func values(_ letter: Character) -> [String] {
        given.filter { $0.name == letter }.compactMap(\.value)
    }

    /// The last used of several options that exclude each other.
    func last(of letters: String) -> Character? {
        given.last { letters.contains($0.name) }?.name
    }
}

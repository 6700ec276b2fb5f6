/// What a parameter expansion gives: one value, or a list as `$@` does.
struct ParameterValues {
    var values: [String]
    /// From `$@`, `$*`, `${a[@]}`
    var isList = false
    /// From `"$*"`: the values become one.
    var isJoined = false

    func joined(by separator: String) -> String {
        values.count == 1 ? values[0] : values.joined(separator: separator)
    }
}

extension Expander {
    mutating func values(
        of expansion: ParameterExpansion, isQuoted: Bool
    ) throws(ExpansionFailure) -> ParameterValues {
        var expansion = expansion
        if expansion.isIndirect { expansion = try resolved(expansion) }
        switch expansion.operation {
        case .keys:
            let keys = environment[expansion.name]?.keys ?? []
            return ParameterValues(values: keys, isList: true, isJoined: expansion.index == .joined)
        case .namesWithPrefix:
            return ParameterValues(values: environment.names.filter { $0.hasPrefix(expansion.name) }, isList: true)
        case .invalid(let text): throw .message(.badSubstitution(text))
        case .length: return ParameterValues(values: [String(try length(of: expansion))])
        case .fallback(let fallback, let testsEmpty, let word):
            return try withFallback(expansion, fallback, testsEmpty: testsEmpty, word, isQuoted: isQuoted)
        case .substring(let offset, let length): return try substring(of: expansion, offset, length)
        case .value, .removePrefix, .removeSuffix, .replace, .changeCase, .transform:
            var list = try currentOrUnset(expansion)
            for index in list.values.indices {
                list.values[index] = try transformed(list.values[index], by: expansion.operation)
            }
            return list
        }
    }

    private mutating func currentOrUnset(
        _ expansion: ParameterExpansion
    ) throws(ExpansionFailure) -> ParameterValues {
        if let list = try current(expansion) { return list }
        if environment.options.refusesUnset { throw .message(.unbound(expansion.name)) }
        return ParameterValues(values: [""])
    }

    /// `${!name}` stands for the variable that `name` names.
    private mutating func resolved(_ expansion: ParameterExpansion) throws(ExpansionFailure) -> ParameterExpansion {
        var plain = expansion
        plain.isIndirect = false
        plain.operation = .value
        let name = try current(plain)?.joined(by: " ") ?? ""
        guard name.isShellName || name.utf8.allSatisfy(\.isDigit) && !name.isEmpty || name == "@" || name == "*" else {
            throw .message(.invalidIndirection(expansion.name))
        }
        var result = expansion
        result.isIndirect = false
        result.name = name
        result.index = nil
        return result
    }

    /// The value as it stands; `nil` when the parameter is unset.
    mutating func current(_ expansion: ParameterExpansion) throws(ExpansionFailure) -> ParameterValues? {
        let name = expansion.name
        if name == "@" || name == "*" {
            return ParameterValues(values: environment.positional, isList: true, isJoined: name == "*")
        }
        guard let index = expansion.index else {
            return scalar(name).map { ParameterValues(values: [$0]) }
        }
        switch index {
        case .all, .joined:
            let elements = environment[name]?.elements ?? (name == "FUNCNAME" ? environment.functionNames : [])
            return ParameterValues(values: elements, isList: true, isJoined: index == .joined)
        case .element(let word): return try element(of: name, at: word).map { ParameterValues(values: [$0]) }
        }
    }

    private mutating func element(of name: String, at word: Word) throws(ExpansionFailure) -> String? {
        let key = try text(of: word)
        guard let variable = environment[name] else { return nil }
        switch variable.value {
        case .map: return variable.element(key)
        case .array(let elements):
            let index = Int(try Arithmetic.evaluate(key, in: &environment))
            return elements[index < 0 ? index + (elements.keys.max() ?? -1) + 1 : index]
        case .scalar(let text):
            let index = try Arithmetic.evaluate(key, in: &environment)
            return index == 0 || index == -1 ? text : nil
        case nil: return nil
        }
    }

    private mutating func scalar(_ name: String) -> String? {
        if let value = environment.text(name) { return value }
        switch name {
        case "?": return String(environment.status)
        case "#": return String(environment.positional.count)
        case "$": return String(world.shellID)
        case "!": return environment.lastBackground.map { String($0) }
        case "-": return optionLetters
        case "0": return environment.name
        case "_": return environment.lastArgument
        case "RANDOM": return String(environment.nextRandom())
        case "SECONDS": return String(Int(max(0, world.seconds - environment.startedAt)))
        case "EPOCHSECONDS": return String(Int(world.seconds))
        case "BASHPID": return String(world.processID)
        case "PPID": return "0"
        case "PWD": return environment.workingDirectory
        default:
            if let position = Int(name) {
                return environment.positional.indices.contains(position - 1)
                    ? environment.positional[position - 1] : nil
            }
            return environment.specialText(name)
        }
    }

    /// `$-`: bash counts what a shell has from its start too.
    private var optionLetters: String {
        let letters = environment.options.letters
        guard world.flavor == .bash else { return (world.isInteractive ? "i" : "") + letters }
        let front = letters.filter { "aef".contains($0) } + (world.isInteractive ? "him" : "h")
        let back = letters.filter { "nuvx".contains($0) } + "B" + letters.filter { $0 == "C" }
        switch environment.commandSource {
        case .standardInput: return front + back + (world.isInteractive ? "Hs" : "s")
        case .commandString: return front + back + "c"
        case .file: return front + back
        }
    }

    private mutating func length(of expansion: ParameterExpansion) throws(ExpansionFailure) -> Int {
        if expansion.name == "@" || expansion.name == "*" { return environment.positional.count }
        if expansion.index == .all || expansion.index == .joined {
            return environment[expansion.name]?.elements.count ?? 0
        }
        let value = try currentOrUnset(expansion)
        return value.values.first?.unicodeScalars.count ?? 0
    }
}

// MARK: - Defaults

extension Expander {
    /// Whether the word stands in for the value.
    mutating func usesWord(
        _ expansion: ParameterExpansion, _ fallback: ParameterExpansion.Fallback, testsEmpty: Bool
    ) throws(ExpansionFailure) -> Bool {
        var expansion = expansion
        if expansion.isIndirect { expansion = try resolved(expansion) }
        let list = try current(expansion)
        let isMissing: Bool
        if let list {
            let isNothing = list.isList && list.values.isEmpty
            isMissing = isNothing || (testsEmpty && list.values.allSatisfy(\.isEmpty))
        } else {
            isMissing = true
        }
        return fallback == .alternative ? !isMissing : isMissing
    }

    private mutating func withFallback(
        _ expansion: ParameterExpansion, _ fallback: ParameterExpansion.Fallback, testsEmpty: Bool, _ word: Word,
        isQuoted: Bool
    ) throws(ExpansionFailure) -> ParameterValues {
        guard try usesWord(expansion, fallback, testsEmpty: testsEmpty) else {
            if fallback == .alternative { return ParameterValues(values: isQuoted ? [""] : []) }
            return try current(expansion) ?? ParameterValues(values: [""])
        }
        switch fallback {
        case .use, .alternative: return ParameterValues(values: [try text(of: word)])
        case .assign:
            let value = try text(of: word, isAssignment: true)
            guard expansion.name.isShellName else { throw .message(.badSubstitution("$\(expansion.name)")) }
            try environment.assign(expansion.name, value)
            return ParameterValues(values: [value])
        case .fail:
            let text = try text(of: word)
            let standard = testsEmpty ? "parameter null or not set" : "parameter not set"
            throw .message(.parameter(name: expansion.name, text: text.isEmpty ? standard : text))
        }
    }
}

// MARK: - Changes of the value

extension Expander {
    private mutating func transformed(
        _ value: String, by operation: ParameterExpansion.Operation
    ) throws(ExpansionFailure) -> String {
        switch operation {
        case .removePrefix(let word, let longest):
            let scalars = Array(value.unicodeScalars)
            let pattern = Pattern(try pattern(of: word))
            guard let length = pattern.prefixLength(in: scalars[...], longest: longest) else { return value }
            return String(scalars[length...])
        case .removeSuffix(let word, let longest):
            let scalars = Array(value.unicodeScalars)
            let pattern = Pattern(try pattern(of: word))
            guard let length = pattern.suffixLength(in: scalars[...], longest: longest) else { return value }
            return String(scalars[..<(scalars.count - length)])
        case .replace(let pattern, let replacement, let scope):
            return try replaced(value, pattern, replacement, scope)
        case .changeCase(let upper, let all, let word):
            var pattern: Pattern?
            if let word { pattern = Pattern(try self.pattern(of: word)) }
            return Self.changedCase(value, upper: upper, all: all, pattern: pattern)
        case .transform(let letter): return Self.transformed(value, letter)
        case .value, .length, .keys, .namesWithPrefix, .invalid, .fallback, .substring: return value
        }
    }

    /// Characters that one replacement may look at.
    private static let searchedMax = 20_000_000

    private mutating func replaced(
        _ value: String, _ patternWord: Word, _ replacementWord: Word, _ scope: ParameterExpansion.ReplaceScope
    ) throws(ExpansionFailure) -> String {
        let pattern = Pattern(try pattern(of: patternWord))
        let replacement = Array(try text(of: replacementWord).unicodeScalars)
        if pattern.items.isEmpty {
            switch scope {
            case .atStart: return String(replacement) + value
            case .atEnd: return value + String(replacement)
            case .first, .all: return value
            }
        }
        let scalars = Array(value.unicodeScalars)
        if scope == .atEnd {
            guard let length = pattern.suffixLength(in: scalars[...], longest: true) else { return value }
            return String(scalars[..<(scalars.count - length)] + replacement)
        }
        var result: [UnicodeScalar] = []
        var index = 0
        var searched = 0
        while index < scalars.count {
            let before = work
            let found = pattern.prefixLength(in: scalars[index...], longest: true, work: &work)
            searched += work - before
            guard searched < Self.searchedMax else { throw .message(.patternTooCostly) }
            if let length = found, length > 0 {
                result += replacement
                guard result.count <= world.textBytesMax else { throw .message(.outOfMemory) }
                index += length
                if scope != .all { break }
            } else {
                if scope == .atStart { return value }
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result + scalars[index...])
    }

    private static func changedCase(_ value: String, upper: Bool, all: Bool, pattern: Pattern?) -> String {
        var result = ""
        for (index, scalar) in value.unicodeScalars.enumerated() {
            let isChosen = (all || index == 0) && (pattern?.matches(String(Character(scalar))) ?? true)
            let text = String(Character(scalar))
            result += isChosen ? (upper ? text.uppercased() : text.lowercased()) : text
        }
        return result
    }

    private static func transformed(_ value: String, _ letter: String) -> String {
        switch letter {
        case "U": return value.uppercased()
        case "L": return value.lowercased()
        case "u": return value.prefix(1).uppercased() + value.dropFirst()
        case "Q": return Quoting.singleQuoted(value)
        case "E":
            return String(
                decoding: EscapeSequences.replaced(in: Array(value.utf8), style: .dollarQuote).bytes, as: UTF8.self)
        default: return value
        }
    }

    private mutating func substring(
        of expansion: ParameterExpansion, _ offsetWord: Word, _ lengthWord: Word?
    ) throws(ExpansionFailure) -> ParameterValues {
        var list = try currentOrUnset(expansion)
        let offsetText = try text(of: offsetWord)
        let offset = Int(clamping: try Arithmetic.evaluate(offsetText, in: &environment))
        var length: Int?
        if let lengthWord {
            let lengthText = try text(of: lengthWord)
            length = Int(clamping: try Arithmetic.evaluate(lengthText, in: &environment))
        }
        if list.isList {
            let all = expansion.index == nil ? [environment.name] + list.values : list.values
            let start = expansion.index == nil && offset == 0 ? 0 : offset
            list.values = Array(Self.slice(all[...], offset: start, length: length))
            return list
        }
        let scalars = Array((list.values.first ?? "").unicodeScalars)
        return ParameterValues(values: [String(Array(Self.slice(scalars[...], offset: offset, length: length)))])
    }

    /// Negative offsets count from the end; a negative length is a place from the end.
    private static func slice<Element>(_ all: ArraySlice<Element>, offset: Int, length: Int?) -> ArraySlice<Element> {
        let start = offset < 0 ? all.count + offset : offset
        guard start >= 0, start <= all.count else { return [] }
        let end: Int
        if let length {
            end = length < 0 ? all.count + length : min(all.count, start + min(length, all.count))
        } else {
            end = all.count
        }
        return start <= end ? all[start..<end] : []
    }
}

extension String {
    init(_ scalars: some Sequence<UnicodeScalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}

/// Ways to write a text so that a shell reads it back.
enum Quoting {
    /// `it's` becomes `'it'\''s'`
    static func singleQuoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// As `set -x` shows words: plain where that is possible.
    static func traced(_ text: String) -> String {
        guard !text.isEmpty else { return "''" }
        let isPlain = text.utf8.allSatisfy { byte in
            byte.continuesName || byte >= 0x80 || "%+-./:=@^,_{}".utf8.contains(byte)
        }
        if isPlain && !text.contains("{") && !text.contains("}") && !text.contains("^") { return text }
        return text.utf8.contains { $0 < 0x20 } ? dollarQuoted(text) : singleQuoted(text)
    }

    /// `$'a\nb'`
    static func dollarQuoted(_ text: String) -> String {
        var result = "$'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "'": result += "\\'"
            case "\\": result += "\\\\"
            default:
                if scalar.value < 0x20 {
                    let octal = String(scalar.value, radix: 8)
                    result += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "'"
    }

    /// As `export -p` shows values.
    static func doubleQuoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" || scalar == "$" || scalar == "`" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}

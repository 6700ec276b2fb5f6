/// Turns words into fields.
///
/// It works on a copy of the environment: when a command's output is needed first, the copy is thrown away and the
/// expansion begins anew with that output at hand, so that `$((i++))$(sleep 1)` counts once.
struct Expander {
    var environment: Environment
    let world: World
    /// Outputs of command substitutions, in the order in which they are met.
    let substitutions: [Substitution]
    private(set) var substitutionsUsed = 0
    /// Bytes that were gone through, so that long texts count as many steps.
    var work = 0
    /// The status of the last command substitution.
    private(set) var lastStatus: Int32?

    /// What an expansion may look at besides variables.
    struct World: Sendable {
        var files: any FileSystem
        var seconds: Double
        var shellID: Int
        var processID: Int
        var textBytesMax: Int
        var flavor: ShellFlavor
        var isInteractive: Bool
    }

    init(environment: Environment, world: World, substitutions: [Substitution]) {
        self.environment = environment
        self.world = world
        self.substitutions = substitutions
    }
}

// MARK: - Whole words

extension Expander {
    /// The fields of a word: braces, expansions, splitting and file names.
    mutating func fields(of word: Word) throws(ExpansionFailure) -> [String] {
        var result: [String] = []
        for word in try Braces.expand(word) {
            var accumulator = FieldAccumulator(separators: environment.separators)
            try expand(word.parts, into: &accumulator)
            accumulator.end()
            for field in accumulator.fields {
                work += field.text.count
                result += paths(of: field)
            }
        }
        return result
    }

    private func paths(of field: ExpandedField) -> [String] {
        let text = String(decoding: field.text, as: UTF8.self)
        guard field.hasGlob, !environment.options.keepsGlobs else { return [text] }
        var glob = Glob(files: world.files, workingDirectory: environment.workingDirectory)
        let paths = glob.paths(matching: String(decoding: field.pattern, as: UTF8.self))
        return paths.isEmpty ? [text] : paths
    }

    /// The word as one text: neither split nor matched with files.
    mutating func text(of word: Word, isAssignment: Bool = false) throws(ExpansionFailure) -> String {
        String(decoding: try field(of: word, isAssignment: isAssignment).text, as: UTF8.self)
    }

    /// The word as a pattern, in which quoted characters are literal.
    mutating func pattern(of word: Word) throws(ExpansionFailure) -> String {
        String(decoding: try field(of: word, isAssignment: false).pattern, as: UTF8.self)
    }

    private mutating func field(of word: Word, isAssignment: Bool) throws(ExpansionFailure) -> ExpandedField {
        var joined = ExpandedField()
        for (index, part) in word.parts.enumerated() {
            switch part {
            case .literal(let text):
                joined.append(tilde(in: text, isFirst: index == 0, isAssignment: isAssignment).utf8, isQuoted: false)
            case .quoted(let text): joined.append(text.utf8, isQuoted: true)
            case .doubleQuoted(let parts): joined.append(try quotedText(parts).utf8, isQuoted: true)
            case .parameter(let expansion):
                let values = try values(of: expansion, isQuoted: false)
                joined.append(values.joined(by: separator(of: expansion)).utf8, isQuoted: false)
            case .command, .arithmetic, .process:
                joined.append(try value(of: part).utf8, isQuoted: false)
            case .array: break
            }
            try check(joined.text.count)
        }
        return joined
    }

    private mutating func check(_ count: Int) throws(ExpansionFailure) {
        work += count
        if count > world.textBytesMax { throw .message(.outOfMemory) }
    }

    private func separator(of expansion: ParameterExpansion) -> String {
        guard expansion.name == "*" || expansion.index == .joined else { return " " }
        return joiner
    }

    /// What `"$*"` puts between its parts.
    private var joiner: String {
        environment.separators.first.map { String($0) } ?? ""
    }
}

// MARK: - Parts

extension Expander {
    /// The word of `${x:-a b}` is split where it is not quoted; a word of the command line is whole already.
    private mutating func expand(
        _ parts: [WordPart], splitsLiterals: Bool = false, into fields: inout FieldAccumulator
    ) throws(ExpansionFailure) {
        for (index, part) in parts.enumerated() {
            switch part {
            case .literal(let text):
                let replaced = tilde(in: text, isFirst: index == 0, isAssignment: false)
                if splitsLiterals { fields.appendSplitting(replaced) } else { fields.append(replaced, isQuoted: false) }
            case .quoted(let text): fields.append(text, isQuoted: true)
            case .doubleQuoted(let inner): try expandQuoted(inner, into: &fields)
            case .parameter(let expansion): try expandUnquoted(expansion, into: &fields)
            case .command, .arithmetic: fields.appendSplitting(try value(of: part))
            case .process: fields.append(try value(of: part), isQuoted: true)
            case .array: break
            }
        }
    }

    private mutating func expandUnquoted(
        _ expansion: ParameterExpansion, into fields: inout FieldAccumulator
    ) throws(ExpansionFailure) {
        if case .fallback(let fallback, let testsEmpty, let word) = expansion.operation, fallback != .assign,
            try usesWord(expansion, fallback, testsEmpty: testsEmpty), fallback != .fail
        {
            return try expand(word.parts, splitsLiterals: true, into: &fields)
        }
        for (index, value) in try values(of: expansion, isQuoted: false).values.enumerated() {
            if index > 0 { fields.end() }
            fields.appendSplitting(value)
        }
    }

    /// Text between double quotes; only `"$@"` makes more than one field of it.
    private mutating func expandQuoted(
        _ parts: [WordPart], into fields: inout FieldAccumulator
    ) throws(ExpansionFailure) {
        if parts.isEmpty { fields.append("", isQuoted: true) }
        for part in parts {
            guard case .parameter(let expansion) = part else {
                fields.append(try quotedText([part]), isQuoted: true)
                continue
            }
            let list = try values(of: expansion, isQuoted: true)
            guard list.isList, !list.isJoined else {
                fields.append(list.joined(by: joiner), isQuoted: true)
                continue
            }
            for (index, value) in list.values.enumerated() {
                if index > 0 { fields.end() }
                fields.append(value, isQuoted: true)
            }
        }
    }

    /// Parts in double quotes as one text.
    mutating func quotedText(_ parts: [WordPart]) throws(ExpansionFailure) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .literal(let piece), .quoted(let piece): text += piece
            case .doubleQuoted(let inner): text += try quotedText(inner)
            case .parameter(let expansion):
                let list = try values(of: expansion, isQuoted: true)
                text += list.joined(by: list.isJoined ? joiner : " ")
            case .command, .arithmetic, .process: text += try value(of: part)
            case .array: break
            }
            try check(text.utf8.count)
        }
        return text
    }

    private mutating func value(of part: WordPart) throws(ExpansionFailure) -> String {
        switch part {
        case .command(let script): return try output(of: script, kind: .text)
        case .process(let script): return try output(of: script, kind: .file)
        case .arithmetic(let word):
            let expression = try text(of: word)
            return String(try Arithmetic.evaluate(expression, in: &environment))
        case .literal(let text), .quoted(let text): return text
        case .doubleQuoted(let parts): return try quotedText(parts)
        case .parameter(let expansion): return try values(of: expansion, isQuoted: true).joined(by: joiner)
        case .array: return ""
        }
    }

    /// `~` and `~/x` at the start, and after colons in assignments.
    private func tilde(in text: String, isFirst: Bool, isAssignment: Bool) -> String {
        guard text.utf8.contains(.tilde), let home = environment.text("HOME") else { return text }
        if isAssignment {
            return text.split(separator: ":", omittingEmptySubsequences: false)
                .enumerated()
                .map { index, piece in index == 0 && !isFirst ? String(piece) : replacedTilde(String(piece), home: home)
                }
                .joined(separator: ":")
        }
        return isFirst ? replacedTilde(text, home: home) : text
    }

    private func replacedTilde(_ text: String, home: String) -> String {
        if text == "~" || text.hasPrefix("~/") { return home + text.dropFirst() }
        if text == "~+" || text.hasPrefix("~+/") { return environment.workingDirectory + text.dropFirst(2) }
        if text == "~root" || text.hasPrefix("~root/") { return "/root" + text.dropFirst(5) }
        return text
    }
}

// MARK: - Command substitution

extension Expander {
    private mutating func output(of script: Script, kind: SubstitutionKind) throws(ExpansionFailure) -> String {
        guard substitutionsUsed < substitutions.count else { throw .needs(script, kind: kind) }
        let substitution = substitutions[substitutionsUsed]
        substitutionsUsed += 1
        if kind == .text { lastStatus = substitution.status }
        return Self.trimmed(substitution.output)
    }

    /// The output without the line ends behind it and without zero bytes.
    private static func trimmed(_ output: [UInt8]) -> String {
        var end = output.count
        while end > 0, output[end - 1] == .newline { end -= 1 }
        let bytes = output[..<end]
        return bytes.contains(0)
            ? String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
    }
}

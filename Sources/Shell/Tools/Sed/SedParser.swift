/// Reads sed's little language.
///
/// Source: IEEE Std 1003.1-2024, sed, and the GNU manual for `+n`, `~`, `0,/x/`, `I`, `M`, `e`-less flags.
struct SedParser {
    private let text: [UInt8]
    private var position = 0
    private var script = SedScript()
    private var openBlocks: [Int] = []
    private var rangeCount = 0
    private let isExtended: Bool

    struct Problem: Error {
        var text: String
        var position: Int
    }

    init(_ text: String, isExtended: Bool) {
        self.text = Array(text.utf8)
        self.isExtended = isExtended
    }

    mutating func parse() throws(Problem) -> SedScript {
        if text.starts(with: Array("#n\n".utf8)) || text == Array("#n".utf8) { script.isQuiet = true }
        while true {
            skip { $0.isSpace || $0 == .semicolon }
            guard position < text.count else { break }
            if text[position] == .hash {
                skip { $0 != .newline }
                continue
            }
            try command()
        }
        if !openBlocks.isEmpty { throw Problem(text: "unmatched `{'", position: 0) }
        for command in script.commands {
            guard let label = command.action.label, !label.isEmpty, script.labels[label] == nil else { continue }
            throw Problem(text: "can't find label for jump to `\(label)'", position: -1)
        }
        return script
    }

    private mutating func skip(while matches: (UInt8) -> Bool) {
        while position < text.count, matches(text[position]) { position += 1 }
    }

    private func problem(_ text: String) -> Problem { Problem(text: text, position: position) }

    private mutating func command() throws(Problem) {
        var command = SedCommand(action: .nothing)
        command.from = try address()
        skip(while: \.isBlank)
        if command.from != nil, position < text.count, text[position] == .comma {
            position += 1
            skip(while: \.isBlank)
            if position < text.count, text[position] == .plus {
                position += 1
                command.to = .plus(number() ?? 0)
            } else {
                command.to = try address()
            }
            if command.to == nil { throw problem("unexpected `,'") }
            command.rangeIndex = rangeCount
            rangeCount += 1
        }
        if case .zero = command.from, command.to == nil { throw problem("invalid usage of line address 0") }
        skip(while: \.isBlank)
        while position < text.count, text[position] == .exclamation {
            command.isNegated = true
            position += 1
            skip(while: \.isBlank)
        }
        guard position < text.count else { throw problem("missing command") }
        let letter = text[position]
        position += 1
        if letter == .closeBrace {
            guard let open = openBlocks.popLast() else { throw problem("unexpected `}'") }
            script.commands[open].action = .blockStart(end: script.commands.count)
            command.action = .blockEnd
        } else {
            command.action = try action(letter)
            if letter == .openBrace { openBlocks.append(script.commands.count) }
        }
        script.commands.append(command)
        try endOfCommand(after: letter)
    }

    private mutating func endOfCommand(after letter: UInt8) throws(Problem) {
        if "{aicrwbtT:".utf8.contains(letter) { return }
        skip(while: \.isBlank)
        guard position < text.count else { return }
        switch text[position] {
        case .newline, .semicolon: position += 1
        case .closeBrace, .hash: return
        default:
            throw Problem(
                text: letter == UInt8(ascii: "s") ? "unknown option to `s'" : "extra characters after command",
                position: position + 1)
        }
    }

    private mutating func number() -> Int? {
        let start = position
        skip(while: \.isDigit)
        return Int(String(decoding: text[start..<position], as: UTF8.self))
    }

    private mutating func address() throws(Problem) -> SedAddress? {
        guard position < text.count else { return nil }
        let byte = text[position]
        if byte.isDigit {
            let first = number() ?? 0
            if position < text.count, text[position] == .tilde {
                position += 1
                return .step(first: first, step: number() ?? 0)
            }
            return first == 0 ? .zero : .line(first)
        }
        if byte == .dollar {
            position += 1
            return .last
        }
        guard byte == .slash || byte == .backslash else { return nil }
        position += byte == .backslash ? 2 : 1
        guard position <= text.count else { throw problem("unterminated address regex") }
        guard let source = delimited(by: text[position - 1]) else { throw problem("unterminated address regex") }
        var options = RegularExpression.Options()
        while position < text.count, text[position] == UInt8(ascii: "I") || text[position] == UInt8(ascii: "M") {
            if text[position] == UInt8(ascii: "I") { options.ignoresCase = true } else { options.matchesLines = true }
            position += 1
        }
        return .match(try expression(source, options))
    }

    /// The text up to the delimiter, which a backslash makes part of it.
    private mutating func delimited(by delimiter: UInt8, isReplacement: Bool = false) -> [UInt8]? {
        var result: [UInt8] = []
        var isInBrackets = false
        while position < text.count {
            let byte = text[position]
            if byte == .backslash, position + 1 < text.count {
                let next = text[position + 1]
                position += 2
                if next == delimiter {
                    // Inside an expression an escaped special delimiter keeps its plain meaning.
                    result += !isReplacement && "^$.*[]+?(){}|".utf8.contains(delimiter) ? [.backslash, next] : [next]
                } else if next == UInt8(ascii: "n"), !isReplacement {
                    result.append(.newline)
                } else {
                    result += [.backslash, next]
                }
                continue
            }
            if byte == delimiter, !isInBrackets {
                position += 1
                return result
            }
            if !isReplacement {
                if byte == .newline, !isReplacement, delimiter != .newline, isInBrackets == false, result.isEmpty {
                    return nil
                }
                if byte == .openBracket, !isInBrackets {
                    isInBrackets = true
                    result.append(byte)
                    position += 1
                    if position < text.count, text[position] == .caret {
                        result.append(.caret)
                        position += 1
                    }
                    if position < text.count, text[position] == .closeBracket {
                        result.append(.closeBracket)
                        position += 1
                    }
                    continue
                }
                if byte == .openBracket, isInBrackets, position + 1 < text.count, text[position + 1] == .colon,
                    let close = text[(position + 2)...].firstIndex(of: .colon)
                {
                    result += text[position...min(close + 1, text.count - 1)]
                    position = min(close + 2, text.count)
                    continue
                }
                if byte == .closeBracket { isInBrackets = false }
            }
            result.append(byte)
            position += 1
        }
        return nil
    }

    private func expression(_ source: [UInt8], _ options: RegularExpression.Options) throws(Problem)
        -> RegularExpression?
    {
        if source.isEmpty { return nil }
        do throws(RegularExpression.SyntaxError) {
            return try RegularExpression(
                String(decoding: source, as: UTF8.self), syntax: isExtended ? .extended : .basic, options: options)
        } catch {
            throw problem(error.text)
        }
    }
}

// MARK: - Actions

extension SedParser {
    private mutating func action(_ letter: UInt8) throws(Problem) -> SedAction {
        switch UnicodeScalar(letter) {
        case "{": return .blockStart(end: 0)
        case "s": return .substitute(try substitution())
        case "y": return try transliteration()
        case "p": return .print
        case "P": return .printFirstLine
        case "d": return .delete
        case "D": return .deleteFirstLine
        case "n": return .next
        case "N": return .appendNext
        case "q": return .quit(exitCode())
        case "Q": return .quitSilently(exitCode())
        case "a": return .append(try addedText("a"))
        case "i": return .insert(try addedText("i"))
        case "c": return .change(try addedText("c"))
        case "h": return .hold
        case "H": return .holdAppend
        case "g": return .get
        case "G": return .getAppend
        case "x": return .exchange
        case "=": return .lineNumber
        case "l": return .list
        case "z": return .emptyPattern
        case "b": return .branch(label())
        case "t": return .branchIfSubstituted(label())
        case "T": return .branchUnlessSubstituted(label())
        case "r": return .readFile(fileName())
        case "w": return .writeFile(fileName())
        case ":":
            let name = label()
            if name.isEmpty { throw problem("\":\" lacks a label") }
            script.labels[name] = script.commands.count
            return .nothing
        default: throw problem("unknown command: `\(UnicodeScalar(letter))'")
        }
    }

    private mutating func exitCode() -> Int32 {
        skip(while: \.isBlank)
        return Int32(truncatingIfNeeded: number() ?? 0)
    }

    private mutating func label() -> String {
        skip(while: \.isBlank)
        let start = position
        skip { !$0.isSpace && $0 != .semicolon && $0 != .closeBrace }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    private mutating func fileName() -> String {
        skip(while: \.isBlank)
        let start = position
        skip { $0 != .newline }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    /// `a text`, or `a\` with the text on the next line
    private mutating func addedText(_ name: String) throws(Problem) -> String {
        skip(while: \.isBlank)
        if position < text.count, text[position] == .backslash {
            position += 1
            skip(while: \.isBlank)
            if position < text.count, text[position] == .newline { position += 1 }
        }
        guard position < text.count else { throw problem("expected \\ after `a', `c' or `i'") }
        var result: [UInt8] = []
        while position < text.count, text[position] != .newline {
            if text[position] == .backslash, position + 1 < text.count { position += 1 }
            result.append(text[position])
            position += 1
        }
        return String(decoding: result, as: UTF8.self) + "\n"
    }

    private mutating func substitution() throws(Problem) -> SedSubstitution {
        guard position < text.count else { throw problem("unterminated `s' command") }
        let delimiter = text[position]
        if delimiter == .newline || delimiter == .backslash { throw problem("unterminated `s' command") }
        position += 1
        guard let source = delimited(by: delimiter), let replacement = delimited(by: delimiter, isReplacement: true)
        else {
            position = text.count
            throw problem("unterminated `s' command")
        }
        var options = RegularExpression.Options()
        var result = SedSubstitution(expression: nil, replacement: Self.pieces(replacement))
        flags: while position < text.count {
            switch UnicodeScalar(text[position]) {
            case "g": result.isGlobal = true
            case "p": result.prints = true
            case "i", "I": options.ignoresCase = true
            case "m", "M": options.matchesLines = true
            case "1"..."9":
                result.number = number() ?? 1
                continue flags
            case "w":
                position += 1
                result.file = fileName()
                break flags
            default: break flags
            }
            position += 1
        }
        result.expression = try expression(source, options)
        let highest = result.replacement.map { if case .group(let index) = $0 { index } else { 0 } }.max() ?? 0
        if let groups = result.expression?.groupCount, highest > groups {
            throw problem("invalid reference \\\(highest) on `s' command's RHS")
        }
        return result
    }

    private static func pieces(_ text: [UInt8]) -> [SedSubstitution.Piece] {
        var pieces: [SedSubstitution.Piece] = []
        var plain: [UInt8] = []
        func flush() {
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = []
        }
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == .ampersand {
                flush()
                pieces.append(.group(0))
            } else if byte == .backslash, index < text.count {
                let next = text[index]
                index += 1
                if next.isDigit {
                    flush()
                    pieces.append(.group(Int(next) - 0x30))
                } else if "ULulE".utf8.contains(next) {
                    flush()
                    pieces.append(.caseChange(next))
                } else if next == UInt8(ascii: "n") {
                    plain.append(.newline)
                } else if next == UInt8(ascii: "t") {
                    plain.append(.tab)
                } else {
                    plain.append(next)
                }
            } else {
                plain.append(byte)
            }
        }
        flush()
        return pieces
    }

    private mutating func transliteration() throws(Problem) -> SedAction {
        guard position < text.count else { throw problem("unterminated `y' command") }
        let delimiter = text[position]
        position += 1
        guard let from = delimited(by: delimiter, isReplacement: true),
            let to = delimited(by: delimiter, isReplacement: true)
        else {
            throw problem("unterminated `y' command")
        }
        func characters(_ bytes: [UInt8]) -> [UInt32] {
            let replaced = EscapeSequences.replaced(in: bytes, style: .printf).bytes
            return String(decoding: replaced, as: UTF8.self).unicodeScalars.map(\.value)
        }
        let (sources, targets) = (characters(from), characters(to))
        guard sources.count == targets.count else { throw problem("strings for `y' command are different lengths") }
        return .transliterate(Dictionary(zip(sources, targets)) { first, _ in first })
    }
}

extension SedAction {
    fileprivate var label: String? {
        switch self {
        case .branch(let label), .branchIfSubstituted(let label), .branchUnlessSubstituted(let label): label
        default: nil
        }
    }
}

/// A POSIX regular expression over bytes of UTF-8, matched without exponential work.
///
/// Source: IEEE Std 1003.1-2024, Base Definitions, chapter 9, with the additions of GNU (`\+ \? \| \w \s \b \< \>`).
/// The leftmost match wins, and of those the longest. Expressions with back-references search step by step
/// and give up after `RegularExpression.stepsMax` steps.
struct RegularExpression: Sendable {
    let program: RegexProgram
    let groupCount: Int
    /// Plain text, when the expression is nothing else.
    private let literal: [UInt8]?

    static let stepsMax = 2_000_000

    enum Syntax: Hashable, Sendable {
        /// `\(a\)`, `a\{2\}`
        case basic
        /// `(a)`, `a{2}`
        case extended
        /// Extended, with `\d`, `(?:a)` and `(?<name>a)`
        case programming
    }

    struct Options: Hashable, Sendable {
        var ignoresCase = false
        /// `^` and `$` also match at line ends inside of the text.
        var matchesLines = false
    }

    enum SyntaxError: Error, Hashable, Sendable {
        case unmatchedParenthesis, unmatchedClosing, unmatchedBracket, unmatchedBrace,
            unmatchedBasicBrace, invalidRepeat
        case invalidBackReference, trailingBackslash, invalidRange, invalidClass, invalidInterval, tooBig
    }

    /// Byte ranges of the whole match and of its groups.
    struct Match: Hashable, Sendable {
        var groups: [Range<Int>?]

        var range: Range<Int> { groups[0] ?? 0..<0 }
    }

    init(_ source: String, syntax: Syntax, options: Options = Options()) throws(SyntaxError) {
        var parser = RegexParser(source, syntax: syntax)
        let node = try parser.parse()
        groupCount = parser.groupCount
        program = try RegexProgram(node, groupCount: parser.groupCount, options: options)
        literal = options.ignoresCase ? nil : node.literal
    }

    /// The text as an expression that matches just it.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "\\.[]{}()*+?^$|/".unicodeScalars.contains(scalar), scalar != "/" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}

extension RegularExpression {
    /// The leftmost, longest match at or behind the start.
    func firstMatch(in text: [UInt8], from start: Int = 0) -> Match? {
        if let literal { return literalMatch(literal, in: text, from: start) }
        if program.hasBackReferences {
            var search = BacktrackingSearch(program: program, text: text)
            return search.firstMatch(from: start)
        }
        var search = ParallelSearch(program: program, text: text)
        return search.firstMatch(from: start)
    }

    func matches(_ text: [UInt8]) -> Bool {
        firstMatch(in: text) != nil
    }

    /// All matches that do not overlap, from left to right.
    func allMatches(in text: [UInt8]) -> [Match] {
        var matches: [Match] = []
        var position = 0
        var lastEnd = -1
        while position <= text.count, let match = firstMatch(in: text, from: position) {
            let range = match.range
            if !(range.isEmpty && range.lowerBound == lastEnd) {
                matches.append(match)
                lastEnd = range.upperBound
            }
            position =
                range.isEmpty ? range.upperBound + UTF8Scalar.length(in: text, at: range.upperBound) : range.upperBound
        }
        return matches
    }

    private func literalMatch(_ literal: [UInt8], in text: [UInt8], from start: Int) -> Match? {
        guard let first = literal.first else { return start <= text.count ? Match(groups: [start..<start]) : nil }
        guard text.count >= literal.count else { return nil }
        var index = start
        let last = text.count - literal.count
        while index <= last {
            if text[index] == first {
                var offset = 1
                while offset < literal.count, text[index + offset] == literal[offset] { offset += 1 }
                if offset == literal.count { return Match(groups: [index..<index + literal.count]) }
            }
            index += 1
        }
        return nil
    }
}

/// Characters in bytes of UTF-8.
enum UTF8Scalar {
    /// How many bytes the character has; a broken one counts as a single byte, the end of the text too.
    static func length(in text: [UInt8], at index: Int) -> Int {
        guard index < text.count else { return 1 }
        let expected: Int
        switch text[index] {
        case 0..<0xC2: return 1
        case 0xC2..<0xE0: expected = 2
        case 0xE0..<0xF0: expected = 3
        case 0xF0..<0xF5: expected = 4
        default: return 1
        }
        guard index + expected <= text.count else { return 1 }
        for offset in 1..<expected where text[index + offset] & 0xC0 != 0x80 { return 1 }
        return expected
    }

    static func decode(_ text: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
        let length = length(in: text, at: index)
        guard length > 1 else { return (UInt32(text[index]), 1) }
        var value = UInt32(text[index]) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (value, length)
    }
}

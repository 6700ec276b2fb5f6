/// Brace expansion: `a{b,c}d` is two words, `{1..3}` three.
enum Braces {
    /// How many words one word may become.
    static let wordsMax = 100_000

    /// One character of a literal part, or a whole part of another kind.
    private enum Piece {
        case character(Character)
        case part(WordPart)

        var character: Character? {
            if case .character(let character) = self { character } else { nil }
        }
    }

    static func expand(_ word: Word) throws(ExpansionFailure) -> [Word] {
        let mayExpand = word.parts.contains {
            if case .literal(let text) = $0 { text.utf8.contains(.openBrace) } else { false }
        }
        guard mayExpand else { return [word] }
        var budget = wordsMax
        let pieces = word.parts.flatMap { part -> [Piece] in
            if case .literal(let text) = part { text.map { .character($0) } } else { [.part(part)] }
        }
        return try expand(pieces, depth: 0, budget: &budget).map(joined)
    }

    private static func expand(
        _ pieces: [Piece], depth: Int, budget: inout Int
    ) throws(ExpansionFailure) -> [[Piece]] {
        guard depth < 30, let group = try firstGroup(in: pieces) else { return [pieces] }
        let front = Array(pieces[..<group.start])
        var middles: [[Piece]] = []
        for alternative in group.alternatives {
            middles += try expand(alternative, depth: depth + 1, budget: &budget)
        }
        let tails = try expand(Array(pieces[group.end...]), depth: depth + 1, budget: &budget)
        budget -= middles.count * tails.count
        if budget < 0 { throw .message(.tooManyWords) }
        return middles.flatMap { middle in tails.map { front + middle + $0 } }
    }

    private struct Group {
        var start: Int
        var end: Int
        var alternatives: [[Piece]]
    }

    private static func firstGroup(in pieces: [Piece]) throws(ExpansionFailure) -> Group? {
        for start in pieces.indices where pieces[start].character == "{" {
            if let group = try group(in: pieces, at: start) { return group }
        }
        return nil
    }

    private static func group(in pieces: [Piece], at start: Int) throws(ExpansionFailure) -> Group? {
        var level = 0
        var alternatives: [[Piece]] = [[]]
        for index in (start + 1)..<max(start + 1, pieces.count) {
            switch pieces[index].character {
            case "{": level += 1
            case "}" where level == 0:
                if alternatives.count > 1 { return Group(start: start, end: index + 1, alternatives: alternatives) }
                guard let words = try sequence(alternatives[0]) else { return nil }
                return Group(start: start, end: index + 1, alternatives: words)
            case "}": level -= 1
            case "," where level == 0:
                alternatives.append([])
                continue
            default: break
            }
            alternatives[alternatives.count - 1].append(pieces[index])
        }
        return nil
    }

    /// `1..5`, `01..10..3`, `a..e`
    private static func sequence(_ pieces: [Piece]) throws(ExpansionFailure) -> [[Piece]]? {
        let characters = pieces.compactMap(\.character)
        guard characters.count == pieces.count else { return nil }
        let fields = String(characters).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 3 || fields.count == 5, fields[1].isEmpty, fields.count == 3 || fields[3].isEmpty
        else { return nil }
        let step = fields.count == 5 ? Int(fields[4]) : 1
        guard let step, let values = try values(from: fields[0], to: fields[2], step: max(1, abs(step))) else {
            return nil
        }
        return values.map { $0.map { .character($0) } }
    }

    private static func values(
        from first: String, to last: String, step: Int
    ) throws(ExpansionFailure) -> [String]? {
        if let low = Int(first), let high = Int(last) {
            guard low.distance(to: high).magnitude / step.magnitude < UInt(wordsMax) else {
                throw .message(.tooManyWords)
            }
            let isPadded = [first, last].contains { text in
                let digits = text.drop { $0 == "-" }
                return digits.count > 1 && digits.first == "0"
            }
            let width = isPadded ? max(first.count, last.count) : 0
            return stride(from: low, through: high, by: low <= high ? step : -step).map { padded($0, to: width) }
        }
        guard first.utf8.count == 1, last.utf8.count == 1, let low = first.utf8.first, let high = last.utf8.first,
            low.isLetter, high.isLetter
        else { return nil }
        return stride(from: Int(low), through: Int(high), by: low <= high ? step : -step)
            .map { String(UnicodeScalar(UInt8(truncatingIfNeeded: $0))) }
    }

    private static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value.magnitude)
        let sign = value < 0 ? "-" : ""
        return sign + String(repeating: "0", count: max(0, width - digits.count - sign.count)) + digits
    }

    private static func joined(_ pieces: [Piece]) -> Word {
        var word = Word()
        var text = ""
        for piece in pieces {
            switch piece {
            case .character(let character): text.append(character)
            case .part(let part):
                if !text.isEmpty { word.parts.append(.literal(text)) }
                text = ""
                word.parts.append(part)
            }
        }
        if !text.isEmpty || word.parts.isEmpty { word.parts.append(.literal(text)) }
        return word
    }
}

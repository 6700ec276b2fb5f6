/// The parsed form of a regular expression.
indirect enum RegexNode: Hashable, Sendable {
    case empty
    case character(UInt32)
    case any
    case set(RegexSet)
    case start
    case end
    case boundary(Boundary)
    /// `nil` for a group that is not counted
    case group(Int?, RegexNode)
    case sequence([RegexNode])
    case choice([RegexNode])
    case repetition(RegexNode, min: Int, max: Int?)
    case backReference(Int)

    enum Boundary: Hashable, Sendable { case word, notWord, wordStart, wordEnd, textStart, textEnd }

    /// The bytes of plain text.
    var literal: [UInt8]? {
        switch self {
        case .character(let value): return UnicodeScalar(value).map { Array(String(Character($0)).utf8) }
        case .sequence(let nodes):
            var bytes: [UInt8] = []
            for node in nodes {
                guard case .character = node, let more = node.literal else { return nil }
                bytes += more
            }
            return bytes
        default: return nil
        }
    }

    var mayBeEmpty: Bool {
        switch self {
        case .empty, .start, .end, .boundary, .backReference: true
        case .character, .any, .set: false
        case .group(_, let inner): inner.mayBeEmpty
        case .sequence(let nodes): nodes.allSatisfy(\.mayBeEmpty)
        case .choice(let nodes): nodes.contains(where: \.mayBeEmpty)
        case .repetition(let inner, let min, _): min == 0 || inner.mayBeEmpty
        }
    }
}

/// `[a-z]`, `\w`
struct RegexSet: Hashable, Sendable {
    var isNegated = false
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [CharacterClass] = []

    func contains(_ value: UInt32, ignoresCase: Bool) -> Bool {
        if holds(value) { return !isNegated }
        if ignoresCase, let other = CaseFolding.other(value), holds(other) { return !isNegated }
        return isNegated
    }

    private func holds(_ value: UInt32) -> Bool {
        for range in ranges where range.contains(value) { return true }
        guard !classes.isEmpty, let scalar = UnicodeScalar(value) else { return false }
        return classes.contains { $0.contains(scalar) }
    }
}

enum CaseFolding {
    static func lower(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value + 0x20 : value }
        guard let scalar = UnicodeScalar(value) else { return value }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first?.value ?? value : value
    }

    /// The same letter in the other case.
    static func other(_ value: UInt32) -> UInt32? {
        let low = lower(value)
        if low != value { return low }
        if value < 0x80 { return value >= 0x61 && value <= 0x7A ? value - 0x20 : nil }
        guard let scalar = UnicodeScalar(value) else { return nil }
        let mapped = scalar.properties.uppercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first?.value : nil
    }
}

/// A shell pattern: `*`, `?`, `[a-z]` and literal characters.
///
/// Source: IEEE Std 1003.1-2024, Shell & Utilities, section 2.14.
struct Pattern: Hashable, Sendable {
    private(set) var items: [Item] = []

    enum Item: Hashable, Sendable {
        case literal(UnicodeScalar)
        case anyOne
        case anyRun
        case set(CharacterSetPattern)

        func matches(_ scalar: UnicodeScalar) -> Bool {
            switch self {
            case .literal(let own): own == scalar
            case .anyOne: true
            case .anyRun: false
            case .set(let set): set.contains(scalar)
            }
        }
    }

    /// A backslash makes the next character literal.
    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            switch scalars[index] {
            case "*":
                if items.last != .anyRun { items.append(.anyRun) }
                index += 1
            case "?":
                items.append(.anyOne)
                index += 1
            case "[":
                if let (set, end) = CharacterSetPattern.parse(scalars, at: index) {
                    items.append(.set(set))
                    index = end
                } else {
                    items.append(.literal("["))
                    index += 1
                }
            case "\\" where index + 1 < scalars.count:
                items.append(.literal(scalars[index + 1]))
                index += 2
            default:
                items.append(.literal(scalars[index]))
                index += 1
            }
        }
    }

    private init(items: [Item]) {
        self.items = items
    }

    /// The text with its special characters made literal.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isSpecial(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    private static func isSpecial(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case "*", "?", "[", "]", "\\", "-", "!", "^": true
        default: false
        }
    }
}

extension Pattern {
    func matches(_ text: String) -> Bool {
        matches(Array(text.unicodeScalars)[...])
    }

    func matches(_ scalars: ArraySlice<UnicodeScalar>) -> Bool {
        var isMatch = false
        scan(scalars) { length in isMatch = length == scalars.count }
        return isMatch
    }

    /// The number of characters at the start that the pattern matches; `nil` when it matches none of them.
    func prefixLength(in scalars: ArraySlice<UnicodeScalar>, longest: Bool) -> Int? {
        var work = 0
        return prefixLength(in: scalars, longest: longest, work: &work)
    }

    /// Adds the characters that it looked at to `work`.
    func prefixLength(in scalars: ArraySlice<UnicodeScalar>, longest: Bool, work: inout Int) -> Int? {
        var found: Int?
        work += scan(scalars) { length in
            if longest || found == nil { found = length }
        }
        return found
    }

    func suffixLength(in scalars: ArraySlice<UnicodeScalar>, longest: Bool) -> Int? {
        Pattern(items: items.reversed()).prefixLength(in: Array(scalars.reversed())[...], longest: longest)
    }

    /// Reports every length at which a prefix matches, in rising order; work grows with text times pattern only.
    ///
    /// Gives the number of characters that it looked at.
    @discardableResult
    private func scan(_ scalars: ArraySlice<UnicodeScalar>, _ report: (Int) -> Void) -> Int {
        var states = [Bool](repeating: false, count: items.count + 1)
        states[0] = true
        close(&states)
        if states[items.count] { report(0) }
        var length = 0
        for scalar in scalars {
            var next = [Bool](repeating: false, count: items.count + 1)
            var isAlive = false
            for (index, item) in items.enumerated() where states[index] {
                if item == .anyRun {
                    next[index] = true
                    isAlive = true
                } else if item.matches(scalar) {
                    next[index + 1] = true
                    isAlive = true
                }
            }
            guard isAlive else { return length + 1 }
            close(&next)
            states = next
            length += 1
            if states[items.count] { report(length) }
        }
        return length
    }

    /// A star may also match nothing.
    private func close(_ states: inout [Bool]) {
        for (index, item) in items.enumerated() where states[index] && item == .anyRun {
            states[index + 1] = true
        }
    }
}

/// `[abc]`, `[!a-z]`, `[[:digit:]]`
struct CharacterSetPattern: Hashable, Sendable {
    private(set) var isNegated = false
    private(set) var ranges: [ClosedRange<UInt32>] = []
    private(set) var classes: [CharacterClass] = []

    func contains(_ scalar: UnicodeScalar) -> Bool {
        let found =
            ranges.contains { $0.contains(scalar.value) } || classes.contains { $0.contains(scalar) }
        return found != isNegated
    }

    /// The set that begins at the bracket, and the place behind it; `nil` when it is not closed.
    static func parse(_ scalars: [UnicodeScalar], at start: Int) -> (set: CharacterSetPattern, end: Int)? {
        var set = CharacterSetPattern()
        var index = start + 1
        if index < scalars.count, scalars[index] == "!" || scalars[index] == "^" {
            set.isNegated = true
            index += 1
        }
        let first = index
        while index < scalars.count {
            if scalars[index] == "]", index > first { return (set, index + 1) }
            if let (name, end) = className(scalars, at: index) {
                guard let found = CharacterClass(rawValue: name) else { return nil }
                set.classes.append(found)
                index = end
                continue
            }
            if scalars[index] == "/" { return nil }
            let low = member(scalars, at: &index)
            if index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" {
                index += 1
                let high = member(scalars, at: &index)
                if low <= high { set.ranges.append(low...high) }
            } else {
                set.ranges.append(low...low)
            }
        }
        return nil
    }

    private static func member(_ scalars: [UnicodeScalar], at index: inout Int) -> UInt32 {
        if scalars[index] == "\\", index + 1 < scalars.count { index += 1 }
        defer { index += 1 }
        return scalars[index].value
    }

    /// The name in `[:name:]`.
    private static func className(_ scalars: [UnicodeScalar], at start: Int) -> (String, Int)? {
        guard start + 1 < scalars.count, scalars[start] == "[", scalars[start + 1] == ":" else { return nil }
        var name = ""
        var index = start + 2
        while index + 1 < scalars.count {
            if scalars[index] == ":", scalars[index + 1] == "]" { return (name, index + 2) }
            name.unicodeScalars.append(scalars[index])
            index += 1
        }
        return nil
    }
}

/// A regular expression as instructions for a matcher.
struct RegexProgram: Sendable {
    private(set) var instructions: [Instruction] = []
    private(set) var sets: [RegexSet] = []
    let groupCount: Int
    let options: RegularExpression.Options
    private(set) var hasBackReferences = false
    /// Two places for each group, and one for each loop whose body may be empty.
    private(set) var slotCount: Int
    /// Which bytes a match can begin with; `nil` when it may be empty.
    private(set) var firstBytes: [Bool]?

    static let instructionsMax = 50_000

    enum Instruction: Hashable, Sendable {
        case character(UInt32)
        case any
        case set(Int)
        case start
        case end
        case boundary(RegexNode.Boundary)
        case save(Int)
        case jump(Int)
        /// The first way is preferred.
        case split(Int, Int)
        case backReference(Int)
        /// Remembers the place where a turn of a loop begins.
        case mark(Int)
        /// Ends a loop whose turn has matched nothing.
        case progress(Int)
        case match
    }

    init(_ node: RegexNode, groupCount: Int, options: RegularExpression.Options) throws(RegularExpression.SyntaxError) {
        self.groupCount = groupCount
        self.options = options
        slotCount = (groupCount + 1) * 2
        instructions.append(.save(0))
        try add(node)
        instructions += [.save(1), .match]
        if !node.mayBeEmpty { firstBytes = possibleFirstBytes() }
    }

    private mutating func append(_ instruction: Instruction) throws(RegularExpression.SyntaxError) {
        instructions.append(instruction)
        if instructions.count > Self.instructionsMax { throw .tooBig }
    }

    private mutating func add(_ node: RegexNode) throws(RegularExpression.SyntaxError) {
        switch node {
        case .empty: return
        case .character(let value): try append(.character(options.ignoresCase ? CaseFolding.lower(value) : value))
        case .any: try append(.any)
        case .set(let set):
            sets.append(set)
            try append(.set(sets.count - 1))
        case .start: try append(.start)
        case .end: try append(.end)
        case .boundary(let boundary): try append(.boundary(boundary))
        case .group(let index, let inner):
            if let index { try append(.save(index * 2)) }
            try add(inner)
            if let index { try append(.save(index * 2 + 1)) }
        case .sequence(let nodes): for node in nodes { try add(node) }
        case .choice(let nodes): try add(choice: nodes[...])
        case .repetition(let inner, let min, let max): try add(inner, min: min, max: max)
        case .backReference(let index):
            hasBackReferences = true
            try append(.backReference(index))
        }
    }

    private mutating func add(choice nodes: ArraySlice<RegexNode>) throws(RegularExpression.SyntaxError) {
        guard let first = nodes.first else { return }
        guard nodes.count > 1 else { return try add(first) }
        let split = instructions.count
        try append(.split(split + 1, 0))
        try add(first)
        let jump = instructions.count
        try append(.jump(0))
        instructions[split] = .split(split + 1, instructions.count)
        try add(choice: nodes.dropFirst())
        instructions[jump] = .jump(instructions.count)
    }

    private mutating func add(_ node: RegexNode, min: Int, max: Int?) throws(RegularExpression.SyntaxError) {
        for _ in 0..<min { try add(node) }
        guard let max else { return try addLoop(node) }
        var splits: [Int] = []
        for _ in min..<Swift.max(min, max) {
            splits.append(instructions.count)
            try append(.split(instructions.count + 1, 0))
            try add(node)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }

    private mutating func addLoop(_ node: RegexNode) throws(RegularExpression.SyntaxError) {
        let split = instructions.count
        try append(.split(split + 1, 0))
        var slot: Int?
        if node.mayBeEmpty {
            slot = slotCount
            slotCount += 1
            try append(.mark(slotCount - 1))
        }
        try add(node)
        if let slot { try append(.progress(slot)) }
        try append(.jump(split))
        instructions[split] = .split(split + 1, instructions.count)
    }
}

// MARK: - Questions that both searches ask

extension RegexProgram {
    func matches(_ instruction: Instruction, _ value: UInt32) -> Bool {
        switch instruction {
        case .character(let own): own == (options.ignoresCase ? CaseFolding.lower(value) : value)
        case .any: true
        case .set(let index): sets[index].contains(value, ignoresCase: options.ignoresCase)
        case .start, .end, .boundary, .save, .jump, .split, .backReference, .mark, .progress, .match: false
        }
    }

    func isStart(_ text: [UInt8], _ position: Int) -> Bool {
        position == 0 || (options.matchesLines && text[position - 1] == .newline)
    }

    func isEnd(_ text: [UInt8], _ position: Int) -> Bool {
        position == text.count || (options.matchesLines && text[position] == .newline)
    }

    func holds(_ boundary: RegexNode.Boundary, _ text: [UInt8], _ position: Int) -> Bool {
        let before = position > 0 && Self.isWord(text[position - 1])
        let after = position < text.count && Self.isWord(text[position])
        switch boundary {
        case .word: return before != after
        case .notWord: return before == after
        case .wordStart: return !before && after
        case .wordEnd: return before && !after
        case .textStart: return position == 0
        case .textEnd: return position == text.count
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.continuesName || byte >= 0x80 }

    private func possibleFirstBytes() -> [Bool]? {
        var bytes = [Bool](repeating: false, count: 256)
        var pending = [0]
        var seen = Set<Int>()
        while let index = pending.popLast() {
            guard seen.insert(index).inserted else { continue }
            switch instructions[index] {
            case .jump(let target): pending.append(target)
            case .split(let first, let second): pending += [first, second]
            case .save, .mark, .progress, .start, .end, .boundary: pending.append(index + 1)
            case .backReference, .match: return nil
            case .character, .any, .set:
                for byte in 0..<128 where matches(instructions[index], UInt32(byte)) { bytes[byte] = true }
                // Characters beyond ASCII are left to the search itself.
                for byte in 128..<256 { bytes[byte] = true }
            }
        }
        return bytes
    }
}

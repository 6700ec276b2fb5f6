/// Follows all ways through a program at once, so the work grows with text times program only.
///
/// Source of the method: Rob Pike's and Ken Thompson's virtual machine, as described by Russ Cox,
/// "Regular Expression Matching: the Virtual Machine Approach".
struct ParallelSearch {
    private let program: RegexProgram
    private let text: [UInt8]
    private let slotCount: Int
    private var now: ThreadList
    private var next: ThreadList
    private var best: [Int]?

    /// Threads in the order of their preference, each instruction at most once.
    private struct ThreadList {
        var instructions: [Int] = []
        /// The step in which an instruction was last added.
        var addedAt: [Int]
        /// The slots of the thread at each instruction.
        var slots: [Int]
    }

    init(program: RegexProgram, text: [UInt8]) {
        self.program = program
        self.text = text
        slotCount = (program.groupCount + 1) * 2
        let count = program.instructions.count
        let empty = ThreadList(
            addedAt: [Int](repeating: -1, count: count), slots: [Int](repeating: -1, count: count * slotCount))
        now = empty
        next = empty
    }

    mutating func firstMatch(from start: Int) -> RegularExpression.Match? {
        var position = start
        let fresh = [Int](repeating: -1, count: slotCount)
        while position <= text.count {
            if now.instructions.isEmpty {
                if best != nil { break }
                if let firstBytes = program.firstBytes {
                    while position < text.count, !firstBytes[Int(text[position])] { position += 1 }
                    if position == text.count { break }
                }
            }
            if best == nil { add(0, slots: fresh, at: position, to: &now) }
            let length = position < text.count ? advance(at: position) : 1
            if position == text.count { finish(at: position) }
            swap(&now, &next)
            next.instructions.removeAll(keepingCapacity: true)
            position += length
        }
        return best.map { slots in
            RegularExpression.Match(
                groups: (0...program.groupCount).map { index in
                    let (low, high) = (slots[index * 2], slots[index * 2 + 1])
                    return low >= 0 && high >= low ? low..<high : nil
                })
        }
    }

    /// Moves every thread over the character at the position; returns the character's length.
    private mutating func advance(at position: Int) -> Int {
        let (value, length) = UTF8Scalar.decode(text, at: position)
        for instruction in now.instructions {
            let slots = Array(now.slots[instruction * slotCount..<(instruction + 1) * slotCount])
            if let best, slots[0] > best[0] { continue }
            if case .match = program.instructions[instruction] {
                take(slots)
            } else if program.matches(program.instructions[instruction], value) {
                add(instruction + 1, slots: slots, at: position + length, to: &next)
            }
        }
        return length
    }

    private mutating func finish(at position: Int) {
        for instruction in now.instructions {
            guard case .match = program.instructions[instruction] else { continue }
            take(Array(now.slots[instruction * slotCount..<(instruction + 1) * slotCount]))
        }
    }

    private mutating func take(_ slots: [Int]) {
        guard let old = best else {
            best = slots
            return
        }
        if slots[0] < old[0] || (slots[0] == old[0] && slots[1] > old[1]) { best = slots }
    }

    /// Adds a thread and all that follow it without reading a character.
    private func add(_ instruction: Int, slots: [Int], at position: Int, to list: inout ThreadList) {
        var pending: [(instruction: Int, slots: [Int])] = [(instruction, slots)]
        while let (index, slots) = pending.popLast() {
            guard list.addedAt[index] != position else { continue }
            list.addedAt[index] = position
            switch program.instructions[index] {
            case .jump(let target): pending.append((target, slots))
            case .split(let first, let second):
                pending.append((second, slots))
                pending.append((first, slots))
            case .save(let slot):
                var changed = slots
                changed[slot] = position
                pending.append((index + 1, changed))
            case .mark, .progress: pending.append((index + 1, slots))
            case .start: if program.isStart(text, position) { pending.append((index + 1, slots)) }
            case .end: if program.isEnd(text, position) { pending.append((index + 1, slots)) }
            case .boundary(let boundary):
                if program.holds(boundary, text, position) { pending.append((index + 1, slots)) }
            case .character, .any, .set, .match, .backReference:
                list.instructions.append(index)
                list.slots.replaceSubrange(index * slotCount..<(index + 1) * slotCount, with: slots)
            }
        }
    }
}

/// Tries one way after the other, which back-references need; bounded by steps.
struct BacktrackingSearch {
    private let program: RegexProgram
    private let text: [UInt8]
    private var stepsLeft = RegularExpression.stepsMax

    init(program: RegexProgram, text: [UInt8]) {
        self.program = program
        self.text = text
    }

    mutating func firstMatch(from start: Int) -> RegularExpression.Match? {
        var position = start
        while position <= text.count, stepsLeft > 0 {
            if let slots = match(at: position) {
                return RegularExpression.Match(
                    groups: (0...program.groupCount).map { index in
                        let (low, high) = (slots[index * 2], slots[index * 2 + 1])
                        return low >= 0 && high >= low ? low..<high : nil
                    })
            }
            position += UTF8Scalar.length(in: text, at: position)
        }
        return nil
    }

    private struct Choice {
        var instruction: Int
        var position: Int
        var slots: [Int]
    }

    private mutating func match(at start: Int) -> [Int]? {
        var choices = [Choice(instruction: 0, position: start, slots: [Int](repeating: -1, count: program.slotCount))]
        while let choice = choices.popLast() {
            var (index, position, slots) = (choice.instruction, choice.position, choice.slots)
            way: while true {
                stepsLeft -= 1
                if stepsLeft <= 0 { return nil }
                switch program.instructions[index] {
                case .match: return slots
                case .jump(let target):
                    index = target
                    continue way
                case .split(let first, let second):
                    choices.append(Choice(instruction: second, position: position, slots: slots))
                    index = first
                    continue way
                case .save(let slot), .mark(let slot): slots[slot] = position
                case .progress(let slot): if slots[slot] == position { break way }
                case .start: if !program.isStart(text, position) { break way }
                case .end: if !program.isEnd(text, position) { break way }
                case .boundary(let boundary): if !program.holds(boundary, text, position) { break way }
                case .backReference(let group):
                    guard let end = repeated(group, slots, position) else { break way }
                    position = end
                case .character, .any, .set:
                    guard position < text.count else { break way }
                    let (value, length) = UTF8Scalar.decode(text, at: position)
                    guard program.matches(program.instructions[index], value) else { break way }
                    position += length
                }
                index += 1
            }
        }
        return nil
    }

    /// The end of the repeated group's text; `nil` when something else stands there.
    private func repeated(_ group: Int, _ slots: [Int], _ position: Int) -> Int? {
        let (low, high) = (slots[group * 2], slots[group * 2 + 1])
        guard low >= 0, high >= low, position + high - low <= text.count else { return nil }
        for offset in 0..<(high - low) {
            let (left, right) = (UInt32(text[low + offset]), UInt32(text[position + offset]))
            guard program.options.ignoresCase ? CaseFolding.lower(left) == CaseFolding.lower(right) : left == right
            else {
                return nil
            }
        }
        return position + high - low
    }
}

/// Slides runs of changed lines of one text to where a reader expects them.
///
/// A run may move by a line when the line that it leaves behind equals the one that it takes in. Each run goes up as
/// far as it can, joining runs that it meets, then down as far as it can; if on its way down it stood beside a change
/// of the other text, it goes back to the last such place.
/// Source: the behaviour of GNU diff.
struct DiffRuns {
    private let lines: [Int]
    private let range: Range<Int>
    private let other: [Bool]
    private(set) var changed: [Bool]
    /// The run in hand.
    private var run = 0..<0
    /// The line of the other text that belongs to the end of the run.
    private var partner: Int

    init(lines: [Int], changed: [Bool], range: Range<Int>, other: [Bool], otherStart: Int) {
        self.lines = lines
        self.changed = changed
        self.range = range
        self.other = other
        run = range.lowerBound..<range.lowerBound
        partner = otherStart
    }
}

extension DiffRuns {
    mutating func slide() {
        while findNextRun() {
            var length: Int
            var meeting: Int?
            repeat {
                length = run.count
                slideUp()
                meeting = isChangedInOther(partner - 1) ? run.upperBound : nil
                slideDown(&meeting)
            } while run.count != length
            while let end = meeting, end < run.upperBound { stepUp() }
        }
    }

    /// Goes to the next run, keeping pace in the other text.
    private mutating func findNextRun() -> Bool {
        var index = run.upperBound
        while index < range.upperBound, !changed[index] {
            index += 1
            skipOther()
            partner += 1
        }
        guard index < range.upperBound else { return false }
        run = index..<endOfRun(from: index)
        skipOther()
        return true
    }

    private mutating func slideUp() {
        while run.lowerBound > range.lowerBound, lines[run.lowerBound - 1] == lines[run.upperBound - 1] {
            stepUp()
            var start = run.lowerBound
            while start > range.lowerBound, changed[start - 1] { start -= 1 }
            run = start..<run.upperBound
        }
    }

    /// Notes the last end of the run that stood beside a change of the other text.
    private mutating func slideDown(_ meeting: inout Int?) {
        while run.upperBound < range.upperBound, lines[run.lowerBound] == lines[run.upperBound] {
            changed[run.lowerBound] = false
            changed[run.upperBound] = true
            run = (run.lowerBound + 1)..<endOfRun(from: run.upperBound)
            partner += 1
            if isChangedInOther(partner) { meeting = run.upperBound }
            skipOther()
        }
    }

    private mutating func stepUp() {
        run = (run.lowerBound - 1)..<(run.upperBound - 1)
        changed[run.lowerBound] = true
        changed[run.upperBound] = false
        partner -= 1
        while isChangedInOther(partner) { partner -= 1 }
    }

    private func endOfRun(from index: Int) -> Int {
        changed[index..<range.upperBound].firstIndex(of: false) ?? range.upperBound
    }

    private mutating func skipOther() {
        while isChangedInOther(partner) { partner += 1 }
    }

    private func isChangedInOther(_ index: Int) -> Bool {
        other.indices.contains(index) && other[index]
    }
}

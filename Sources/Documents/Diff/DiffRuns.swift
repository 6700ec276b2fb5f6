/// Slides runs of changed lines to where a reader expects them.
///
/// A run may move by a line when the line that it leaves behind equals the one that it takes in. Each run goes up as
/// far as it can, joining runs that it meets, then down as far as it can; if on its way down it stood beside a change
/// of the other text, it goes back to the last such place.
/// Source: the behaviour of GNU diff.
struct DiffRuns {
    let lines: [Int]
    let range: Range<Int>
}

extension DiffRuns {
    func slide(_ changed: inout [Bool], other: [Bool], otherStart: Int) {
        var index = range.lowerBound
        var partner = otherStart
        while true {
            // To the next run, keeping pace in the other text.
            while index < range.upperBound, !changed[index] {
                index += 1
                partner = next(other, after: partner)
            }
            guard index < range.upperBound else { return }
            var start = index
            while index < range.upperBound, changed[index] { index += 1 }
            partner = skip(other, from: partner)
            var corresponding = range.upperBound
            var length: Int
            repeat {
                length = index - start
                while start > range.lowerBound, lines[start - 1] == lines[index - 1] {
                    start -= 1
                    index -= 1
                    changed[start] = true
                    changed[index] = false
                    while start > range.lowerBound, changed[start - 1] { start -= 1 }
                    partner = previous(other, before: partner)
                }
                corresponding = isChanged(other, partner - 1) ? index : range.upperBound
                while index < range.upperBound, lines[start] == lines[index] {
                    changed[start] = false
                    changed[index] = true
                    start += 1
                    index += 1
                    while index < range.upperBound, changed[index] { index += 1 }
                    partner += 1
                    while isChanged(other, partner) {
                        partner += 1
                        corresponding = index
                    }
                }
            } while index - start != length
            while corresponding < index {
                start -= 1
                index -= 1
                changed[start] = true
                changed[index] = false
                partner = previous(other, before: partner)
            }
        }
    }

    private func isChanged(_ other: [Bool], _ index: Int) -> Bool {
        other.indices.contains(index) && other[index]
    }

    /// The place of the next unchanged line's partner: past one unchanged line and the changed ones before it.
    private func next(_ other: [Bool], after index: Int) -> Int {
        skip(other, from: index) + 1
    }

    private func skip(_ other: [Bool], from index: Int) -> Int {
        var index = index
        while isChanged(other, index) { index += 1 }
        return index
    }

    private func previous(_ other: [Bool], before index: Int) -> Int {
        var index = index - 1
        while isChanged(other, index) { index -= 1 }
        return index
    }
}

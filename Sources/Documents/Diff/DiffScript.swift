/// Finds the fewest lines to delete and insert, by Myers' method in linear space.
///
/// Which of several shortest answers it finds, and where runs of changes come to lie, follows GNU diff: lines without
/// a partner are set aside first, each half of the search goes from the highest diagonal to the lowest, and runs slide
/// as `DiffRuns` says.
/// Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
struct DiffScript {
    private let old: [Int]
    private let new: [Int]
    private var oldChanged: [Bool]
    private var newChanged: [Bool]

    init(_ oldLines: [Substring], _ newLines: [Substring]) {
        var classes: [Substring: Int] = [:]
        func number(_ line: Substring) -> Int {
            if let known = classes[line] { return known }
            classes[line] = classes.count
            return classes.count - 1
        }
        old = oldLines.map(number)
        new = newLines.map(number)
        oldChanged = Array(repeating: false, count: old.count)
        newChanged = Array(repeating: false, count: new.count)
    }

    /// The changes in order.
    var changes: [DiffChange] {
        var changes: [DiffChange] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            let (oldStart, newStart) = (oldIndex, newIndex)
            while oldIndex < old.count, oldChanged[oldIndex] { oldIndex += 1 }
            while newIndex < new.count, newChanged[newIndex] { newIndex += 1 }
            if oldIndex > oldStart || newIndex > newStart {
                changes.append(DiffChange(old: oldStart..<oldIndex, new: newStart..<newIndex))
            } else {
                oldIndex += 1
                newIndex += 1
            }
        }
        return changes
    }
}

extension DiffScript {
    /// Marks the changed lines; so many equal lines at both ends still take part, so that runs can slide over them.
    mutating func compare(horizon: Int) {
        let shorter = min(old.count, new.count)
        var prefix = 0
        while prefix < shorter, old[prefix] == new[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < shorter - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
        let first = max(0, prefix - horizon)
        let oldRange = first..<(old.count - max(0, suffix - horizon))
        let newRange = first..<(new.count - max(0, suffix - horizon))
        let (oldKept, newKept) = setAsideStrangers(oldRange, newRange)
        var search = DiffSearch(old: oldKept.map { old[$0] }, new: newKept.map { new[$0] })
        search.compare()
        for index in search.oldChanged { oldChanged[oldKept[index]] = true }
        for index in search.newChanged { newChanged[newKept[index]] = true }
        var oldRuns = DiffRuns(
            lines: old, changed: oldChanged, range: oldRange, other: newChanged, otherStart: newRange.lowerBound)
        oldRuns.slide()
        oldChanged = oldRuns.changed
        var newRuns = DiffRuns(
            lines: new, changed: newChanged, range: newRange, other: oldChanged, otherStart: oldRange.lowerBound)
        newRuns.slide()
        newChanged = newRuns.changed
    }

    /// Marks the lines that the other text does not have, and returns the places of those that it has.
    private mutating func setAsideStrangers(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> ([Int], [Int]) {
        let (oldClasses, newClasses) = (Set(old[oldRange]), Set(new[newRange]))
        for index in oldRange where !newClasses.contains(old[index]) { oldChanged[index] = true }
        for index in newRange where !oldClasses.contains(new[index]) { newChanged[index] = true }
        return (oldRange.filter { !oldChanged[$0] }, newRange.filter { !newChanged[$0] })
    }
}

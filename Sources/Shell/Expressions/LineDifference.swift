/// The lines of one side of a comparison.
struct DiffText {
    let lines: [ArraySlice<UInt8>]
    /// The last line has no end.
    let lacksEnd: Bool

    init(_ bytes: [UInt8]) {
        lines = bytes[...].lines
        lacksEnd = bytes.last.map { $0 != .newline } ?? false
    }
}

/// The shortest list of changes that turns one text into another.
///
/// Source of the method: Eugene Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
struct LineDifference {
    /// Lines that are gone and lines that came in their place.
    struct Change: Hashable {
        var removed: Range<Int>
        var added: Range<Int>
    }

    private let left: DiffText
    private let right: DiffText
    private(set) var changes: [Change] = []

    /// Beyond this many differences the rest counts as one big change.
    static let differencesMax = 2000

    var isEmpty: Bool { changes.isEmpty }

    init(_ left: DiffText, _ right: DiffText, key: (ArraySlice<UInt8>) -> [UInt8] = { Array($0) }) {
        self.left = left
        self.right = right
        var numbers: [[UInt8]: Int] = [:]
        func number(_ line: ArraySlice<UInt8>, _ isUnended: Bool) -> Int {
            let text = key(line) + (isUnended ? [.newline] : [])
            if let known = numbers[text] { return known }
            numbers[text] = numbers.count
            return numbers.count - 1
        }
        func numbered(_ text: DiffText) -> [Int] {
            text.lines.enumerated().map { number($0.element, text.lacksEnd && $0.offset == text.lines.count - 1) }
        }
        changes = Self.changes(numbered(left), numbered(right))
    }

    private static func changes(_ left: [Int], _ right: [Int]) -> [Change] {
        var start = 0
        while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
        var (leftEnd, rightEnd) = (left.count, right.count)
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            leftEnd -= 1
            rightEnd -= 1
        }
        let steps = path(Array(left[start..<leftEnd]), Array(right[start..<rightEnd]))
        var changes: [Change] = []
        for (isRemoval, x, y) in steps {
            let (x, y) = (x + start, y + start)
            if var last = changes.last, last.removed.upperBound == x, last.added.upperBound == y {
                if isRemoval {
                    last.removed = last.removed.lowerBound..<x + 1
                } else {
                    last.added = last.added.lowerBound..<y + 1
                }
                changes[changes.count - 1] = last
            } else {
                changes.append(Change(removed: x..<(isRemoval ? x + 1 : x), added: y..<(isRemoval ? y : y + 1)))
            }
        }
        return changes
    }

    /// Removals and additions in order, with the places on both sides.
    private static func path(_ left: [Int], _ right: [Int]) -> [(isRemoval: Bool, x: Int, y: Int)] {
        let (n, m) = (left.count, right.count)
        let all = left.indices.map { (true, $0, 0) } + right.indices.map { (false, n, $0) }
        if n == 0 || m == 0 { return all }
        let limit = min(n + m, differencesMax)
        var ends = [Int](repeating: 0, count: 2 * limit + 3)
        var history: [[Int]] = []
        let origin = limit + 1
        for distance in 0...limit {
            history.append(ends)
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let goesDown =
                    diagonal == -distance
                    || (diagonal != distance && ends[origin + diagonal - 1] < ends[origin + diagonal + 1])
                var x = goesDown ? ends[origin + diagonal + 1] : ends[origin + diagonal - 1] + 1
                var y = x - diagonal
                while x < n, y < m, left[x] == right[y] {
                    x += 1
                    y += 1
                }
                ends[origin + diagonal] = x
                if x >= n, y >= m { return traced(history, n, m, origin) }
            }
        }
        return all
    }

    private static func traced(_ history: [[Int]], _ n: Int, _ m: Int, _ origin: Int) -> [(
        isRemoval: Bool, x: Int, y: Int
    )] {
        var steps: [(isRemoval: Bool, x: Int, y: Int)] = []
        var (x, y) = (n, m)
        for distance in stride(from: history.count - 1, to: 0, by: -1) {
            let ends = history[distance]
            let diagonal = x - y
            let goesDown =
                diagonal == -distance
                || (diagonal != distance && ends[origin + diagonal - 1] < ends[origin + diagonal + 1])
            let previous = goesDown ? diagonal + 1 : diagonal - 1
            let previousX = ends[origin + previous]
            let previousY = previousX - previous
            // Equal lines before the step leave the place where it began.
            steps.append((!goesDown, previousX, previousY))
            (x, y) = (previousX, previousY)
        }
        return steps.reversed()
    }
}

// MARK: - Forms of output

extension LineDifference {
    private func line(_ sign: String, _ side: DiffText, _ index: Int) -> [UInt8] {
        var bytes = Array(sign.utf8) + side.lines[index] + [.newline]
        if side.lacksEnd, index == side.lines.count - 1 { bytes += Array("\\ No newline at end of file\n".utf8) }
        return bytes
    }

    /// `2c2`, `< old`, `---`, `> new`
    func normal() -> [UInt8] {
        var output: [UInt8] = []
        for change in changes {
            let letter = change.removed.isEmpty ? "a" : change.added.isEmpty ? "d" : "c"
            output += Array("\(Self.place(change.removed))\(letter)\(Self.place(change.added))\n".utf8)
            for index in change.removed { output += line("< ", left, index) }
            if letter == "c" { output += Array("---\n".utf8) }
            for index in change.added { output += line("> ", right, index) }
        }
        return output
    }

    private static func place(_ range: Range<Int>) -> String {
        if range.isEmpty { return String(range.lowerBound) }
        return range.count == 1 ? String(range.upperBound) : "\(range.lowerBound + 1),\(range.upperBound)"
    }

    /// `@@ -1,3 +1,4 @@` and its lines
    func unified(context: Int) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < changes.count {
            var end = index + 1
            while end < changes.count,
                changes[end].removed.lowerBound - changes[end - 1].removed.upperBound <= context * 2
            { end += 1 }
            output += hunk(Array(changes[index..<end]), context)
            index = end
        }
        return output
    }

    private func hunk(_ group: [Change], _ context: Int) -> [UInt8] {
        guard let first = group.first, let last = group.last else { return [] }
        let before = min(context, first.removed.lowerBound)
        let after = min(context, left.lines.count - last.removed.upperBound)
        let oldRange = first.removed.lowerBound - before..<last.removed.upperBound + after
        let newRange = first.added.lowerBound - before..<last.added.upperBound + after
        var output = Array("@@ -\(Self.span(oldRange)) +\(Self.span(newRange)) @@\n".utf8)
        var position = oldRange.lowerBound
        for change in group {
            while position < change.removed.lowerBound {
                output += line(" ", left, position)
                position += 1
            }
            for index in change.removed { output += line("-", left, index) }
            for index in change.added { output += line("+", right, index) }
            position = change.removed.upperBound
        }
        while position < oldRange.upperBound {
            output += line(" ", left, position)
            position += 1
        }
        return output
    }

    private static func span(_ range: Range<Int>) -> String {
        switch range.count {
        case 0: "\(range.lowerBound),0"
        case 1: String(range.lowerBound + 1)
        default: "\(range.lowerBound + 1),\(range.count)"
        }
    }
}

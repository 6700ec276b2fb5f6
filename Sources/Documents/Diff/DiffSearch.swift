/// The search for a shortest edit script between two sequences.
struct DiffSearch {
    private let old: [Int]
    private let new: [Int]
    private(set) var oldChanged: [Int] = []
    private(set) var newChanged: [Int] = []
    /// For each diagonal `x - y`, how far a path of the current cost comes from the start, and from the end.
    private var forward: [Int]
    private var backward: [Int]
    private let offset: Int

    init(old: [Int], new: [Int]) {
        self.old = old
        self.new = new
        offset = new.count + 1
        forward = Array(repeating: -1, count: old.count + new.count + 3)
        backward = Array(repeating: Int.max, count: old.count + new.count + 3)
    }

    mutating func compare() {
        compare(0..<old.count, 0..<new.count)
    }
}

extension DiffSearch {
    /// Splits both ranges at a point of a shortest path until one of them is empty.
    private mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        var (left, right) = (oldRange.lowerBound, oldRange.upperBound)
        var (top, bottom) = (newRange.lowerBound, newRange.upperBound)
        while left < right, top < bottom, old[left] == new[top] {
            left += 1
            top += 1
        }
        while left < right, top < bottom, old[right - 1] == new[bottom - 1] {
            right -= 1
            bottom -= 1
        }
        if left == right {
            newChanged += top..<bottom
        } else if top == bottom {
            oldChanged += left..<right
        } else {
            let (x, y) = middle(left..<right, top..<bottom)
            compare(left..<x, top..<y)
            compare(x..<right, y..<bottom)
        }
    }

    /// The point where the paths from both ends meet.
    private mutating func middle(_ xs: Range<Int>, _ ys: Range<Int>) -> (x: Int, y: Int) {
        let lowest = xs.lowerBound - ys.upperBound
        let highest = xs.upperBound - ys.lowerBound
        let start = xs.lowerBound - ys.lowerBound
        let end = xs.upperBound - ys.upperBound
        let isOdd = (start - end) % 2 != 0
        var ahead = Diagonals(at: start)
        var behind = Diagonals(at: end)
        forward[offset + start] = xs.lowerBound
        backward[offset + end] = xs.upperBound
        while true {
            for diagonal in ahead.widen(within: lowest...highest) { forward[offset + diagonal] = -1 }
            for diagonal in ahead.fromHighest {
                let x = stepForward(diagonal, xs.upperBound, ys.upperBound)
                if isOdd, behind.contains(diagonal), backward[offset + diagonal] <= x { return (x, x - diagonal) }
            }
            for diagonal in behind.widen(within: lowest...highest) { backward[offset + diagonal] = Int.max }
            for diagonal in behind.fromHighest {
                let x = stepBackward(diagonal, xs.lowerBound, ys.lowerBound)
                if !isOdd, ahead.contains(diagonal), x <= forward[offset + diagonal] { return (x, x - diagonal) }
            }
        }
    }

    private mutating func stepForward(_ diagonal: Int, _ right: Int, _ bottom: Int) -> Int {
        let (below, above) = (forward[offset + diagonal - 1], forward[offset + diagonal + 1])
        var x = below < above ? above : below + 1
        while x < right, x - diagonal < bottom, old[x] == new[x - diagonal] { x += 1 }
        forward[offset + diagonal] = x
        return x
    }

    private mutating func stepBackward(_ diagonal: Int, _ left: Int, _ top: Int) -> Int {
        let (below, above) = (backward[offset + diagonal - 1], backward[offset + diagonal + 1])
        var x = below < above ? below : above - 1
        while left < x, top < x - diagonal, old[x - 1] == new[x - diagonal - 1] { x -= 1 }
        backward[offset + diagonal] = x
        return x
    }
}

/// The diagonals that a search has reached; every second one counts in each step.
private struct Diagonals {
    private(set) var low: Int
    private(set) var high: Int

    init(at diagonal: Int) {
        low = diagonal
        high = diagonal
    }

    /// Takes one more diagonal at each side, or one less at a side that has come to the corner; returns the ones
    /// beyond the new ends, which no path has reached.
    mutating func widen(within limits: ClosedRange<Int>) -> [Int] {
        var unreached: [Int] = []
        if low > limits.lowerBound {
            low -= 1
            unreached.append(low - 1)
        } else {
            low += 1
        }
        if high < limits.upperBound {
            high += 1
            unreached.append(high + 1)
        } else {
            high -= 1
        }
        return unreached
    }

    func contains(_ diagonal: Int) -> Bool {
        low <= diagonal && diagonal <= high
    }

    var fromHighest: StrideThrough<Int> {
        stride(from: high, through: low, by: -2)
    }
}

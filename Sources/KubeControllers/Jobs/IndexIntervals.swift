/// A set of completion indexes as the status of a Job writes it: `0-2,5,7-9`.
///
/// Kept as intervals, so that a Job of a million indexes costs no more than its gaps.
/// Source: `pkg/controller/job/indexed_job_utils.go`.
struct IndexIntervals: Hashable, Sendable {
    /// Apart from each other and in order.
    private(set) var intervals: [ClosedRange<Int>] = []
}

extension IndexIntervals {
    init(_ indexes: some Sequence<Int>) {
        for index in Set(indexes).sorted() { append(index...index) }
    }

    /// Reads `0-2,5`, without indexes from `limit` on; what is no number is skipped.
    init(parsing text: String, below limit: Int) {
        for part in text.split(separator: ",") {
            let bounds = part.split(separator: "-").compactMap { Int($0) }
            guard let first = bounds.first, let last = bounds.last, first <= last, first < limit else { continue }
            append(first...min(last, limit - 1))
        }
    }

    /// `0-2,5`; two neighbours are written with a comma.
    var text: String {
        intervals.map { interval in
            switch interval.count {
            case 1: "\(interval.lowerBound)"
            case 2: "\(interval.lowerBound),\(interval.upperBound)"
            default: "\(interval.lowerBound)-\(interval.upperBound)"
            }
        }.joined(separator: ",")
    }

    var count: Int { intervals.reduce(0) { $0 + $1.count } }
    var isEmpty: Bool { intervals.isEmpty }

    func contains(_ index: Int) -> Bool {
        var low = 0
        var high = intervals.count
        while low < high {
            let middle = (low + high) / 2
            if intervals[middle].upperBound < index { low = middle + 1 } else { high = middle }
        }
        return low < intervals.count && intervals[low].contains(index)
    }

    func union(_ other: IndexIntervals) -> IndexIntervals {
        guard !other.isEmpty else { return self }
        var result = IndexIntervals()
        for interval in (intervals + other.intervals).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            result.append(interval)
        }
        return result
    }

    /// The first `count` indexes below `limit` that are not in here.
    func firstMissing(_ count: Int, below limit: Int) -> [Int] {
        var missing: [Int] = []
        var next = 0
        for interval in intervals + [limit...limit] {
            while next < min(interval.lowerBound, limit), missing.count < count {
                missing.append(next)
                next += 1
            }
            next = max(next, interval.upperBound + 1)
        }
        return missing
    }

    /// Adds an interval that begins no earlier than the last one.
    private mutating func append(_ interval: ClosedRange<Int>) {
        if let last = intervals.last, interval.lowerBound <= last.upperBound + 1 {
            intervals[intervals.count - 1] = last.lowerBound...max(last.upperBound, interval.upperBound)
        } else {
            intervals.append(interval)
        }
    }
}

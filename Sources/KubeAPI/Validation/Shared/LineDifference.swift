/// The lines in which two texts differ, with three lines around them, as `diff -u` shows them without a header.
enum LineDifference {
    private static let contextLines = 3

    fileprivate enum Step { case same(String), removed(String), added(String) }

    static func text(old: [String], new: [String]) -> String {
        let steps = steps(old, new)
        var output: [String] = []
        var oldLine = 0
        var newLine = 0
        var index = 0
        while index < steps.count {
            guard let first = steps[index...].firstIndex(where: \.isChange) else { break }
            let start = max(index, first - contextLines)
            var end = first
            while let next = steps[(end + 1)...].prefix(2 * contextLines + 1).firstIndex(where: \.isChange) {
                end = next
            }
            let stop = min(steps.count, end + contextLines + 1)
            for step in steps[index..<start] where !step.isChange {
                oldLine += 1
                newLine += 1
            }
            let hunk = steps[start..<stop]
            let oldCount = hunk.filter { !$0.isAddition }.count
            let newCount = hunk.filter { !$0.isRemoval }.count
            output.append("@@ -\(range(oldLine, oldCount)) +\(range(newLine, newCount)) @@")
            output += hunk.map(\.line)
            oldLine += oldCount
            newLine += newCount
            index = stop
        }
        return output.map { $0 + "\n" }.joined()
    }

    private static func range(_ line: Int, _ count: Int) -> String {
        count == 1 ? "\(line + 1)" : "\(line + 1),\(count)"
    }

    /// The way from the old lines to the new ones that keeps most of them.
    private static func steps(_ old: [String], _ new: [String]) -> [Step] {
        var result: [Step] = []
        var position = 0
        let difference = new.difference(from: old)
        var removals: Set<Int> = []
        var insertions: [Int: String] = [:]
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removals.insert(offset)
            case .insert(let offset, let element, _): insertions[offset] = element
            }
        }
        var newPosition = 0
        while position < old.count || newPosition < new.count {
            if position < old.count, removals.contains(position) {
                result.append(.removed(old[position]))
                position += 1
            } else if let line = insertions[newPosition] {
                result.append(.added(line))
                newPosition += 1
            } else if position < old.count {
                result.append(.same(old[position]))
                position += 1
                newPosition += 1
            } else {
                break
            }
        }
        return result
    }
}

extension LineDifference.Step {
    fileprivate var isChange: Bool { isRemoval || isAddition }

    fileprivate var isRemoval: Bool {
        if case .removed = self { true } else { false }
    }

    fileprivate var isAddition: Bool {
        if case .added = self { true } else { false }
    }

    fileprivate var line: String {
        switch self {
        case .same(let text): " " + text
        case .removed(let text): "-" + text
        case .added(let text): "+" + text
        }
    }
}

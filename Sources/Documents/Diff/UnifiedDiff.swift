/// The difference between two texts as `diff -u` prints it.
package enum UnifiedDiff {
    /// The lines of all hunks, from `@@ -1,4 +1,5 @@` on, without the two lines that name the files; empty when the
    /// texts are the same.
    ///
    /// Source: POSIX `diff`; GNU diffutils for where changes are placed.
    package static func lines(_ old: String, _ new: String, context: Int = 3) -> [String] {
        let (oldText, newText) = (DiffText(old), DiffText(new))
        var script = DiffScript(oldText.lines, newText.lines)
        script.compare(horizon: context)
        return hunks(of: script.changes, context: context).flatMap { hunk in
            text(of: hunk, oldText, newText, context: context)
        }
    }

    /// Changes that are so near to each other that their contexts meet.
    private static func hunks(of changes: [DiffChange], context: Int) -> [[DiffChange]] {
        var hunks: [[DiffChange]] = []
        for change in changes {
            if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
                hunks[hunks.count - 1].append(change)
            } else {
                hunks.append([change])
            }
        }
        return hunks
    }

    private static func text(of hunk: [DiffChange], _ old: DiffText, _ new: DiffText, context: Int) -> [String] {
        guard let first = hunk.first, let last = hunk.last else { return [] }
        let before = min(context, first.old.lowerBound)
        let after = min(context, old.lines.count - last.old.upperBound)
        let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
        let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
        var lines = ["@@ -\(position(oldRange)) +\(position(newRange)) @@"]
        var index = oldRange.lowerBound
        for change in hunk {
            lines += (index..<change.old.lowerBound).flatMap { old.printed(" ", $0) }
            lines += change.old.flatMap { old.printed("-", $0) }
            lines += change.new.flatMap { new.printed("+", $0) }
            index = change.old.upperBound
        }
        return lines + (index..<oldRange.upperBound).flatMap { old.printed(" ", $0) }
    }

    /// `3,7`; `3` for a single line; `2,0` for nothing after line 2.
    private static func position(_ range: Range<Int>) -> String {
        switch range.count {
        case 0: "\(range.lowerBound),0"
        case 1: "\(range.lowerBound + 1)"
        case let count: "\(range.lowerBound + 1),\(count)"
        }
    }
}

/// Lines of one text that give way to lines of another; either side may be empty.
struct DiffChange: Hashable, Sendable {
    let old: Range<Int>
    let new: Range<Int>
}

/// A text as lines, each with the newline that ends it; the last one may have none.
private struct DiffText {
    private(set) var lines: [Substring] = []

    init(_ text: String) {
        var start = text.startIndex
        while start < text.endIndex {
            let newline = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n"))
            let end = newline.map(text.utf8.index(after:)) ?? text.endIndex
            lines.append(text[start..<end])
            start = end
        }
    }

    func printed(_ mark: Character, _ index: Int) -> [String] {
        let line = lines[index]
        guard line.utf8.last == UInt8(ascii: "\n") else { return ["\(mark)\(line)", "\\ No newline at end of file"] }
        return ["\(mark)\(String(decoding: line.utf8.dropLast(), as: UTF8.self))"]
    }
}

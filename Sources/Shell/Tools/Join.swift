extension Tool {
    /// `join [-t separator] [-1 field] [-2 field] [-a side] [-v side] [-e empty] first second`, both sorted by the field
    static let join = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "t:1:2:j:a:v:e:i", context: &context)
        guard options.operands.count == 2 else {
            throw .usage(
                options.operands.count < 2
                    ? "missing operand" : "extra operand \u{2018}\(options.operands[2])\u{2019}")
        }
        let joining = Joining(options)
        var sides: [[Joining.Row]] = []
        for (index, operand) in options.operands.enumerated() {
            switch try context.read(operand) {
            case .success(let bytes): sides.append(bytes[...].lines.map { joining.row($0, side: index) })
            case .failure(let error): throw context.fail("\(operand): \(error.reason)")
            }
        }
        for line in joining.lines(sides[0], sides[1]) { try context.write(line + [.newline]) }
        return 0
    }
}

/// How the rows of two files are brought together.
private struct Joining {
    struct Row {
        var key: [UInt8]
        var rest: [[UInt8]]
    }

    private let separator: UInt8?
    private let fields: [Int]
    /// Sides whose rows without a partner are printed too, and whether only those are.
    private let unpaired: Set<String>
    private let printsPairs: Bool

    init(_ options: ToolOptions) {
        separator = options.value("t").flatMap(\.utf8.first)
        let both = options.value("j").flatMap { Int($0) } ?? 1
        fields = ["1", "2"].map { options.value(Character($0)).flatMap { Int($0) } ?? both }
        let given = options.given.filter { $0.name == "a" || $0.name == "v" }
        unpaired = Set(given.compactMap(\.value))
        printsPairs = !options.has("v")
    }

    func row(_ line: ArraySlice<UInt8>, side: Int) -> Row {
        var parts: [[UInt8]]
        if let separator {
            parts = line.split(separator: separator, omittingEmptySubsequences: false).map(Array.init)
        } else {
            parts = line.split(whereSeparator: \.isBlank).map(Array.init)
        }
        let index = fields[side] - 1
        guard parts.indices.contains(index) else { return Row(key: [], rest: parts) }
        return Row(key: parts.remove(at: index), rest: parts)
    }

    func lines(_ left: [Row], _ right: [Row]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            if j == right.count || i < left.count && left[i].key.lexicographicallyPrecedes(right[j].key) {
                if unpaired.contains("1") { lines.append(line(left[i].key, left[i].rest)) }
                i += 1
            } else if i == left.count || right[j].key.lexicographicallyPrecedes(left[i].key) {
                if unpaired.contains("2") { lines.append(line(right[j].key, right[j].rest)) }
                j += 1
            } else {
                let key = left[i].key
                let endLeft = left[i...].firstIndex { $0.key != key } ?? left.count
                let endRight = right[j...].firstIndex { $0.key != key } ?? right.count
                for a in left[i..<endLeft] where printsPairs {
                    for b in right[j..<endRight] { lines.append(line(key, a.rest + b.rest)) }
                }
                (i, j) = (endLeft, endRight)
            }
        }
        return lines
    }

    private func line(_ key: [UInt8], _ rest: [[UInt8]]) -> [UInt8] {
        let separator = [separator ?? UInt8(ascii: " ")]
        return rest.reduce(key) { $0 + separator + $1 }
    }
}

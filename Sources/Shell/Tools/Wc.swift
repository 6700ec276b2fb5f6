extension Tool {
    /// `wc [-clmwL] [file...]`
    static let wc = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "clmwL",
            long: ["bytes": "c", "lines": "l", "chars": "m", "words": "w", "max-line-length": "L"], context: &context)
        var columns = "lwmcL".filter { options.has($0) }
        if columns.isEmpty { columns = "lwc" }
        var results: [(name: String, counts: Result<WordCount, FileError>)] = []
        for operand in options.operands.isEmpty ? ["-"] : options.operands {
            results.append((operand, try context.read(operand).map { WordCount($0) }))
        }
        var total = WordCount([])
        var status: Int32 = 0
        for case (_, .success(let counts)) in results { total.add(counts) }
        let width = width(total, columns: columns, names: options.operands, flavor: context.flavor)
        func line(_ counts: WordCount, _ name: String) -> String {
            let numbers = columns.map { Padding.left(String(counts.value($0)), to: width) }
            return numbers.joined(separator: " ") + (options.operands.isEmpty ? "" : " \(name)")
        }
        for (name, counts) in results {
            switch counts {
            case .success(let counts): try context.printLine(line(counts, name))
            case .failure(let error):
                status = 1
                context.complain(opening: name, error)
            }
        }
        if results.count > 1 { try context.printLine(line(total, "total")) }
        return status
    }

    /// GNU makes the columns as wide as the sum of all sizes, but 7 wide when a size is not known beforehand.
    private static func width(_ total: WordCount, columns: String, names: [String], flavor: ShellFlavor) -> Int {
        if columns.count == 1, names.count <= 1 { return 1 }
        if flavor == .busybox { return columns.count == 1 ? 1 : 9 }
        if names.isEmpty || names.contains("-") { return 7 }
        return String(total.bytes).count
    }
}

private struct WordCount {
    private(set) var lines = 0
    private(set) var words = 0
    private(set) var characters = 0
    private(set) var bytes = 0
    private(set) var longest = 0

    init(_ text: [UInt8]) {
        bytes = text.count
        var isInWord = false
        var length = 0
        for byte in text {
            if byte & 0xC0 != 0x80 {
                characters += 1
                length += 1
            }
            if byte == .newline {
                lines += 1
                longest = max(longest, length - 1)
                length = 0
            }
            if byte.isSpace {
                isInWord = false
            } else if !isInWord {
                isInWord = true
                words += 1
            }
        }
        longest = max(longest, length)
    }

    mutating func add(_ other: WordCount) {
        lines += other.lines
        words += other.words
        characters += other.characters
        bytes += other.bytes
        longest = max(longest, other.longest)
    }

    func value(_ column: Character) -> Int {
        switch column {
        case "l": lines
        case "w": words
        case "m": characters
        case "c": bytes
        default: longest
        }
    }
}

extension Tool {
    /// `uniq [-cdui] [-f fields] [-s characters] [-w characters] [input]`
    static let uniq = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "cduizf:s:w:",
            long: [
                "count": "c", "repeated": "d", "unique": "u", "ignore-case": "i", "skip-fields": "f", "skip-chars": "s",
            ],
            context: &context)
        let (lines, failed) = try context.readLines(Array(options.operands.prefix(1)))
        if failed { return 1 }
        let key = UniqKey(options)
        var index = 0
        while index < lines.count {
            var end = index + 1
            while end < lines.count, key.of(lines[end]) == key.of(lines[index]) { end += 1 }
            let count = end - index
            let isShown = options.has("d") ? count > 1 : options.has("u") ? count == 1 : true
            if isShown {
                if options.has("c") { try context.print(Padding.left(String(count), to: 7) + " ") }
                try context.write(lines[index])
                try context.write([.newline])
            }
            index = end
        }
        return 0
    }
}

private struct UniqKey {
    let fields: Int
    let characters: Int
    let width: Int?
    let ignoresCase: Bool

    init(_ options: ToolOptions) {
        fields = options.value("f").flatMap { Int($0) } ?? 0
        characters = options.value("s").flatMap { Int($0) } ?? 0
        width = options.value("w").flatMap { Int($0) }
        ignoresCase = options.has("i")
    }

    func of(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var rest = line
        for _ in 0..<min(fields, line.count) {
            rest = rest.drop { $0.isBlank }.drop { !$0.isBlank }
        }
        rest = rest.dropFirst(characters)
        if let width { rest = rest.prefix(width) }
        return ignoresCase ? rest.map { $0.isUpper ? $0 + 0x20 : $0 } : Array(rest)
    }
}

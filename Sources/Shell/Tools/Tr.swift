extension Tool {
    /// `tr [-cds] set1 [set2]`
    static let tr = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "cCdst",
            long: ["complement": "c", "delete": "d", "squeeze-repeats": "s", "truncate-set1": "t"],
            stopsAtOperand: true,
            context: &context)
        guard let first = options.operands.first else { throw .usage("missing operand") }
        let needed = options.has("d") == options.has("s") ? 2 : 1
        if options.operands.count < needed, !(options.has("s") && !options.has("d")) {
            throw .usage(
                "missing operand after \u{2018}\(first)\u{2019}\nTwo strings must be given when \(options.has("d") ? "both deleting and squeezing repeats" : "translating")."
            )
        }
        if options.operands.count > 2 { throw .usage("extra operand \u{2018}\(options.operands[2])\u{2019}") }
        return try Translation(options, &context)
    }
}

private struct Translation: StreamingTool {
    private var map = [UInt8](0...255)
    private var isDeleted = [Bool](repeating: false, count: 256)
    private var isSqueezed = [Bool](repeating: false, count: 256)
    private var last: UInt8?

    init(_ options: ToolOptions, _ context: inout ToolContext) throws(ToolExit) {
        var first = try Self.bytes(of: options.operands[0], &context)
        if options.has("c") || options.has("C") {
            let members = Set(first)
            first = (0...255).map { UInt8($0) }.filter { !members.contains($0) }
        }
        let second = options.operands.count > 1 ? try Self.bytes(of: options.operands[1], &context) : nil
        if options.has("d") {
            for byte in first { isDeleted[Int(byte)] = true }
        } else if let second {
            guard let filler = second.last else { throw .usage("when not truncating set1, string2 must be non-empty") }
            for (index, byte) in first.enumerated() {
                if index >= second.count, options.has("t") { break }
                map[Int(byte)] = index < second.count ? second[index] : filler
            }
        }
        if options.has("s") {
            for byte in second ?? first { isSqueezed[Int(byte)] = true }
        }
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        var output: [UInt8] = []
        for byte in context.input where !isDeleted[Int(byte)] {
            let changed = map[Int(byte)]
            if isSqueezed[Int(changed)], last == changed { continue }
            last = changed
            output.append(changed)
        }
        context.inputUsed = context.input.count
        try context.write(output)
        return context.isInputComplete ? .finished(0) : .needsInput
    }

    /// `a-z`, `[:upper:]`, `\n`, `[x*5]`
    private static func bytes(of text: String, _ context: inout ToolContext) throws(ToolExit) -> [UInt8] {
        let raw = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < raw.count {
            if let (members, end) = try characterClass(raw, at: index, &context) {
                result += members
                index = end
                continue
            }
            let low = character(raw, at: &index)
            if index + 1 < raw.count, raw[index] == .minus {
                index += 1
                let high = character(raw, at: &index)
                guard low <= high else {
                    let range = "\(UnicodeScalar(low))-\(UnicodeScalar(high))"
                    throw context.fail("range-endpoints of '\(range)' are in reverse collating sequence order")
                }
                result += Array(low...high)
            } else {
                result.append(low)
            }
        }
        return result
    }

    private static func character(_ raw: [UInt8], at index: inout Int) -> UInt8 {
        defer { index += 1 }
        guard raw[index] == .backslash, index + 1 < raw.count else { return raw[index] }
        var end = index + 2
        while end < raw.count, end < index + 4, raw[index + 1].isDigit, raw[end].isDigit { end += 1 }
        let replaced = EscapeSequences.replaced(in: Array(raw[index..<end]), style: .printf).bytes
        guard replaced.count == 1 else {
            index += 1
            return raw[index]
        }
        index = end - 1
        return replaced[0]
    }

    private static func characterClass(
        _ raw: [UInt8], at index: Int, _ context: inout ToolContext
    ) throws(ToolExit) -> (members: [UInt8], end: Int)? {
        guard index + 3 < raw.count, raw[index] == .openBracket, raw[index + 1] == .colon,
            let close = raw[(index + 2)...].firstIndex(of: .colon), close + 1 < raw.count,
            raw[close + 1] == .closeBracket
        else { return nil }
        let name = String(decoding: raw[(index + 2)..<close], as: UTF8.self)
        guard let found = CharacterClass(rawValue: name), found != .word else {
            throw context.fail("invalid character class \u{2018}\(name)\u{2019}")
        }
        return ((0...127).map { UInt8($0) }.filter { found.contains(UnicodeScalar($0)) }, close + 2)
    }
}

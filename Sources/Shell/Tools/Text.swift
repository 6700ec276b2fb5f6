extension Tool {
    /// `rev [file...]`: the characters of each line from last to first
    static let rev = Tool.streaming { context throws(ToolExit) in
        LineStream(Reversal(), operands: context.arguments)
    }

    /// `tac [file...]`: the lines from last to first
    static let tac = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "brs:", context: &context)
        let (inputs, failed) = try context.readAll(options.operands, .failedToOpen)
        for input in inputs {
            var pieces = input.bytes[...].lines.map { $0 + [.newline] }
            if let last = input.bytes.last, last != .newline { pieces[pieces.count - 1].removeLast() }
            for piece in pieces.reversed() { try context.write(piece) }
        }
        return failed ? 1 : 0
    }

    /// `nl [-b a] [-w width] [-s separator] [-v first] [file...]`
    static let nl = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "b:w:s:v:i:n:", context: &context)
        return LineStream(
            Numbering(
                numbersAll: options.value("b") == "a", width: options.value("w").flatMap { Int($0) } ?? 6,
                separator: options.value("s") ?? "\t", next: options.value("v").flatMap { Int($0) } ?? 1,
                step: options.value("i").flatMap { Int($0) } ?? 1, style: options.value("n") ?? "rn"),
            operands: options.operands)
    }

    /// `fold [-s] [-w width] [file...]`
    static let fold = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "sbw:", long: ["width": "w", "spaces": "s"], digits: true, context: &context)
        let text = options.value("w") ?? options.value("n") ?? "80"
        guard let width = Int(text), width > 0 else {
            throw context.fail("invalid number of columns: \u{2018}\(text)\u{2019}")
        }
        return LineStream(Folding(width: width, breaksAtSpaces: options.has("s")), operands: options.operands)
    }
}

private struct Reversal: LineFilter {
    mutating func take(_ line: ArraySlice<UInt8>, isTerminated: Bool, _ context: inout ToolContext) throws(ToolExit) {
        let text = String(String(decoding: line, as: UTF8.self).unicodeScalars.reversed())
        try context.print(text + (isTerminated ? "\n" : ""))
    }
}

private struct Numbering: LineFilter {
    let numbersAll: Bool
    let width: Int
    let separator: String
    var next: Int
    let step: Int
    let style: String

    init(numbersAll: Bool, width: Int, separator: String, next: Int, step: Int, style: String) {
        self.numbersAll = numbersAll
        self.width = min(width, 1000)
        self.separator = separator
        self.next = next
        self.step = step
        self.style = style
    }

    mutating func take(_ line: ArraySlice<UInt8>, isTerminated: Bool, _ context: inout ToolContext) throws(ToolExit) {
        if line.isEmpty, !numbersAll {
            return try context.printLine(String(repeating: " ", count: width + separator.count))
        }
        let number =
            style == "ln"
            ? Padding.right(String(next), to: width)
            : Padding.left(String(next), to: width, with: style == "rz" ? "0" : " ")
        try context.write(Array((number + separator).utf8) + line + [.newline])
        next += step
    }
}

private struct Folding: LineFilter {
    let width: Int
    let breaksAtSpaces: Bool

    init(width: Int, breaksAtSpaces: Bool) {
        self.width = width
        self.breaksAtSpaces = breaksAtSpaces
    }

    mutating func take(_ line: ArraySlice<UInt8>, isTerminated: Bool, _ context: inout ToolContext) throws(ToolExit) {
        var rest = line
        while rest.count > width {
            var end = rest.startIndex + width
            if breaksAtSpaces, let space = rest[..<end].lastIndex(where: { $0.isBlank }) { end = space + 1 }
            try context.write(rest[..<end] + [.newline])
            rest = rest[end...]
        }
        try context.write(rest + (isTerminated ? [.newline] : []))
    }
}

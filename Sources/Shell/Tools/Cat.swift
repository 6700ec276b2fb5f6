extension Tool {
    /// `cat [-nbsAETv] [file...]`
    static let cat = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "nbsAETvetu",
            long: [
                "number": "n", "number-nonblank": "b", "squeeze-blank": "s", "show-all": "A", "show-ends": "E",
                "show-tabs": "T",
            ],
            context: &context)
        return Cat(operands: options.operands.isEmpty ? ["-"] : options.operands, style: CatStyle(options))
    }
}

private struct CatStyle {
    var numbers: Bool
    var numbersNonBlank: Bool
    var squeezes: Bool
    var showsEnds: Bool
    var showsTabs: Bool

    init(_ options: ToolOptions) {
        numbersNonBlank = options.has("b")
        numbers = options.has("n") && !numbersNonBlank
        squeezes = options.has("s")
        showsEnds = options.has("A") || options.has("E") || options.has("e")
        showsTabs = options.has("A") || options.has("T") || options.has("t")
    }

    var isPlain: Bool { !numbers && !numbersNonBlank && !squeezes && !showsEnds && !showsTabs }
}

private struct Cat: StreamingTool {
    var operands: [String]
    let style: CatStyle
    var status: Int32 = 0
    var number = 0
    var blankLines = 0
    var isLineStart = true

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        while let operand = operands.first {
            if operand == "-" {
                let bytes = context.input.dropFirst(context.inputUsed)
                context.inputUsed = context.input.count
                try show(bytes, &context)
                guard context.isInputComplete else { return .needsInput }
            } else {
                switch try context.read(operand) {
                case .success(let bytes): try show(bytes[...], &context)
                case .failure(let error):
                    status = 1
                    context.complain(
                        context.flavor == .bash || error == .isDirectory(error.path)
                            ? "\(operand): \(error.reason)" : "can't open '\(operand)': \(error.reason)")
                }
            }
            operands.removeFirst()
        }
        return .finished(status)
    }

    private mutating func show(_ bytes: ArraySlice<UInt8>, _ context: inout ToolContext) throws(ToolExit) {
        guard !style.isPlain else { return try context.write(bytes) }
        var output: [UInt8] = []
        for byte in bytes {
            if isLineStart {
                if byte == .newline { blankLines += 1 } else { blankLines = 0 }
                if style.squeezes, blankLines > 1 { continue }
                if style.numbers || (style.numbersNonBlank && byte != .newline) {
                    number += 1
                    let digits = String(number)
                    output += (String(repeating: " ", count: max(0, 6 - digits.count)) + digits + "\t").utf8
                }
            }
            isLineStart = byte == .newline
            if byte == .newline, style.showsEnds { output.append(.dollar) }
            if byte == .tab, style.showsTabs { output += [.caret, UInt8(ascii: "I")] } else { output.append(byte) }
        }
        try context.write(output)
    }
}

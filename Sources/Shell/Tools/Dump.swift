extension Tool {
    /// `od [-An] [-t x1|c|o2|d1] [-cxb] [-N bytes] [-j bytes] [file...]`
    static let od = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "A:t:N:j:cxbvw:", context: &context)
        let (inputs, failed) = try context.readAll(options.operands)
        var bytes = inputs.flatMap(\.bytes)
        bytes = Array(bytes.dropFirst(options.value("j").flatMap(ToolContext.count) ?? 0))
        if let count = options.value("N").flatMap(ToolContext.count) { bytes = Array(bytes.prefix(count)) }
        var form = options.value("t") ?? "o2"
        if options.has("c") {
            form = "c"
        } else if options.has("x") {
            form = "x2"
        } else if options.has("b") {
            form = "o1"
        }
        guard ["x1", "x2", "c", "o1", "o2", "d1", "u1", "a", "x"].contains(form) else {
            throw context.fail("invalid type string '\(form)'")
        }
        let radix = options.value("A") ?? "o"
        for start in stride(from: 0, to: bytes.count, by: 16) {
            let row = bytes[start..<min(start + 16, bytes.count)]
            try context.printLine(Self.address(start, radix) + Self.cells(row, form))
        }
        if radix != "n" { try context.printLine(Self.address(bytes.count, radix)) }
        return failed ? 1 : 0
    }

    private static func address(_ offset: Int, _ radix: String) -> String {
        switch radix {
        case "n": ""
        case "x": Padding.left(String(offset, radix: 16), to: 6, with: "0")
        case "d": Padding.left(String(offset), to: 7, with: "0")
        default: Padding.left(String(offset, radix: 8), to: 7, with: "0")
        }
    }

    private static func cells(_ row: ArraySlice<UInt8>, _ form: String) -> String {
        switch form {
        case "x2", "o2", "x":
            return stride(from: row.startIndex, to: row.endIndex, by: 2).map { index in
                let word = Int(row[index]) | (index + 1 < row.endIndex ? Int(row[index + 1]) << 8 : 0)
                return " "
                    + Padding.left(String(word, radix: form == "o2" ? 8 : 16), to: form == "o2" ? 6 : 4, with: "0")
            }.joined()
        case "c": return row.map { Padding.left(character($0), to: 4) }.joined()
        case "o1": return row.map { " " + Padding.left(String($0, radix: 8), to: 3, with: "0") }.joined()
        case "d1": return row.map { Padding.left(String(Int8(bitPattern: $0)), to: 5) }.joined()
        case "u1": return row.map { Padding.left(String($0), to: 4) }.joined()
        default: return row.map { " " + Padding.left(String($0, radix: 16), to: 2, with: "0") }.joined()
        }
    }

    private static func character(_ byte: UInt8) -> String {
        switch byte {
        case 0: "\\0"
        case 7: "\\a"
        case 8: "\\b"
        case 9: "\\t"
        case 10: "\\n"
        case 11: "\\v"
        case 12: "\\f"
        case 13: "\\r"
        case 32..<127: String(UnicodeScalar(byte))
        default: Padding.left(String(byte, radix: 8), to: 3, with: "0")
        }
    }

    /// `xxd [-p] [file]`, `hexdump -C [file]`
    static let xxd = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "prl:c:u", context: &context)
        let (inputs, failed) = try context.readAll(Array(options.operands.prefix(1)))
        var bytes = inputs.flatMap(\.bytes)
        if let count = options.value("l").flatMap(ToolContext.count) { bytes = Array(bytes.prefix(count)) }
        if options.has("p") {
            for start in stride(from: 0, to: bytes.count, by: 30) {
                try context.printLine(Digest.hexadecimal(Array(bytes[start..<min(start + 30, bytes.count)])))
            }
            return failed ? 1 : 0
        }
        for start in stride(from: 0, to: bytes.count, by: 16) {
            let row = bytes[start..<min(start + 16, bytes.count)]
            let pairs = stride(from: row.startIndex, to: row.endIndex, by: 2)
                .map { Digest.hexadecimal(Array(row[$0..<min($0 + 2, row.endIndex)])) }.joined(separator: " ")
            let offset = Padding.left(String(start, radix: 16), to: 8, with: "0")
            try context.printLine("\(offset): \(Padding.right(pairs, to: 39))  \(Self.printable(row))")
        }
        return failed ? 1 : 0
    }

    private static func printable(_ row: ArraySlice<UInt8>) -> String {
        String(decoding: row.map { $0 >= 32 && $0 < 127 ? $0 : .dot }, as: UTF8.self)
    }

    static let hexdump = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "Cvn:", context: &context)
        let (inputs, failed) = try context.readAll(options.operands)
        let bytes = inputs.flatMap(\.bytes)
        guard !bytes.isEmpty else { return failed ? 1 : 0 }
        for start in stride(from: 0, to: bytes.count, by: 16) {
            let row = bytes[start..<min(start + 16, bytes.count)]
            let offset = Padding.left(String(start, radix: 16), to: options.has("C") ? 8 : 7, with: "0")
            guard options.has("C") else {
                try context.printLine(offset + Self.cells(row, "x2"))
                continue
            }
            let cells = row.map { Padding.left(String($0, radix: 16), to: 2, with: "0") }
            let text =
                cells.prefix(8).joined(separator: " ") + (cells.count > 8 ? "  " : "")
                + cells.dropFirst(8).joined(separator: " ")
            try context.printLine("\(offset)  \(Padding.right(text, to: 48))  |\(Self.printable(row))|")
        }
        try context.printLine(Padding.left(String(bytes.count, radix: 16), to: options.has("C") ? 8 : 7, with: "0"))
        return failed ? 1 : 0
    }
}

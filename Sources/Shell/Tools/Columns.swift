extension Tool {
    /// `paste [-s] [-d characters] [file...]`
    static let paste = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "sd:", long: ["serial": "s", "delimiters": "d"], context: &context)
        let delimiters = EscapeSequences.replaced(in: Array((options.value("d") ?? "\t").utf8), style: .printf).bytes
        let operands = options.operands.isEmpty ? ["-"] : options.operands
        var files: [[ArraySlice<UInt8>]] = []
        let inputOperands = operands.count { $0 == "-" }
        for operand in operands
        where operand != "-" || !files.contains(where: { _ in operand == "-" && inputOperands > 1 }) {
            switch try context.read(operand) {
            case .success(let bytes): files.append(bytes[...].lines)
            case .failure(let error): throw context.fail("\(operand): \(error.reason)")
            }
        }
        if inputOperands > 1, operands.count == inputOperands, let lines = files.first {
            files = (0..<inputOperands).map { column in
                stride(from: column, to: lines.count, by: inputOperands).map { lines[$0] }
            }
        }
        try options.has("s") ? serial(files, delimiters, &context) : parallel(files, delimiters, &context)
        return 0
    }

    private static func serial(
        _ files: [[ArraySlice<UInt8>]], _ delimiters: [UInt8], _ context: inout ToolContext
    ) throws(ToolExit) {
        for lines in files {
            var output: [UInt8] = []
            for (index, line) in lines.enumerated() {
                if index > 0, !delimiters.isEmpty { output.append(delimiters[(index - 1) % delimiters.count]) }
                output += line
            }
            try context.write(output + [.newline])
        }
    }

    private static func parallel(
        _ files: [[ArraySlice<UInt8>]], _ delimiters: [UInt8], _ context: inout ToolContext
    ) throws(ToolExit) {
        for row in 0..<(files.map(\.count).max() ?? 0) {
            var output: [UInt8] = []
            for (index, lines) in files.enumerated() {
                if index > 0, !delimiters.isEmpty { output.append(delimiters[(index - 1) % delimiters.count]) }
                if row < lines.count { output += lines[row] }
            }
            try context.write(output + [.newline])
        }
    }

    /// `comm [-123] first second`
    static let comm = Tool.batch { context throws(ToolExit) in
        let hidden = Set(context.arguments.filter { $0.hasPrefix("-") && $0.count > 1 }.flatMap { $0.dropFirst() })
        let operands = context.arguments.filter { !$0.hasPrefix("-") || $0 == "-" }
        guard operands.count == 2 else {
            throw .usage(operands.isEmpty ? "missing operand" : "missing operand after \u{2018}\(operands[0])\u{2019}")
        }
        var sides: [[ArraySlice<UInt8>]] = []
        for operand in operands {
            switch try context.read(operand) {
            case .success(let bytes): sides.append(bytes[...].lines)
            case .failure(let error): throw context.fail("\(operand): \(error.reason)")
            }
        }
        var (left, right) = (sides[0][...], sides[1][...])
        while left.first != nil || right.first != nil {
            let column: Int
            let line: ArraySlice<UInt8>
            if let first = left.first, right.first.map({ first.lexicographicallyPrecedes($0) }) ?? true {
                (column, line) = (1, first)
                left = left.dropFirst()
            } else if let second = right.first, left.first.map({ second.lexicographicallyPrecedes($0) }) ?? true {
                (column, line) = (2, second)
                right = right.dropFirst()
            } else {
                (column, line) = (3, right.first ?? [])
                left = left.dropFirst()
                right = right.dropFirst()
            }
            if hidden.contains(Character(String(column))) { continue }
            let tabs = (1..<column).count { !hidden.contains(Character(String($0))) }
            try context.write([UInt8](repeating: .tab, count: tabs) + line + [.newline])
        }
        return 0
    }

    /// `column -t [-s separators] [-o separator] [file...]`
    static let column = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "ts:o:c:nx", long: ["table": "t", "separator": "s", "output-separator": "o"],
            context: &context)
        let (lines, failed) = try context.readLines(options.operands)
        let texts = lines.map { String(decoding: $0, as: UTF8.self) }.filter {
            !$0.allSatisfy { $0 == " " || $0 == "\t" }
        }
        guard options.has("t") else {
            try fillColumns(texts, width: options.value("c").flatMap { Int($0) } ?? 80, &context)
            return failed ? 1 : 0
        }
        let separators = options.value("s")
        let rows = texts.map { text in
            separators.map { separators in
                text.split(omittingEmptySubsequences: false) { separators.contains($0) }.map(String.init)
            } ?? text.split { $0 == " " || $0 == "\t" }.map(String.init)
        }
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
        }
        for row in rows {
            let cells = row.enumerated().map { index, cell in
                index == row.count - 1 && row.count == count ? cell : Padding.right(cell, to: widths[index])
            }
            var line = cells.joined(separator: options.value("o") ?? "  ")
            if row.count < count {
                let missing = (row.count..<count).map {
                    String(repeating: " ", count: $0 == count - 1 ? 0 : widths[$0])
                }
                line = ([line] + missing).joined(separator: options.value("o") ?? "  ")
            }
            try context.printLine(line)
        }
        return failed ? 1 : 0
    }

    /// Fills columns from top to bottom, with tabs between them.
    private static func fillColumns(_ texts: [String], width: Int, _ context: inout ToolContext) throws(ToolExit) {
        let longest = texts.map(\.unicodeScalars.count).max() ?? 0
        let cell = (longest / 8 + 1) * 8
        let columns = max(1, width / cell)
        let rows = (texts.count + columns - 1) / columns
        for row in 0..<rows {
            let items = stride(from: row, to: texts.count, by: rows).map { texts[$0] }
            var line = ""
            for (index, item) in items.enumerated() {
                line += item
                guard index < items.count - 1 else { continue }
                var position = item.unicodeScalars.count
                while position < cell {
                    line += "\t"
                    position = (position / 8 + 1) * 8
                }
            }
            try context.printLine(line)
        }
    }
}

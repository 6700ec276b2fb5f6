extension Tool {
    /// `diff [-uNqrsbwiB] [-U lines] first second`
    static let diff = Tool.batch(usageStatus: 2) { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "uNqrsbwiBaU:L:",
            long: [
                "unified": "u", "new-file": "N", "brief": "q", "recursive": "r", "report-identical-files": "s",
                "ignore-case": "i",
                "ignore-all-space": "w", "ignore-space-change": "b", "label": "L", "color": "a",
            ], context: &context)
        guard options.operands.count == 2 else {
            throw .usage(
                options.operands.isEmpty
                    ? "missing operand after 'diff'"
                    : options.operands.count == 1
                        ? "missing operand after '\(options.operands[0])'" : "extra operand '\(options.operands[2])'")
        }
        let run = DiffRun(options: options)
        return try run.compare(options.operands[0], options.operands[1], isTop: true, &context)
    }

    /// `cmp [-s] first second`
    static let cmp = Tool.batch(usageStatus: 2) { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "slb", long: ["silent": "s", "quiet": "s"], context: &context)
        guard let first = options.operands.first else { throw .usage("missing operand after 'cmp'") }
        let second = options.operands.count > 1 ? options.operands[1] : "-"
        var sides: [[UInt8]] = []
        for operand in [first, second] {
            switch try context.read(operand) {
            case .success(let bytes): sides.append(bytes)
            case .failure(let error): throw context.fail("\(operand): \(error.reason)", status: 2)
            }
        }
        let common = min(sides[0].count, sides[1].count)
        if let place = (0..<common).first(where: { sides[0][$0] != sides[1][$0] }) {
            let line = sides[0][..<place].count { $0 == .newline } + 1
            if !options.has("s") { try context.printLine("\(first) \(second) differ: byte \(place + 1), line \(line)") }
            return 1
        }
        guard sides[0].count != sides[1].count else { return 0 }
        let shorter = sides[0].count < sides[1].count ? first : second
        if !options.has("s") {
            let lines = sides[0].prefix(common).count { $0 == .newline }
            context.complain(
                common == 0
                    ? "EOF on '\(shorter)' which is empty"
                    : "EOF on '\(shorter)' after byte \(common), \(sides[0].prefix(common).last == .newline ? "line" : "in line") \(sides[0].prefix(common).last == .newline ? lines : lines + 1)"
            )
        }
        return 1
    }
}

private struct DiffRun {
    let options: ToolOptions

    init(options: ToolOptions) {
        self.options = options
    }

    private var context: Int? {
        if let text = options.value("U") { return Int(text) ?? 3 }
        return options.has("u") ? 3 : nil
    }

    func compare(
        _ first: String, _ second: String, isTop: Bool, _ tool: inout ToolContext
    ) throws(ToolExit) -> Int32 {
        let (left, right) = (tool.status(of: first), tool.status(of: second))
        let (isLeftFolder, isRightFolder) = (left?.isDirectory == true, right?.isDirectory == true)
        if isLeftFolder && isRightFolder { return try compareFolders(first, second, &tool) }
        if isTop, isLeftFolder != isRightFolder, first != "-", second != "-", left != nil, right != nil {
            return isLeftFolder
                ? try compare(PathName.join(first, PathName.lastPart(of: second)), second, isTop: true, &tool)
                : try compare(first, PathName.join(second, PathName.lastPart(of: first)), isTop: true, &tool)
        }
        return try compareFiles(first, second, &tool)
    }

    private func compareFolders(_ first: String, _ second: String, _ tool: inout ToolContext) throws(ToolExit) -> Int32
    {
        guard case .success(let left) = tool.list(first), case .success(let right) = tool.list(second) else { return 2 }
        var status: Int32 = 0
        for name in Set(left + right).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let (one, two) = (PathName.join(first, name), PathName.join(second, name))
            if !left.contains(name) || !right.contains(name), !options.has("N") {
                try tool.printLine("Only in \(left.contains(name) ? first : second): \(name)")
                status = max(status, 1)
                continue
            }
            let areFolders = tool.status(of: one)?.isDirectory == true && tool.status(of: two)?.isDirectory == true
            if areFolders, !options.has("r") {
                try tool.printLine("Common subdirectories: \(one) and \(two)")
                continue
            }
            if !areFolders, !options.has("q"), try differs(one, two, &tool) {
                let flags = tool.arguments.filter { $0.hasPrefix("-") && $0 != "-" }.joined(separator: " ")
                try tool.printLine("diff \(flags)\(flags.isEmpty ? "" : " ")\(one) \(two)")
            }
            status = max(status, try compare(one, two, isTop: false, &tool))
        }
        return status
    }

    private func differs(_ first: String, _ second: String, _ tool: inout ToolContext) throws(ToolExit) -> Bool {
        let left = try tool.read(first)
        let right = try tool.read(second)
        return left != right
    }

    private func compareFiles(_ first: String, _ second: String, _ tool: inout ToolContext) throws(ToolExit) -> Int32 {
        var sides: [[UInt8]] = []
        var failed = false
        for operand in [first, second] {
            switch try tool.read(operand) {
            case .success(let bytes): sides.append(bytes)
            case .failure(let error):
                if options.has("N"), case .notFound = error {
                    sides.append([])
                } else {
                    tool.complain("\(operand): \(error.reason)")
                    failed = true
                }
            }
        }
        if failed { return 2 }
        let script = LineDifference(DiffText(sides[0]), DiffText(sides[1]), key: key)
        guard !script.isEmpty else {
            if options.has("s") { try tool.printLine("Files \(first) and \(second) are identical") }
            return 0
        }
        if options.has("q") {
            try tool.printLine("Files \(first) and \(second) differ")
        } else if let context {
            try tool.print("--- \(label(0, first, tool))\n+++ \(label(1, second, tool))\n")
            try tool.write(script.unified(context: context))
        } else {
            try tool.write(script.normal())
        }
        return 1
    }

    private func label(_ index: Int, _ path: String, _ tool: ToolContext) -> String {
        let labels = options.values("L")
        if index < labels.count { return labels[index] }
        let time = path == "-" ? tool.seconds : tool.status(of: path).map { Double($0.modified) } ?? 0
        return "\(path)\t\(DateText.formatted(time, "%Y-%m-%d %H:%M:%S.%N +0000"))"
    }

    /// What of a line is compared.
    private func key(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = Array(line)
        if options.has("w") { bytes = bytes.filter { !$0.isSpace } }
        if options.has("b") {
            bytes = Array(bytes.split(whereSeparator: { $0.isSpace }).joined(separator: [.space]))
        }
        if options.has("i") { bytes = bytes.map { $0.isUpper ? $0 + 0x20 : $0 } }
        return bytes
    }
}

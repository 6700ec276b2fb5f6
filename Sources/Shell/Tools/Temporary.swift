extension Tool {
    /// `mktemp [-dut] [-p folder] [template]`: the first free name of a fixed row, so that every run gives the same.
    static let mktemp = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "duqtp:", long: ["directory": "d", "dry-run": "u", "tmpdir": "p"],
            context: &context)
        let template = options.operands.first ?? "tmp.XXXXXXXXXX"
        let places = template.utf8.reversed().prefix { $0 == UInt8(ascii: "X") }.count
        guard places >= 3 else {
            throw context.fail("too few X's in template \u{2018}\(template)\u{2019}")
        }
        var folder = options.value("p")
        if folder == nil, options.operands.isEmpty || options.has("t") {
            folder = context.environment.text("TMPDIR") ?? "/tmp"
        }
        let stem = (folder.map { PathName.join($0, template) } ?? template).dropLast(places)
        guard let path = freeName(stem: String(stem), letters: places, context) else {
            throw context.fail("failed to create file via template \u{2018}\(template)\u{2019}: File exists")
        }
        if !options.has("u") {
            let absolute = context.absolute(path)
            let isFolder = options.has("d")
            let error = context.change { files throws(FileError) in
                if isFolder {
                    try files.makeDirectory(absolute)
                } else {
                    try files.write([], to: absolute, append: false)
                }
                try files.setMode(isFolder ? 0o700 : 0o600, of: absolute)
            }
            if let error {
                let what = isFolder ? "directory" : "file"
                throw context.fail("failed to create \(what) via template \u{2018}\(path)\u{2019}: \(error.reason)")
            }
        }
        try context.printLine(path)
        return 0
    }

    private static func freeName(stem: String, letters: Int, _ context: ToolContext) -> String? {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        for attempt in UInt64(1)...10_000 {
            var state = attempt &* 0x9E37_79B9_7F4A_7C15
            var name = stem
            for _ in 0..<letters {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                name.append(alphabet[Int((state >> 33) % 62)])
            }
            if context.status(of: name) == nil { return name }
        }
        return nil
    }

    /// `truncate -s size file...`
    static let truncate = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "s:c", long: ["size": "s", "no-create": "c"], context: &context)
        guard let text = options.value("s") else {
            throw .usage("you must specify either \u{2018}--size\u{2019} or \u{2018}--reference\u{2019}")
        }
        if options.operands.isEmpty { throw .usage("missing file operand") }
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = text.last.flatMap { units[$0] }
        guard let count = Int(unit == nil ? text : String(text.dropLast())), count >= 0 else {
            throw context.fail("Invalid number: \u{2018}\(text)\u{2019}")
        }
        let size = count.multipliedReportingOverflow(by: unit ?? 1)
        guard !size.overflow, size.partialValue <= 64 << 20 else {
            throw context.fail("failed to truncate: No space left on device")
        }
        var status: Int32 = 0
        for operand in options.operands where !options.has("c") || context.status(of: operand) != nil {
            let path = context.absolute(operand)
            let error = context.change { files throws(FileError) in
                let old = files.status(of: path) == nil ? [] : try files.read(path)
                let kept = Array(old.prefix(size.partialValue))
                try files.write(
                    kept + [UInt8](repeating: 0, count: size.partialValue - kept.count), to: path, append: false)
            }
            if let error {
                context.complain("cannot open '\(operand)' for writing: \(error.reason)")
                status = 1
            }
        }
        return status
    }

    /// `tty`: standard input is a terminal only at a prompt, and its name means nothing here.
    static let tty = Tool.batch { context throws(ToolExit) in
        try context.printLine("not a tty")
        return 1
    }
}

extension Tool {
    /// `stat [-c format] file...`; the format knows `%n %s %a %A %F %Y %y %U %G %u %g %h`.
    static let stat = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "c:Lft", long: ["format": "c", "printf": "c"], context: &context)
        if options.operands.isEmpty { throw .usage("missing operand") }
        var status: Int32 = 0
        for operand in options.operands {
            guard let found = context.status(of: operand) else {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "cannot statx '\(operand)': No such file or directory"
                        : "can't stat '\(operand)': No such file or directory")
                continue
            }
            let text = StatText(name: operand, status: found, user: context.userName)
            try context.printLine(options.value("c").map(text.formatted) ?? text.full)
        }
        return status
    }

    /// `du [-shakc] [file...]`: sizes in blocks of 1024 bytes
    static let du = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "shakcbmd:x",
            long: ["summarize": "s", "human-readable": "h", "all": "a", "total": "c", "max-depth": "d"],
            context: &context)
        var status: Int32 = 0
        var total = 0
        for operand in options.operands.isEmpty ? ["."] : options.operands {
            guard context.status(of: operand) != nil else {
                status = 1
                context.complain("cannot access '\(operand)': No such file or directory")
                continue
            }
            let depth = options.has("s") ? 0 : options.value("d").flatMap { Int($0) } ?? Int.max
            total += try Self.usage(operand, depth: 0, depthMax: depth, options, &context)
        }
        if options.has("c") { try context.printLine("\(Self.shown(total, options))\ttotal") }
        return status
    }

    private static func shown(_ kilobytes: Int, _ options: ToolOptions) -> String {
        options.has("h") ? FileSize.human(kilobytes * 1024) : String(kilobytes)
    }

    private static func usage(
        _ path: String, depth: Int, depthMax: Int, _ options: ToolOptions, _ context: inout ToolContext
    ) throws(ToolExit) -> Int {
        guard let status = context.status(of: path), depth < 200 else { return 0 }
        var kilobytes = (status.size + 4095) / 4096 * 4
        if case .success(let names) = context.list(path) {
            for name in names {
                kilobytes += try usage(
                    PathName.join(path, name), depth: depth + 1, depthMax: depthMax, options, &context)
            }
        }
        if depth <= depthMax, status.isDirectory || options.has("a") || depth == 0 {
            try context.printLine("\(shown(kilobytes, options))\t\(path)")
        }
        return kilobytes
    }

    /// `df [-h]`: one file system
    static let df = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "hkPTa", long: ["human-readable": "h"], context: &context)
        if options.has("h") {
            try context.printLine("Filesystem      Size  Used Avail Use% Mounted on")
            try context.printLine("overlay          20G  2.0G   18G  10% /")
        } else {
            try context.printLine("Filesystem     1K-blocks    Used Available Use% Mounted on")
            try context.printLine("overlay         20971520 2097152  18874368  10% /")
        }
        return 0
    }
}

private struct StatText {
    let name: String
    let status: FileStatus
    let user: String

    init(name: String, status: FileStatus, user: String) {
        self.name = name
        self.status = status
        self.user = user
    }

    private var octal: String { String(status.mode, radix: 8) }
    private var kind: String {
        status.isDirectory ? "directory" : status.size == 0 ? "regular empty file" : "regular file"
    }
    private var time: String { DateText.formatted(Double(status.modified), "%Y-%m-%d %H:%M:%S.%N +0000") }

    var full: String {
        let mode = FileMode.text(status.mode, isDirectory: status.isDirectory)
        let blocks = (status.size + 4095) / 4096 * 8
        return """
              File: \(name)
              Size: \(Padding.right(String(status.size), to: 10))\tBlocks: \(Padding.right(String(blocks), to: 10)) IO Block: 4096   \(kind)
            Device: 0,1\tInode: 1           Links: \(status.isDirectory ? 2 : 1)
            Access: (\(Padding.left(octal, to: 4, with: "0"))/\(mode))  Uid: (    0/\(Padding.left(user, to: 8)))   Gid: (    0/\(Padding.left(user, to: 8)))
            Access: \(time)
            Modify: \(time)
            Change: \(time)
             Birth: -
            """
    }

    func formatted(_ format: String) -> String {
        var result = ""
        var rest = format[...]
        while let character = rest.popFirst() {
            guard character == "%", let letter = rest.popFirst() else {
                result.append(character)
                continue
            }
            switch letter {
            case "n": result += name
            case "s": result += String(status.size)
            case "a": result += octal
            case "A": result += FileMode.text(status.mode, isDirectory: status.isDirectory)
            case "F": result += kind
            case "Y", "X", "Z": result += String(status.modified)
            case "y", "x", "z": result += time
            case "U", "G": result += user
            case "u", "g": result += "0"
            case "h": result += status.isDirectory ? "2" : "1"
            case "%": result += "%"
            default: result += "?"
            }
        }
        return result
    }
}

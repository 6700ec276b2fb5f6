extension Tool {
    /// `ls [-laA1RdhpFrtSi] [file...]`; never in columns, as when the output is no terminal.
    static let ls = Tool.batch(usageStatus: 2) { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "laA1RdhpFrtSingoCkqNU",
            long: [
                "all": "a", "almost-all": "A", "recursive": "R", "directory": "d", "human-readable": "h",
                "reverse": "r",
                "classify": "F", "color": "N", "time-style": "N", "full-time": "l",
            ], context: &context)
        var listing = Listing(options: options)
        return try listing.run(&context)
    }
}

private struct ListEntry {
    let name: String
    let status: FileStatus
}

private struct Listing {
    let options: ToolOptions
    private var isFirst = true
    private var status: Int32 = 0

    init(options: ToolOptions) {
        self.options = options
    }

    mutating func run(_ context: inout ToolContext) throws(ToolExit) -> Int32 {
        let operands = options.operands.isEmpty ? ["."] : options.operands
        var files: [ListEntry] = []
        var folders: [ListEntry] = []
        for operand in operands {
            guard let found = context.status(of: operand) else {
                status = context.flavor == .bash ? 2 : 1
                context.complain(
                    context.flavor == .bash
                        ? "cannot access '\(operand)': No such file or directory"
                        : "\(operand): No such file or directory")
                continue
            }
            let entry = ListEntry(name: operand, status: found)
            if found.isDirectory, !options.has("d") { folders.append(entry) } else { files.append(entry) }
        }
        if !files.isEmpty {
            try show(sorted(files), showsTotal: false, &context)
            isFirst = false
        }
        let showsNames = operands.count > 1 || options.has("R")
        for folder in sorted(folders) { try showFolder(folder.name, showsName: showsNames, depth: 0, &context) }
        return status
    }

    private mutating func showFolder(
        _ path: String, showsName: Bool, depth: Int, _ context: inout ToolContext
    ) throws(ToolExit) {
        guard case .success(let names) = context.list(path), depth < 100 else { return }
        if showsName { try context.printLine((isFirst ? "" : "\n") + path + ":") }
        isFirst = false
        var entries = names.filter { options.has("a") || options.has("A") || !$0.hasPrefix(".") }
            .compactMap { name in
                context.status(of: PathName.join(path, name)).map { ListEntry(name: name, status: $0) }
            }
        if options.has("a") {
            for name in ["..", "."] {
                if let found = context.status(of: PathName.join(path, name)) {
                    entries.insert(ListEntry(name: name, status: found), at: 0)
                }
            }
        }
        entries = sorted(entries)
        try show(entries, showsTotal: true, &context)
        guard options.has("R") else { return }
        for entry in entries where entry.status.isDirectory && entry.name != "." && entry.name != ".." {
            try showFolder(PathName.join(path, entry.name), showsName: true, depth: depth + 1, &context)
        }
    }

    private func sorted(_ entries: [ListEntry]) -> [ListEntry] {
        let ordered = entries.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            switch options.last(of: "tS") {
            case "t" where first.status.modified != second.status.modified:
                return first.status.modified > second.status.modified
            case "S" where first.status.size != second.status.size: return first.status.size > second.status.size
            default: return first.name.utf8.lexicographicallyPrecedes(second.name.utf8)
            }
        }.map(\.element)
        return options.has("r") ? ordered.reversed() : ordered
    }

    private func show(_ entries: [ListEntry], showsTotal: Bool, _ context: inout ToolContext) throws(ToolExit) {
        guard options.has("l") || options.has("n") || options.has("g") || options.has("o") else {
            for entry in entries { try context.printLine(mark(entry)) }
            return
        }
        if showsTotal {
            let blocks = entries.reduce(0) { $0 + ($1.status.size + 4095) / 4096 * 4 }
            try context.printLine("total \(options.has("h") ? FileSize.human(blocks * 1024) : String(blocks))")
        }
        let sizes = entries.map { options.has("h") ? FileSize.human($0.status.size) : String($0.status.size) }
        let sizeWidth = sizes.map(\.count).max() ?? 0
        let links = entries.map { $0.status.isDirectory ? "2" : "1" }
        let owner =
            options.has("n")
            ? "0 0"
            : options.has("g") || options.has("o") ? context.userName : "\(context.userName) \(context.userName)"
        for (index, entry) in entries.enumerated() {
            let mode = FileMode.text(entry.status.mode, isDirectory: entry.status.isDirectory)
            let time = Self.time(entry.status.modified, now: context.seconds)
            try context.printLine(
                "\(mode) \(links[index]) \(owner) \(Padding.left(sizes[index], to: sizeWidth)) \(time) \(mark(entry))")
        }
    }

    private func mark(_ entry: ListEntry) -> String {
        guard options.has("F") || options.has("p") else { return entry.name }
        if entry.status.isDirectory { return entry.name + "/" }
        return options.has("F") && entry.status.mode & 0o111 != 0 ? entry.name + "*" : entry.name
    }

    /// The clock time for the last half year, else the year.
    private static func time(_ seconds: Int64, now: Double) -> String {
        let age = now - Double(seconds)
        let isRecent = age > -3600 && age < 15_778_476
        return DateText.formatted(Double(seconds), isRecent ? "%b %e %H:%M" : "%b %e  %Y")
    }
}

enum FileMode {
    /// `-rw-r--r--`
    static func text(_ mode: Int, isDirectory: Bool) -> String {
        let letters = "rwxrwxrwx"
        return (isDirectory ? "d" : "-")
            + String(letters.enumerated().map { mode >> (8 - $0.offset) & 1 == 1 ? $0.element : "-" })
    }
}

enum FileSize {
    /// `512`, `1.5K`, `23M`, rounded up as GNU does
    static func human(_ bytes: Int) -> String {
        guard bytes >= 1024 else { return String(bytes) }
        var value = Double(bytes)
        for unit in ["K", "M", "G", "T"] {
            value /= 1024
            let tenths = (value * 10).rounded(.up) / 10
            if tenths < 10 { return FixedPoint.text(tenths, decimals: 1) + unit }
            if value.rounded(.up) < 1024 { return String(Int(value.rounded(.up))) + unit }
        }
        return String(Int((value / 1024).rounded(.up))) + "P"
    }
}

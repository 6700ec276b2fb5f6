extension Tool {
    /// `tree [-ad] [-L depth] [folder...]`
    static let tree = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "adL:F", context: &context)
        var drawing = TreeDrawing(
            showsHidden: options.has("a"), onlyFolders: options.has("d"),
            depthMax: options.value("L").flatMap { Int($0) } ?? 100)
        for operand in options.operands.isEmpty ? ["."] : options.operands {
            guard context.status(of: operand)?.isDirectory == true else {
                try context.printLine("\(operand)  [error opening dir]")
                continue
            }
            try context.printLine(operand)
            drawing.folders += 1
            try drawing.draw(operand, prefix: "", depth: 1, &context)
        }
        let files = options.has("d") ? "" : ", \(drawing.files) file\(drawing.files == 1 ? "" : "s")"
        try context.printLine("\n\(drawing.folders) director\(drawing.folders == 1 ? "y" : "ies")\(files)")
        return 0
    }
}

private struct TreeDrawing {
    let showsHidden: Bool
    let onlyFolders: Bool
    let depthMax: Int
    var folders = 0
    var files = 0

    init(showsHidden: Bool, onlyFolders: Bool, depthMax: Int) {
        self.showsHidden = showsHidden
        self.onlyFolders = onlyFolders
        self.depthMax = min(depthMax, 100)
    }

    mutating func draw(_ path: String, prefix: String, depth: Int, _ context: inout ToolContext) throws(ToolExit) {
        guard depth <= depthMax, case .success(let all) = context.list(path) else { return }
        let names = all.filter { name in
            (showsHidden || !name.hasPrefix("."))
                && (!onlyFolders || context.status(of: PathName.join(path, name))?.isDirectory == true)
        }
        for (index, name) in names.enumerated() {
            let isLast = index == names.count - 1
            let child = PathName.join(path, name)
            try context.printLine(prefix + (isLast ? "└── " : "├── ") + name)
            if context.status(of: child)?.isDirectory == true {
                folders += 1
                try draw(child, prefix: prefix + (isLast ? "    " : "│\u{A0}\u{A0} "), depth: depth + 1, &context)
            } else {
                files += 1
            }
        }
    }
}

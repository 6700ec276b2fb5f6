extension Tool {
    /// `basename path [suffix]`, `basename -a path...`, `basename -s suffix path...`
    static let basename = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "as:z", long: ["multiple": "a", "suffix": "s"], context: &context)
        guard let first = options.operands.first else { throw .usage("missing operand") }
        let isMany = options.has("a") || options.has("s")
        if !isMany, options.operands.count > 2 { throw .usage("extra operand \u{2018}\(options.operands[2])\u{2019}") }
        let suffix = options.value("s") ?? (isMany || options.operands.count < 2 ? "" : options.operands[1])
        for operand in isMany ? options.operands : [first] {
            let name = PathName.lastPart(of: operand)
            let isCut = !suffix.isEmpty && name != suffix && name.hasSuffix(suffix)
            try context.printLine(isCut ? String(name.dropLast(suffix.count)) : name)
        }
        return 0
    }

    /// `dirname path...`
    static let dirname = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "z", context: &context)
        if options.operands.isEmpty { throw .usage("missing operand") }
        for operand in options.operands { try context.printLine(PathName.folder(of: operand)) }
        return 0
    }

    /// `realpath [-m] [-e] path...`
    static let realpath = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "mesqzL", context: &context)
        if options.operands.isEmpty { throw .usage("missing operand") }
        var status: Int32 = 0
        for operand in options.operands {
            let path = context.absolute(operand)
            let checked = options.has("e") ? path : PathName.folder(of: path)
            if !options.has("m"), context.status(of: checked) == nil {
                status = 1
                context.complain("\(operand): No such file or directory")
            } else {
                try context.printLine(path)
            }
        }
        return status
    }

    /// `readlink [-fem] path...`; without `-f` it fails, because nothing is a link.
    static let readlink = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "femnqsvz", context: &context)
        if options.operands.isEmpty { throw .usage("missing operand") }
        guard options.has("f") || options.has("e") || options.has("m") else { return 1 }
        for operand in options.operands {
            if options.has("e"), context.status(of: operand) == nil { return 1 }
            try context.printLine(context.absolute(operand))
        }
        return 0
    }

    /// `which [-a] name...`
    static let which = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "as", context: &context)
        var status: Int32 = 0
        for operand in options.operands {
            let isTool =
                ToolTable.tools[operand] != nil || ShellInvocation.names.contains(operand)
                || Builtins.external.contains(operand)
            if isTool {
                try context.printLine((context.flavor == .bash ? "/usr/bin/" : "/bin/") + operand)
            } else if context.hostCommands.contains(operand) {
                try context.printLine("/usr/local/bin/" + operand)
            } else {
                status = 1
            }
        }
        return status
    }
}

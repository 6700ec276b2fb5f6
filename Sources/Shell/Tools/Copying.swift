extension Tool {
    /// `rm [-rRfvd] file...`
    static let rm = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "rRfvdiI", long: ["recursive": "r", "force": "f", "verbose": "v", "dir": "d"],
            context: &context)
        if options.operands.isEmpty {
            if options.has("f") { return 0 }
            throw .usage("missing operand")
        }
        var status: Int32 = 0
        for operand in options.operands {
            guard let found = context.status(of: operand) else {
                if !options.has("f") {
                    status = 1
                    context.complain(Copying.cannot("remove", operand, "No such file or directory", context))
                }
                continue
            }
            let isRecursive = options.has("r") || options.has("R")
            if found.isDirectory, !isRecursive, !options.has("d") {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "cannot remove '\(operand)': Is a directory" : "'\(operand)' is a directory")
                continue
            }
            if context.absolute(operand) == "/" {
                context.complainPlainly(
                    "rm: it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe"
                )
                return 1
            }
            let paths = isRecursive ? Folders.all(below: operand, context).reversed() : [operand]
            for path in paths {
                let absolute = context.absolute(path)
                if let error = context.change({ files throws(FileError) in try files.remove(absolute) }) {
                    status = 1
                    context.complain(Copying.cannot("remove", path, error.reason, context))
                } else if options.has("v") {
                    try context.printLine("removed '\(path)'")
                }
            }
        }
        return status
    }

    /// `cp [-rRapfvT] source... target`
    static let cp = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "rRapfvTnut:L",
            long: ["recursive": "r", "archive": "a", "force": "f", "verbose": "v", "target-directory": "t"],
            context: &context)
        let (sources, target, isFolder) = try Copying.places(options, &context)
        var status: Int32 = 0
        let isRecursive = options.has("r") || options.has("R") || options.has("a")
        for source in sources {
            guard let found = context.status(of: source) else {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "cannot stat '\(source)': No such file or directory"
                        : "can't stat '\(source)': No such file or directory")
                continue
            }
            if found.isDirectory, !isRecursive {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "-r not specified; omitting directory '\(source)'" : "omitting directory '\(source)'")
                continue
            }
            let destination = isFolder ? PathName.join(target, PathName.lastPart(of: source)) : target
            if context.absolute(source) == context.absolute(destination) {
                status = 1
                context.complain("'\(source)' and '\(destination)' are the same file")
                continue
            }
            if options.has("n"), context.status(of: destination) != nil { continue }
            if let message = Copying.copy(source, to: destination, &context) {
                status = 1
                context.complain(message)
            } else if options.has("v") {
                try context.printLine("'\(source)' -> '\(destination)'")
            }
        }
        return status
    }

    /// `mv [-fnvT] source... target`
    static let mv = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "fnviTut:",
            long: ["force": "f", "verbose": "v", "no-clobber": "n", "target-directory": "t"], context: &context)
        let (sources, target, isFolder) = try Copying.places(options, &context)
        var status: Int32 = 0
        for source in sources {
            let destination = isFolder ? PathName.join(target, PathName.lastPart(of: source)) : target
            guard context.status(of: source) != nil else {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "cannot stat '\(source)': No such file or directory"
                        : "can't rename '\(source)': No such file or directory")
                continue
            }
            if options.has("n"), context.status(of: destination) != nil { continue }
            let (from, to) = (context.absolute(source), context.absolute(destination))
            if from == to {
                status = 1
                context.complain("'\(source)' and '\(destination)' are the same file")
                continue
            }
            if let error = context.change({ files throws(FileError) in try files.move(from, to: to) }) {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "cannot move '\(source)' to '\(destination)': \(error.reason)"
                        : "can't rename '\(source)': \(error.reason)")
            } else if options.has("v") {
                try context.printLine("renamed '\(source)' -> '\(destination)'")
            }
        }
        return status
    }

    /// Links do not exist here.
    static let ln = Tool.batch { context throws(ToolExit) in
        throw context.fail("links are not supported here")
    }
}

enum Copying {
    static func cannot(_ verb: String, _ path: String, _ reason: String, _ context: ToolContext) -> String {
        context.flavor == .bash ? "cannot \(verb) '\(path)': \(reason)" : "can't \(verb) '\(path)': \(reason)"
    }

    /// The sources, and where they go: into a folder or to one name.
    static func places(
        _ options: ToolOptions, _ context: inout ToolContext
    ) throws(ToolExit) -> (sources: [String], target: String, isFolder: Bool) {
        var operands = options.operands
        if let folder = options.value("t") { operands.append(folder) }
        guard let target = operands.last else { throw .usage("missing file operand") }
        if operands.count < 2 { throw .usage("missing destination file operand after '\(target)'") }
        let isFolder = context.status(of: target)?.isDirectory == true && !options.has("T")
        if !isFolder, operands.count == 2, target.hasSuffix("/"), context.status(of: operands[0])?.isDirectory == false
        {
            let verb = context.name == "mv" ? "cannot move '\(operands[0])' to" : "cannot create regular file"
            throw context.fail("\(verb) '\(target)': Not a directory")
        }
        if operands.count > 2, !isFolder {
            throw context.fail(
                context.flavor == .bash
                    ? "target '\(target)'\(context.status(of: target) == nil ? "" : " is not a directory")\(context.status(of: target) == nil ? ": No such file or directory" : "")"
                    : "can't copy to '\(target)': Not a directory")
        }
        return (Array(operands.dropLast()), target, isFolder)
    }

    /// The message when something could not be copied.
    static func copy(_ source: String, to destination: String, _ context: inout ToolContext, depth: Int = 0) -> String?
    {
        guard depth < 100, let found = context.status(of: source) else { return nil }
        let (from, to) = (context.absolute(source), context.absolute(destination))
        if found.isDirectory {
            if to.hasPrefix(from + "/") { return "cannot copy a directory, '\(source)', into itself, '\(destination)'" }
            if context.status(of: destination) == nil,
                let error = context.change({ files throws(FileError) in try files.makeDirectory(to) })
            {
                return "cannot create directory '\(destination)': \(error.reason)"
            }
            guard case .success(let names) = context.list(source) else { return nil }
            for name in names {
                if let message = copy(
                    PathName.join(source, name), to: PathName.join(destination, name), &context, depth: depth + 1)
                {
                    return message
                }
            }
            return nil
        }
        let isNew = context.status(of: destination) == nil
        let error = context.change { files throws(FileError) in
            try files.write(try files.read(from), to: to, append: false)
            if isNew { try files.setMode(found.mode, of: to) }
        }
        return error.map {
            context.flavor == .bash
                ? "cannot create regular file '\(destination)': \($0.reason)"
                : "can't create '\(destination)': \($0.reason)"
        }
    }
}

extension Tool {
    /// `mkdir [-pv] [-m mode] folder...`
    static let mkdir = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "pvm:", long: ["parents": "p", "verbose": "v", "mode": "m"], context: &context)
        if options.operands.isEmpty { throw .usage("missing operand") }
        var status: Int32 = 0
        for operand in options.operands {
            do throws(FileError) {
                try Folders.make(operand, withParents: options.has("p"), &context)
            } catch {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "cannot create directory \u{2018}\(operand)\u{2019}: \(error.reason)"
                        : "can't create directory '\(operand)': \(error.reason)")
                continue
            }
            if let text = options.value("m"), let mode = Int(text, radix: 8) {
                let path = context.absolute(operand)
                _ = context.change { files throws(FileError) in try files.setMode(mode, of: path) }
            }
            if options.has("v") { try context.printLine("mkdir: created directory '\(operand)'") }
        }
        return status
    }

    /// `rmdir [-p] folder...`
    static let rmdir = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "pv", long: ["parents": "p"], context: &context)
        if options.operands.isEmpty { throw .usage("missing operand") }
        var status: Int32 = 0
        for operand in options.operands {
            let path = context.absolute(operand)
            let error: FileError? =
                context.status(of: operand).map { $0.isDirectory ? nil : .notDirectory(path) }
                ?? (context.status(of: operand) == nil ? .notFound(path) : nil)
            if let error = error ?? context.change({ files throws(FileError) in try files.remove(path) }) {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "failed to remove '\(operand)': \(error.reason)" : "'\(operand)': \(error.reason)")
            }
        }
        return status
    }

    /// `touch [-cam] [-d time] [-r file] file...`
    static let touch = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "camd:t:r:h", long: ["no-create": "c", "date": "d", "reference": "r"],
            context: &context)
        if options.operands.isEmpty { throw .usage("missing file operand") }
        var status: Int32 = 0
        for operand in options.operands {
            let found = context.status(of: operand)
            if found == nil, options.has("c") { continue }
            if found?.isDirectory == true { continue }
            if let error = context.write([], toFile: operand, append: true) {
                status = 1
                context.complain(
                    context.flavor == .bash
                        ? "cannot touch '\(operand)': \(error.reason)" : "\(operand): \(error.reason)")
            }
        }
        return status
    }

    /// `chmod [-R] mode file...`, the mode as `755`, `u+x`, `go-w`, `a=r`
    static let chmod = Tool.batch { context throws(ToolExit) in
        var arguments = context.arguments
        // `-w` is a mode, not an option.
        if let first = arguments.firstIndex(where: {
            $0.hasPrefix("-") && $0.count > 1 && "rwxX".contains($0.dropFirst().first ?? " ")
        }) {
            arguments.insert("--", at: first)
        }
        let options = try ToolOptions(arguments, letters: "Rvcf", long: ["recursive": "R"], context: &context)
        guard let mode = options.operands.first else { throw .usage("missing operand") }
        if options.operands.count < 2 { throw .usage("missing operand after \u{2018}\(mode)\u{2019}") }
        guard ModeChange.apply(mode, to: 0, isDirectory: false) != nil else {
            throw .usage("invalid mode: \u{2018}\(mode)\u{2019}")
        }
        var status: Int32 = 0
        for operand in options.operands.dropFirst() {
            let paths = options.has("R") ? Folders.all(below: operand, context) : [operand]
            for path in paths {
                guard let found = context.status(of: path) else {
                    status = 1
                    context.complain(
                        context.flavor == .bash
                            ? "cannot access '\(path)': No such file or directory"
                            : "\(path): No such file or directory")
                    continue
                }
                let changed = ModeChange.apply(mode, to: found.mode, isDirectory: found.isDirectory) ?? found.mode
                let absolute = context.absolute(path)
                if let error = context.change({ files throws(FileError) in try files.setMode(changed, of: absolute) }) {
                    status = 1
                    context.complain("changing permissions of '\(path)': \(error.reason)")
                }
            }
        }
        return status
    }

    /// `chown owner file...`: there is only one user, so it only looks whether the files are there.
    static let chown = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(context.arguments, letters: "Rvcfh", context: &context)
        if options.operands.count < 2 { throw .usage("missing operand") }
        var status: Int32 = 0
        for operand in options.operands.dropFirst() where context.status(of: operand) == nil {
            status = 1
            context.complain("cannot access '\(operand)': No such file or directory")
        }
        return status
    }
}

/// Folders with all that is in them.
enum Folders {
    static func make(_ operand: String, withParents: Bool, _ context: inout ToolContext) throws(FileError) {
        let path = context.absolute(operand)
        if withParents {
            if let found = context.status(of: operand) {
                if found.isDirectory { return }
                throw .exists(path)
            }
            let parent = PathName.folder(of: path)
            if parent != path { try make(parent, withParents: true, &context) }
        }
        if let error = context.change({ files throws(FileError) in try files.makeDirectory(path) }) { throw error }
    }

    /// The operand and everything below it, folders before what they hold.
    static func all(below operand: String, _ context: ToolContext) -> [String] {
        var found: [String] = []
        var waiting = [operand]
        while let path = waiting.popLast() {
            found.append(path)
            guard context.status(of: path)?.isDirectory == true, case .success(let names) = context.list(path) else {
                continue
            }
            waiting += names.reversed().map { PathName.join(path, $0) }
        }
        return found
    }
}

/// Symbolic and octal modes of `chmod`.
enum ModeChange {
    /// The new mode; `nil` when the text is no mode.
    static func apply(_ text: String, to mode: Int, isDirectory: Bool) -> Int? {
        if let octal = Int(text, radix: 8), text.utf8.allSatisfy(\.isDigit) { return octal <= 0o7777 ? octal : nil }
        var mode = mode
        for clause in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let changed = applyClause(clause, to: mode, isDirectory: isDirectory) else { return nil }
            mode = changed
        }
        return mode
    }

    private static func applyClause(_ clause: Substring, to mode: Int, isDirectory: Bool) -> Int? {
        let who = clause.prefix { "ugoa".contains($0) }
        var rest = clause.dropFirst(who.count)
        var mode = mode
        guard !rest.isEmpty else { return nil }
        while let sign = rest.popFirst() {
            guard "+-=".contains(sign) else { return nil }
            let letters = rest.prefix { "rwxXst".contains($0) }
            rest = rest.dropFirst(letters.count)
            var bits = 0
            for letter in letters {
                switch letter {
                case "r": bits |= 4
                case "w": bits |= 2
                case "x": bits |= 1
                case "X": if isDirectory || mode & 0o111 != 0 { bits |= 1 }
                default: break
                }
            }
            for (letter, shift) in [("u", 6), ("g", 3), ("o", 0)]
            where who.isEmpty || who.contains(letter) || who.contains("a") {
                switch sign {
                case "+": mode |= bits << shift
                case "-": mode &= ~(bits << shift)
                default: mode = mode & ~(7 << shift) | bits << shift
                }
            }
        }
        return mode
    }
}

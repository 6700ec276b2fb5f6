extension Tool {
    /// `hostname [-fis]`
    static let hostname = Tool.batch { context throws(ToolExit) in
        try context.printLine(context.hostName)
        return 0
    }

    static let whoami = Tool.batch { context throws(ToolExit) in
        try context.printLine(context.userName)
        return 0
    }

    /// `id [-ugGn]`
    static let id = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "ugGnr", long: ["user": "u", "group": "g", "name": "n"], context: &context)
        let isRoot = context.userName == "root"
        let number = isRoot ? "0" : "1000"
        if options.has("u") || options.has("g") || options.has("G") {
            try context.printLine(options.has("n") ? context.userName : number)
        } else {
            let name = context.userName
            try context.printLine("uid=\(number)(\(name)) gid=\(number)(\(name)) groups=\(number)(\(name))")
        }
        return 0
    }

    /// `uname [-asnrvmo]`
    static let uname = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "asnrvmpio",
            long: ["all": "a", "kernel-release": "r", "machine": "m", "nodename": "n", "operating-system": "o"],
            context: &context)
        let parts: [(Character, String)] = [
            ("s", "Linux"), ("n", context.hostName), ("r", "6.1.0"), ("v", "#1 SMP"), ("m", "x86_64"),
            ("o", "GNU/Linux"),
        ]
        let chosen = parts.filter { options.has("a") || options.has($0.0) }.map(\.1)
        try context.printLine(chosen.isEmpty ? "Linux" : chosen.joined(separator: " "))
        return 0
    }

    /// `clear`: the terminal's own sequence
    static let clear = Tool.batch { context throws(ToolExit) in
        try context.print("\u{1B}[H\u{1B}[2J\u{1B}[3J")
        return 0
    }

    static let nproc = Tool.batch { context throws(ToolExit) in
        try context.printLine("2")
        return 0
    }

    /// `sync` has nothing to wait for.
    static let sync = Tool.batch { _ throws(ToolExit) in 0 }
}

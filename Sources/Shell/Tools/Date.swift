extension Tool {
    /// `date [-u] [-d time] [-I[precision]] [-R] [+format]`; the host's clock, always in UTC.
    static let date = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "ud:RI::r:s:",
            long: ["utc": "u", "universal": "u", "date": "d", "rfc-email": "R", "iso-8601": "I", "reference": "r"],
            context: &context)
        var seconds = context.seconds
        if let text = options.value("d") {
            guard let value = DateText.parse(text, now: seconds) else {
                throw context.fail("invalid date \u{2018}\(text)\u{2019}")
            }
            seconds = value
        }
        if let path = options.value("r") {
            guard let status = context.status(of: path) else {
                throw context.fail("\(path): No such file or directory")
            }
            seconds = Double(status.modified)
        }
        var format = "%a %b %e %H:%M:%S UTC %Y"
        if options.has("R") { format = "%a, %d %b %Y %H:%M:%S +0000" }
        if options.has("I") {
            switch options.value("I") ?? "" {
            case "s", "seconds": format = "%Y-%m-%dT%H:%M:%S+00:00"
            case "m", "minutes": format = "%Y-%m-%dT%H:%M+00:00"
            case "h", "hours": format = "%Y-%m-%dT%H+00:00"
            case "ns": format = "%Y-%m-%dT%H:%M:%S,%N+00:00"
            default: format = "%Y-%m-%d"
            }
        }
        if let operand = options.operands.first {
            guard operand.hasPrefix("+") else { throw context.fail("invalid date \u{2018}\(operand)\u{2019}") }
            format = String(operand.dropFirst())
        }
        try context.printLine(DateText.formatted(seconds, format))
        return 0
    }
}

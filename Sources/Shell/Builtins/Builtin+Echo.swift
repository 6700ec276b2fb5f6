extension Builtin {
    /// `echo [-neE] word...`
    static let echo = Builtin { shell, call throws(ShellMessage.Failure) in
        var (ending, escapes) = ("\n", false)
        var words = call.arguments[...]
        while let option = words.first, option.hasPrefix("-"), option.count > 1,
            option.dropFirst().allSatisfy({ "neE".contains($0) })
        {
            if option.contains("n") { ending = "" }
            if let last = option.last(where: { $0 == "e" || $0 == "E" }) { escapes = last == "e" }
            words = words.dropFirst()
        }
        let text = words.joined(separator: " ")
        guard escapes else {
            call.print(text + ending)
            return .status(0)
        }
        let (bytes, stopped) = EscapeSequences.replaced(in: Array(text.utf8), style: .echo)
        call.print(bytes + (stopped ? [] : Array(ending.utf8)))
        return .status(0)
    }
}

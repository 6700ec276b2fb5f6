extension Session {
    /// What stands in a journal behind a command that was stopped by Ctrl-C.
    package static let interruption = "^C"

    /// Does again what a journal tells; what the commands print goes to the settings' `write`.
    package mutating func replay(_ entries: [JournalEntry]) {
        for (index, entry) in entries.enumerated() where entry.text != Self.interruption {
            let next = index + 1 < entries.count ? entries[index + 1] : nil
            lab.host.settings.pacing =
                next?.text == Self.interruption
                ? .replay(until: next?.time ?? entry.time) : .unattended
            _ = run(entry)
        }
        lab.host.settings.pacing = .unattended
    }

    /// Runs a line of a journal at its time, after taking over the files that had changed before it.
    package mutating func run(_ entry: JournalEntry) -> Turn {
        for change in entry.files { lab.host.files.apply(change) }
        advance(to: entry.time)
        return run(entry.text)
    }
}

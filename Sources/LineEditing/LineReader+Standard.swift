import CLibedit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The reader that fits this process's standard input: an editor at a terminal, and plain lines elsewhere.
///
/// - Parameter terminalName: The value of `TERM`; a `dumb` terminal cannot move its cursor and gets plain lines.
package func standardLineReader(terminalName: String?, historyPath: String?) -> any LineReader {
    let isTerminal = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0
    guard isTerminal else { return StreamLineReader(descriptor: STDIN_FILENO) }
    let canEdit = terminalName.map { !["", "dumb", "unknown"].contains($0) } ?? false
    if canEdit {
        let editor = TerminalLineReader(
            input: STDIN_FILENO, output: STDOUT_FILENO, history: historyPath.map(HistoryFile.init))
        if let editor { return editor }
    }
    return StreamLineReader(descriptor: STDIN_FILENO, promptDescriptor: STDOUT_FILENO)
}

/// The width of the terminal behind a descriptor, or 80.
package func terminalColumns(_ descriptor: Int32) -> Int {
    Int(clibedit_columns(descriptor))
}

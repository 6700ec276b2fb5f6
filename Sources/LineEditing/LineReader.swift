/// Where the lines of a session come from: a person at a terminal, a plain stream, or a script in a test.
package protocol LineReader {
    /// Asks for the next line.
    ///
    /// - Parameter complete: Called when Tab is pressed, with the line and the place of the cursor in UTF-8 bytes.
    mutating func readLine(
        prompt: Prompt, complete: (_ line: String, _ cursor: Int) -> Completion
    ) throws(LineError) -> LineInput
}

extension LineReader {
    /// Asks for a line without completion, as for the rest of a here-document.
    package mutating func readLine(prompt: Prompt) throws(LineError) -> LineInput {
        try readLine(prompt: prompt) { _, cursor in .none(at: cursor) }
    }
}

/// What came of asking for a line.
package enum LineInput: Hashable, Sendable {
    /// A line without its end.
    case line(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line, or nothing left to read.
    case endOfInput
}

/// Why a line could not be read; the next call goes on behind it.
package enum LineError: Error, Hashable, Sendable {
    /// Lines count from 1.
    case tooLong(line: Int, limitBytes: Int)
    case notUTF8(line: Int)
    /// The system refused to read; `code` is its `errno`.
    case system(code: Int32)
}

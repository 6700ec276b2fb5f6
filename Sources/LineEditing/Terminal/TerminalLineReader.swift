internal import CLibedit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A line editor at a terminal: libedit with history, search (Ctrl-R) and completion (Tab).
///
/// A class because it owns the one editor of one terminal, which cannot be copied.
package final class TerminalLineReader: LineReader {
    private let editor: OpaquePointer
    private let output: Int32
    private var history: HistoryFile?
    private var lineNumber = 0
    /// Why the history is no longer kept in its file; lines are still remembered until the program ends.
    package private(set) var historyProblem: HistoryFile.Problem?

    /// `nil` when the terminal cannot be used.
    package init?(input: Int32, output: Int32, history: HistoryFile? = nil) {
        _ = clibedit_use_utf8()  // without it libedit still edits plain ASCII
        guard let editor = clibedit_open(input, output, Int32(HistoryText.lineLimit), pressTab) else { return nil }
        self.editor = editor
        self.output = output
        self.history = history
        loadHistory()
    }

    deinit {
        clibedit_close(editor)
    }
}

extension TerminalLineReader {
    /// The longest line that is taken.
    package static let lineLimitBytes = 1_048_576

    package func readLine(
        prompt: Prompt, complete: (_ line: String, _ cursor: Int) -> Completion
    ) throws(LineError) -> LineInput {
        guard clibedit_set_prompt(editor, prompt.markedText) == 0 else { throw .system(code: errno) }
        lineNumber += 1
        var text: UnsafePointer<CChar>?
        var length = 0
        var code: Int32 = 0
        let outcome = withoutActuallyEscaping(complete) { complete in
            var session = TabSession(
                editor: editor, columns: Int(clibedit_columns(output)), promptWidth: displayWidth(prompt.text),
                complete: complete)
            return withUnsafeMutablePointer(to: &session) { session in
                let outcome = clibedit_read(editor, session, &text, &length)
                code = errno
                return outcome
            }
        }
        switch outcome {
        case CLibeditLine: return try take(UnsafeRawBufferPointer(start: text, count: length))
        case CLibeditInterrupted:
            _ = InterruptFlag.take()
            return .interrupted
        case CLibeditEnd:
            clibedit_print(editor, "\n")
            return .endOfInput
        default: throw .system(code: code)
        }
    }

    private func take(_ bytes: UnsafeRawBufferPointer) throws(LineError) -> LineInput {
        guard bytes.count <= Self.lineLimitBytes else {
            throw .tooLong(line: lineNumber, limitBytes: Self.lineLimitBytes)
        }
        guard let line = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(line: lineNumber) }
        remember(line)
        return .line(line)
    }

    private func loadHistory() {
        do throws(HistoryFile.Problem) {
            for line in try history?.load() ?? [] { clibedit_add_history(editor, line) }
        } catch {
            historyProblem = error
        }
    }

    private func remember(_ line: String) {
        do throws(HistoryFile.Problem) {
            guard try history?.add(line) ?? !line.isEmpty else { return }
        } catch {
            historyProblem = error
        }
        clibedit_add_history(editor, line)
    }
}

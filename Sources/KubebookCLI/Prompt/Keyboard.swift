import KubeModel
import LineEditing
import Shell
import Synchronization
import Workbook

/// The terminal as the commands of a session read it: `cat`, `read`, a shell in a container.
///
/// Every line is in the journal before its answer is shown.
final class Keyboard: Sendable {
    private let reader = Mutex(StreamLineReader(descriptor: 0, promptDescriptor: 1))
    private let journal: JournalFile
    private let language: Language

    init(journal: JournalFile, language: Language) {
        self.journal = journal
        self.language = language
    }
}

extension Keyboard {
    /// Waits for a line behind a prompt.
    func type(_ prompt: String) -> Typing {
        Terminal.standard.flush()
        let start = ContinuousClock.now
        let input = read(prompt)
        let microseconds = (ContinuousClock.now - start).microseconds
        let typing = Typing(input, after: .microseconds(microseconds))
        journal.append(typing)
        return typing
    }

    private func read(_ prompt: String) -> KeyboardInput {
        while true {
            let result = reader.withLock { reader in
                Result { () throws(LineError) in try reader.readLine(prompt: .plain(prompt)) }
            }
            switch result {
            case .success(.line(let line)): return .line(line)
            case .success(.endOfInput):
                if !prompt.isEmpty { Terminal.standard.write("\n") }  // the line with the prompt has no end of its own
                return .endOfInput
            case .success(.interrupted):
                Terminal.standard.write("\n")
                return .interrupted
            case .failure(let error):
                Terminal.standard.writeError(LineWords.text(of: error, language) + "\n")
                if case .system = error { return .endOfInput }
            }
        }
    }
}

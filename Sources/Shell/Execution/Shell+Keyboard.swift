/// What a person does at the keyboard while a command reads from it.
package enum KeyboardInput: Hashable, Sendable {
    /// A line without its end.
    case line(String)
    /// Ctrl-D
    case endOfInput
    /// Ctrl-C
    case interrupted
}

/// What a person did, and how long it took on the clock on the wall.
package struct Typing: Hashable, Sendable {
    package var input: KeyboardInput
    package var duration: Swift.Duration

    package init(_ input: KeyboardInput, after duration: Swift.Duration = .zero) {
        self.input = input
        self.duration = duration
    }
}

extension Shell {
    /// Opens or closes the keyboard for the next script; nothing that was typed before is left.
    package mutating func setKeyboard(isThere: Bool) {
        typed = []
        isTypingOver = !isThere
        endReader = nil
    }

    /// Hands over what a person did; Ctrl-D ends the input of the command that waits, and of no other.
    package mutating func take(_ input: KeyboardInput) {
        switch input {
        case .line(let text): type(text + "\n")
        case .endOfInput:
            isTypingOver = true
            endReader = waitingForKeyboard.map { EndReader(process: $0.id, depth: $0.frames.count) }
        case .interrupted:
            typed = []
            deliver(.interrupt)
        }
    }

    /// What stands before the line that is waited for: the prompt of a shell, nothing before other readers.
    package var inputPrompt: String {
        guard let process = waitingForKeyboard, process.frames.last?.readsCommands == true else { return "" }
        guard typed.isEmpty else { return process.environment.text("PS2") ?? "> " }
        return expandedPrompt(process.environment.text("PS1") ?? configuration.prompt, process.environment)
    }

    /// `watch` runs in the foreground: its pauses are there to be seen.
    package var isWatched: Bool {
        processes.contains { process in
            guard process.exitStatus == nil, process.jobText == nil, case .tool(let running)? = process.frames.last
            else { return false }
            return running.name == "watch"
        }
    }

    /// The process that reads from the keyboard.
    var waitingForKeyboard: Process? {
        processes.last { process in
            guard process.exitStatus == nil else { return false }
            switch process.wait {
            case .typed, .typingEnd: return true
            case .none, .sleeping, .readable, .pipeEnd, .writable, .children, .anyChild: return false
            }
        }
    }

    /// The escapes that prompts use most.
    private func expandedPrompt(_ text: String, _ environment: Environment) -> String {
        let escapes = [
            (#"\u"#, configuration.userName), (#"\h"#, configuration.hostName),
            (#"\w"#, environment.workingDirectory), (#"\$"#, configuration.userName == "root" ? "#" : "$"),
        ]
        return escapes.reduce(text) { text, escape in
            text.split(separator: escape.0, omittingEmptySubsequences: false).joined(separator: escape.1)
        }
    }
}

/// The command that sees a Ctrl-D: a process, and how deep it was in its frames while it waited.
struct EndReader: Hashable, Sendable {
    var process: Int
    var depth: Int
}

extension Shell {
    /// After the command that saw Ctrl-D the keyboard is open again for the next one.
    mutating func reopenKeyboard() {
        guard let reader = endReader, reader.process == process.id,
            process.exitStatus != nil || process.frames.count < reader.depth
        else { return }
        isTypingOver = false
        endReader = nil
    }
}

/// A recorded session: commands, what they printed, and how they ended.
///
///     $ kubectl get pod nginx
///     Error from server (NotFound): pods "nginx" not found
///     [1]
///
/// A line that begins with `$ ` begins a command, `> ` continues it; a number in brackets is a code that is not 0.
package struct Transcript: Hashable, Sendable {
    package struct Command: Hashable, Sendable {
        package var text: String
        package var output: [String]
        package var exitCode: Int32

        package init(text: String, output: [String], exitCode: Int32) {
            self.text = text
            self.output = output
            self.exitCode = exitCode
        }
    }

    package private(set) var commands: [Command] = []

    package init(_ source: String) {
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) { read(line) }
        for index in commands.indices {
            while commands[index].output.last == "" { commands[index].output.removeLast() }
        }
    }
}

extension Transcript {
    private mutating func read(_ line: Substring) {
        let last = commands.count - 1
        if line.hasPrefix("$ ") {
            commands.append(Command(text: String(line.dropFirst(2)), output: [], exitCode: 0))
        } else if last >= 0, commands[last].output.isEmpty, line.hasPrefix("> ") || line == ">" {
            commands[last].text += "\n" + line.dropFirst(2)
        } else if line.hasPrefix("# ") || line == "#" || last < 0 {
            return
        } else if line.hasPrefix("["), line.hasSuffix("]"), let code = Int32(line.dropFirst().dropLast()) {
            commands[last].exitCode = code
        } else {
            commands[last].output.append(String(line))
        }
    }

    /// The lines of an output without empty ones at its end.
    package static func lines(of output: String) -> [String] {
        var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// A fenced block of a text that shows a session: ` ```console `, or ` ```console after ` for the end of the step.
struct TranscriptBlock: Hashable {
    let transcript: Transcript
    let isAfter: Bool
    /// The line of the file where the block begins.
    let line: Int
}

extension TranscriptBlock {
    static func blocks(in section: TextSection) -> [TranscriptBlock] {
        var blocks: [TranscriptBlock] = []
        var open: (info: Substring, line: Int, lines: [Substring])?
        for (index, line) in section.body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                if let block = open, block.info.hasPrefix("console") {
                    let transcript = Transcript(block.lines.joined(separator: "\n"))
                    blocks.append(
                        TranscriptBlock(
                            transcript: transcript, isAfter: block.info == "console after", line: block.line))
                }
                open = open == nil ? (line.dropFirst(3), section.bodyLine + index, []) : nil
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }
}

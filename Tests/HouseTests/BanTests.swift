import Foundation
import Testing

/// Words that have no place in the sources, each with what to write instead.
struct BanTests {
    struct Ban: Sendable, CustomStringConvertible {
        let word: String
        let replacement: String
        /// Layers at the rim where the word is right.
        var exceptions: [String] = []

        var description: String { word }
    }

    static let bans = [
        Ban(word: "Date()", replacement: "api.now or an argument: the clock is simulated", exceptions: ["KubebookCLI"]),
        Ban(word: "UUID()", replacement: "SeededGenerator.uid()"),
        Ban(word: ".random(in:", replacement: "SeededGenerator.below(_:)"),
        Ban(word: ".shuffled()", replacement: "an order that follows from the seed"),
        Ban(word: "Task {", replacement: "the event queue: nothing below the command line is asynchronous"),
        Ban(word: "Task.sleep", replacement: "the event queue"),
        Ban(word: "Thread.sleep", replacement: "the event queue", exceptions: ["KubebookCLI"]),
        Ban(word: "hashValue", replacement: "a value that is the same in every process"),
        Ban(word: "try!", replacement: "a thrown error"),
        Ban(word: "fatalError(", replacement: "a thrown error, or preconditionFailure for a broken invariant"),
        Ban(word: " as! ", replacement: "a pattern match"),
        Ban(word: "public ", replacement: "package"),
        Ban(word: "TODO", replacement: "an issue"),
        Ban(word: "FIXME", replacement: "an issue"),
        // The shell's tools and the table printer have a print of their own.
        Ban(
            word: "print(", replacement: "the output of the command",
            exceptions: ["KubebookCLI", "Shell", "KubePrinting"]),
        Ban(word: "nonisolated(unsafe)", replacement: "a value, or a Mutex"),
        Ban(word: "@unchecked", replacement: "a value, or a Mutex"),
    ]

    @Test(arguments: bans)
    func `the sources do without`(ban: Ban) throws {
        for file in try SourceTree.swiftFiles(under: "Sources")
        where !ban.exceptions.contains(where: { file.path.hasPrefix("Sources/\($0)/") }) {
            for (index, line) in file.lines.enumerated() where Self.uses(ban.word, in: line) {
                Issue.record("\(file.path):\(index + 1): no \(ban.word) here; write \(ban.replacement)")
            }
        }
    }

    /// Whether a line's code, without its comment and its string literals, holds a word that begins there.
    static func uses(_ word: String, in line: String) -> Bool {
        let code = code(of: line)
        guard let range = code.range(of: word) else { return false }
        guard let first = word.first, first.isLetter, range.lowerBound > code.startIndex else { return true }
        let before = code[code.index(before: range.lowerBound)]
        return !(before.isLetter || before.isNumber || before == "_" || before == ".")
    }

    private static func code(of line: String) -> String {
        var result = ""
        var inString = false
        var previous: Character = " "
        for character in line {
            if character == "\"", previous != "\\" { inString.toggle() }
            if !inString, character == "/", previous == "/" {
                result.removeLast()
                break
            }
            if !inString { result.append(character) }
            previous = character
        }
        return result
    }
}

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
        Ban(word: "print(", replacement: "the output of the command", exceptions: ["KubebookCLI", "KubebookBench"]),
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

    @Test(arguments: [
        ("print(1)", true), ("x.print(1); print(2)", true), ("context.print(1)", false), ("fingerprint(1)", false),
        ("mutating func print(_ text: String) {", false), ("case print(end: String)", false),
        ("case .print: print(1)", true), ("let text = \"print(1)\"  // print(2)", false),
    ])
    func `a ban is meant for what stands alone`(line: String, isUse: Bool) {
        #expect(Self.uses("print(", in: line) == isUse)
    }

    /// Whether a line's code, without its comment and its string literals, holds the word: a word that begins with
    /// a letter counts neither inside another one, nor as a member, nor where a member of that name is declared.
    static func uses(_ word: String, in line: String) -> Bool {
        let code = code(of: line)
        guard let first = word.first, first.isLetter else { return code.contains(word) }
        return code.ranges(of: word).contains { range in
            let before = code[..<range.lowerBound]
            guard let last = before.last else { return true }
            if last.isLetter || last.isNumber || last == "_" || last == "." { return false }
            return !before.hasSuffix("func ") && !before.hasSuffix("case ")
        }
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

/// What could stand in place of a part of the line.
package struct Completion: Hashable, Sendable {
    package struct Candidate: Hashable, Sendable {
        /// What goes into the line, quoted as the line needs it.
        package var text: String
        /// What the list of candidates shows.
        package var label: String
        /// Follows the text when there is no other candidate: a space after a whole word, nothing after a folder.
        package var suffix: String

        package init(_ text: String, label: String? = nil, suffix: String = " ") {
            self.text = text
            self.label = label ?? text
            self.suffix = suffix
        }
    }

    /// The part of the line that a candidate replaces, in UTF-8 bytes.
    package var replaced: Range<Int>
    package var candidates: [Candidate]

    package init(replaced: Range<Int>, candidates: [Candidate]) {
        self.replaced = replaced
        self.candidates = candidates
    }

    package static func none(at cursor: Int) -> Completion {
        Completion(replaced: cursor..<cursor, candidates: [])
    }
}

extension Completion {
    /// The longest beginning that all candidates share, in whole characters.
    package var commonPrefix: String {
        guard var prefix = candidates.first.map({ Array($0.text) }) else { return "" }
        for candidate in candidates.dropFirst() {
            let shared = zip(prefix, candidate.text).prefix { $0 == $1 }.count
            prefix.removeSubrange(shared...)
        }
        return String(prefix)
    }
}

/// The words of a lesson in one language.
///
///     # The title
///     What it is about.
///     ## The heading of a step {#step-id}
///     What to do. Hints and explanations of mistakes are sections as well.
package struct LessonText: Hashable, Sendable {
    package let language: Language
    package let title: String
    package let introduction: String
    package let sections: [TextSection]
}

package struct TextSection: Hashable, Sendable {
    package let id: String
    package let title: String
    package let body: String
    /// The line of its heading.
    package let line: Int
    /// The line where the body begins.
    package let bodyLine: Int
}

/// What is wrong with a text, and in which line.
struct LessonTextError: Error, Hashable {
    let line: Int
    let problem: LessonProblem
}

extension LessonText {
    package func section(_ id: String) -> TextSection? { sections.first { $0.id == id } }

    init(_ source: String, language: Language) throws(LessonTextError) {
        var reader = LessonTextReader()
        var line = 0
        for text in source.split(separator: "\n", omittingEmptySubsequences: false) {
            line += 1
            try reader.read(text.last == "\r" ? text.dropLast() : text, line: line)
        }
        try reader.finish(line: line)
        guard !reader.title.isEmpty else { throw LessonTextError(line: 1, problem: .textWithoutTitle) }
        self.init(
            language: language, title: reader.title, introduction: reader.introduction, sections: reader.sections)
    }
}

private struct LessonTextReader {
    var title = ""
    var introduction = ""
    var sections: [TextSection] = []
    private var heading: (id: String, title: String, line: Int)?
    private var lines: [Substring] = []
    /// The line where a fenced block began that has not ended.
    private var fenceLine: Int?

    mutating func read(_ text: Substring, line: Int) throws(LessonTextError) {
        if text.hasPrefix("```") {
            fenceLine = fenceLine == nil ? line : nil
        } else if fenceLine == nil, text.hasPrefix("# "), title.isEmpty {
            title = trimmed(text.dropFirst(2))
            return
        } else if fenceLine == nil, text.hasPrefix("## ") {
            endSection()
            heading = try parseHeading(text.dropFirst(3), line: line)
            return
        }
        lines.append(text)
    }

    mutating func finish(line: Int) throws(LessonTextError) {
        if let fenceLine { throw LessonTextError(line: fenceLine, problem: .openFence) }
        endSection()
    }

    private mutating func endSection() {
        let body = trimmed(lines.joined(separator: "\n"))
        if let heading {
            let blanks = lines.prefix { $0.allSatisfy(\.isWhitespace) }.count
            sections.append(
                TextSection(
                    id: heading.id, title: heading.title, body: body, line: heading.line,
                    bodyLine: heading.line + 1 + blanks))
        } else {
            introduction = body
        }
        lines = []
    }

    /// `Scale it up {#scale}`
    private func parseHeading(_ text: Substring, line: Int) throws(LessonTextError) -> (String, String, Int) {
        let text = trimmed(text)
        guard text.hasSuffix("}"), let mark = text.firstRange(of: "{#") else {
            throw LessonTextError(line: line, problem: .headingWithoutId(text))
        }
        let id = String(text[mark.upperBound...].dropLast())
        guard !sections.contains(where: { $0.id == id }) else {
            throw LessonTextError(line: line, problem: .repeatedId(id))
        }
        return (id, trimmed(text[..<mark.lowerBound]), line)
    }

    private func trimmed(_ text: some StringProtocol) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}

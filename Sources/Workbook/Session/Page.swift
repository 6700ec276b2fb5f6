/// What the workbook itself has to show: lines with a meaning, which a terminal may colour.
package struct Page: Hashable, Sendable {
    package enum Style: Hashable, Sendable {
        case plain, heading, good, bad, waiting, dim, command
        /// A paragraph of a lesson on one line, with `code` and **strong** words marked as in Markdown.
        case prose
    }

    package struct Line: Hashable, Sendable {
        package var text: String
        package var style: Style

        package init(_ text: String, _ style: Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    package private(set) var lines: [Line]

    package init(_ lines: [Line] = []) {
        self.lines = lines
    }
}

extension Page {
    package var isEmpty: Bool { lines.isEmpty }

    package mutating func add(_ text: String, _ style: Style = .plain) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(Line(String(line).withoutControls, style))
        }
    }

    package mutating func add(_ other: Page) { lines += other.lines }

    package static func text(_ text: String, _ style: Style = .plain) -> Page {
        var page = Page()
        page.add(text, style)
        return page
    }

    /// The words alone.
    package var plainText: String { lines.map { $0.text + "\n" }.joined() }
}

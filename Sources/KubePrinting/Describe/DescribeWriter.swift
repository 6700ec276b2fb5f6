import Documents
import KubeModel

/// Collects a description: lines at levels of indentation, with tabs between cells that are aligned at the end.
///
/// Source: `PrefixWriter` and `tabbedString` of k8s.io/kubectl/pkg/describe/describe.go.
struct DescribeWriter {
    private var collected = ""
    let now: Instant

    init(now: Instant) {
        self.now = now
    }
}

extension DescribeWriter {
    /// The text with its tabs.
    var unalignedText: String { collected }

    /// The aligned text.
    var text: String {
        var writer = TabWriter.describe
        return writer.align(collected)
    }

    /// Text as it is, indented by two spaces a level.
    mutating func write(_ text: String, level: Int = 0) {
        collected += String(repeating: "  ", count: level) + TerminalText.escaped(text)
    }

    mutating func line(_ text: String = "", level: Int = 0) {
        write(text + "\n", level: level)
    }

    /// `Title:⇥value`
    mutating func field(_ title: String, _ value: some CustomStringConvertible, level: Int = 0) {
        line("\(title):\t\(value)", level: level)
    }

    /// A field that is left out when there is no value.
    mutating func optional(_ title: String, _ value: Value?, level: Int = 0) {
        let text = value?.scalarText ?? ""
        if !text.isEmpty { field(title, text, level: level) }
    }

    /// The cells of a table's line.
    mutating func row(_ cells: [String], level: Int = 1) {
        line(cells.joined(separator: "\t"), level: level)
    }

    /// Headings with dashes below: as many as each has letters, unless told otherwise.
    mutating func headings(_ titles: [String], underline: [String]? = nil, level: Int = 1) {
        row(titles, level: level)
        row(underline ?? titles.map { String(repeating: "-", count: $0.count) }, level: level)
    }

    /// `Title:⇥first`, and the rest below it; `<none>` without any.
    mutating func list(_ title: String, _ items: [String], level: Int = 0) {
        field(title, items.first ?? "<none>", level: level)
        for item in items.dropFirst() { line("\t\(item)", level: level) }
    }

    mutating func labels(_ title: String, _ labels: Object) {
        list(title, Self.labelTexts(labels))
    }

    /// `app=web`
    static func labelTexts(_ labels: Object) -> [String] { labels.map { "\($0)=\($1.scalarText)" } }
}

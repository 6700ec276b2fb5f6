import Documents
import KubePrinting

/// The table of `-o custom-columns`: a heading and a path for each column.
///
/// Source: `k8s.io/kubectl/pkg/cmd/get/customcolumn.go`.
struct CustomColumns: Sendable {
    private struct Column: Sendable {
        var heading: String
        var path: JSONPath
    }

    private let columns: [Column]
    private let hasHeadings: Bool

    private init(_ pairs: [(heading: String, path: String)], hasHeadings: Bool) throws(KubectlError) {
        var columns: [Column] = []
        for (heading, path) in pairs {
            do {
                columns.append(
                    Column(heading: heading, path: try JSONPath.parseRelaxed(path, allowMissingKeys: true)))
            } catch {
                throw .message(error.message)
            }
        }
        self.columns = columns
        self.hasHeadings = hasHeadings
    }
}

extension CustomColumns {
    /// `NAME:.metadata.name,IMAGE:.spec.containers[0].image`
    init(specification: String, hasHeadings: Bool) throws(KubectlError) {
        if specification.isEmpty { throw .message("custom-columns format specified but no custom columns given") }
        var pairs: [(heading: String, path: String)] = []
        for part in specification.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2 else {
                throw .message("unexpected custom-columns spec: \(part), expected <header>:<json-path-expr>")
            }
            pairs.append((heading: sides[0], path: sides[1]))
        }
        try self.init(pairs, hasHeadings: hasHeadings)
    }

    /// A line of headings and a line of paths.
    init(template: String, hasHeadings: Bool) throws(KubectlError) {
        let lines = template.split(separator: "\n", omittingEmptySubsequences: false)
        func words(_ index: Int) -> [String] {
            lines.indices.contains(index) ? lines[index].split(whereSeparator: \.isWhitespace).map(String.init) : []
        }
        guard lines.count >= 2, !lines[1].isEmpty else {
            throw .message(
                "invalid template, missing spec line. Expected format is one line of space separated headers, one line of space separated column specs."
            )
        }
        let headings = words(0), paths = words(1)
        guard headings.count == paths.count else {
            throw .message(
                "number of headers (\(headings.count)) and field specifications (\(paths.count)) don't match")
        }
        try self.init(Array(zip(headings, paths)).map { (heading: $0, path: $1) }, hasHeadings: hasHeadings)
    }

    func text(of value: Value) throws(KubectlError) -> String {
        var lines: [String] = []
        if hasHeadings { lines.append(columns.map(\.heading).joined(separator: "\t")) }
        var items = [value]
        if case .array(let list)? = value["items"] { items = list }
        for item in items {
            var cells: [String] = []
            for column in columns { cells.append(try Self.cell(column.path, of: item)) }
            lines.append(cells.joined(separator: "\t"))
        }
        guard !lines.isEmpty else { return "" }
        var writer = TabWriter.table
        return writer.align(lines.joined(separator: "\n") + "\n")
    }

    private static func cell(_ path: JSONPath, of item: Value) throws(KubectlError) -> String {
        let values: [Value]
        do { values = try path.results(item).flatMap { $0 } } catch { throw .message(error.message) }
        return values.isEmpty ? "<none>" : values.map { TerminalText.escaped($0.goText) }.joined(separator: ",")
    }
}

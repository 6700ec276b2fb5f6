/// Aligns text whose cells end in tabs: a column is as wide as its widest cell in a run of neighbouring lines.
///
/// The last cell of a line belongs to no column, so a line without a tab ends every column. Widths count characters
/// (Unicode scalars), as kubectl does.
/// Source: Go's text/tabwriter, with the remembered widths of github.com/liggitt/tabwriter.
package struct TabWriter: Sendable {
    private let widthMin: Int
    private let padding: Int
    private let remembersWidths: Bool
    private var rememberedWidths: [Int] = []

    /// The widths of `kubectl get`; later texts are at least as wide as earlier ones.
    package static let table = TabWriter(widthMin: 6, padding: 3, remembersWidths: true)
    /// The widths of `kubectl describe`.
    package static let describe = TabWriter(widthMin: 0, padding: 2, remembersWidths: false)

    package init(widthMin: Int, padding: Int, remembersWidths: Bool) {
        self.widthMin = widthMin
        self.padding = padding
        self.remembersWidths = remembersWidths
    }
}

extension TabWriter {
    package mutating func forgetWidths() { rememberedWidths = [] }

    /// The text with tabs replaced by spaces; it keeps its line ends.
    package mutating func align(_ text: String) -> String {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Line.init)
        var column = 0
        var members = lines.indices.filter { lines[$0].hasColumn(0) }
        while !members.isEmpty {
            for run in Self.runs(members) {
                let width = width(ofColumn: column, in: lines[run])
                for index in run { lines[index].pad(column, to: width) }
            }
            column += 1
            members = members.filter { lines[$0].hasColumn(column) }
        }
        return lines.map(\.text).joined(separator: "\n")
    }

    private mutating func width(ofColumn column: Int, in lines: ArraySlice<Line>) -> Int {
        var width = max(widthMin, lines.map { $0.cells[column].count + padding }.max() ?? 0)
        guard remembersWidths else { return width }
        if column < rememberedWidths.count {
            width = max(width, rememberedWidths[column])
            rememberedWidths[column] = width
        } else {
            rememberedWidths.append(width)
        }
        return width
    }

    /// Neighbouring numbers joined into ranges: `[1, 2, 5]` gives `1..<3` and `5..<6`.
    private static func runs(_ indices: [Int]) -> [Range<Int>] {
        indices.reduce(into: []) { runs, index in
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
    }

    private struct Line {
        var cells: [[Unicode.Scalar]]

        init(_ text: Substring.UnicodeScalarView) {
            cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(Array.init)
        }

        func hasColumn(_ column: Int) -> Bool { column < cells.count - 1 }

        mutating func pad(_ column: Int, to width: Int) {
            cells[column] += Array(repeating: " ", count: width - cells[column].count)
        }

        var text: String {
            var scalars = String.UnicodeScalarView()
            for cell in cells { scalars.append(contentsOf: cell) }
            return String(scalars)
        }
    }
}

package import Documents
package import KubeModel

/// Prints objects as kubectl's tables, one call for each list or watch event.
///
/// Between calls it remembers the column widths and whether the headings were printed, as a watch needs.
/// Source: k8s.io/cli-runtime/pkg/printers/tableprinter.go.
package struct TablePrinter: Sendable {
    package struct Options: Hashable, Sendable {
        package var isWide = false
        package var hasHeadings = true
        package var showsNamespace = false
        package var showsLabels = false
        /// Puts the kind before the name: `deployment.apps/web`.
        package var showsKind = false
        /// Labels with a column of their own.
        package var labelColumns: [String] = []

        package init() {}
    }

    package let options: Options
    private var writer = TabWriter.table
    private var printedHeadings: [ColumnHeading]?

    package init(options: Options = Options()) {
        self.options = options
    }
}

extension TablePrinter {
    /// The objects as lines of a table, after the headings if these were not printed before; empty without objects.
    ///
    /// With `event`, a first column tells what happened: `ADDED`, `MODIFIED`, `DELETED`.
    package mutating func print(
        _ objects: [Object], of resource: ResourceType, as definition: TableDefinition, now: Instant,
        event: String? = nil
    ) -> String {
        guard !objects.isEmpty else { return "" }
        let headings = definition.headings
        var lines: [String] = []
        if options.hasHeadings, printedHeadings != headings {
            lines.append(headingLine(headings, event: event))
            printedHeadings = headings
        }
        let nameIndex = options.showsKind ? headings.firstIndex(where: \.isName) : nil
        for object in objects {
            var cells = definition.cells(of: object, now: now).map(Self.text)
            if let nameIndex { cells[nameIndex] = "\(Self.kindName(resource))/\(cells[nameIndex])" }
            let shown = zip(headings, cells).filter { isShown($0.0) }.map(\.1)
            let line = (event.map { [$0] } ?? []) + decorated(object, shown)
            lines.append(line.joined(separator: "\t"))
        }
        return writer.align(lines.joined(separator: "\n") + "\n")
    }

    /// `pod`, `deployment.apps`
    package static func kindName(_ resource: ResourceType) -> String {
        GroupResource(group: resource.group, resource: resource.kind).description.lowercased()
    }

    private func isShown(_ heading: ColumnHeading) -> Bool { options.isWide || heading.priority == 0 }

    private func headingLine(_ headings: [ColumnHeading], event: String?) -> String {
        let titles = headings.filter(isShown).map { $0.title.uppercased() }
        let labels = options.labelColumns.map { $0.split(separator: "/").last.map { $0.uppercased() } ?? "" }
        let line = (event == nil ? [] : ["EVENT"]) + (options.showsNamespace ? ["NAMESPACE"] : []) + titles + labels
        return (line + (options.showsLabels ? ["LABELS"] : [])).joined(separator: "\t")
    }

    private func decorated(_ object: Object, _ cells: [String]) -> [String] {
        let labels = object.labels
        let chosen = options.labelColumns.map { TerminalText.cell(labels[$0]?.scalarText ?? "") }
        return (options.showsNamespace ? [TerminalText.cell(object.namespace)] : []) + cells + chosen
            + (options.showsLabels ? [TerminalText.cell(LabelText.labels(labels))] : [])
    }

    private static func text(_ cell: Value) -> String {
        switch cell {
        case .string(let text): TerminalText.cell(text)
        case .integer, .double, .bool, .null, .array, .object: cell.scalarText
        }
    }
}

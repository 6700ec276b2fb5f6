package import Documents
package import KubeModel

/// How objects of one resource become rows.
package struct TableDefinition: Sendable {
    package let headings: [ColumnHeading]
    private let fill: @Sendable (Object, Instant) -> [Value]

    package init(_ columns: [Column<Object>]) {
        self.init(columns, row: { $0 })
    }

    /// A table of objects with a pod template: its containers and perhaps a selector come last, with `-o wide`.
    init(_ columns: [Column<Object>], podTemplate: [String], selector: Column<Object>? = nil) {
        self.init(columns + Column.containers(podTemplate) + (selector.map { [$0] } ?? []))
    }

    /// A table whose columns read a summary that is made once for each object.
    package init<Row>(_ columns: [Column<Row>], row: @escaping @Sendable (Object) -> Row) {
        headings = columns.map(\.heading)
        fill = { object, now in
            let row = row(object)
            return columns.map { $0.cell(row, now) }
        }
    }
}

extension TableDefinition {
    /// One value for each heading; `null` where there is nothing to show.
    package func cells(of object: Object, now: Instant) -> [Value] { fill(object, now) }
}

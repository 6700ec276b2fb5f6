package import Documents
package import KubeModel

/// A column of a listing: its heading and how to fill it from one row.
package struct Column<Row>: Sendable {
    package let heading: ColumnHeading
    package let cell: @Sendable (Row, Instant) -> Value

    package init(_ heading: ColumnHeading, cell: @escaping @Sendable (Row, Instant) -> Value) {
        self.heading = heading
        self.cell = cell
    }
}

/// What a table says of a column before any row.
package struct ColumnHeading: Hashable, Sendable {
    /// The value types of `TableColumnDefinition`.
    package enum ContentType: String, Sendable {
        case string, integer, number, boolean, date
    }

    /// `Up-to-date`; kubectl prints it in capitals.
    package let title: String
    package let type: ContentType
    /// Columns above priority zero appear only with `-o wide`.
    package let priority: Int
    /// It holds the object's name, so that the kind can be put before it: `pod/web`.
    package let isName: Bool

    package init(_ title: String, type: ContentType = .string, priority: Int = 0, isName: Bool = false) {
        self.title = title
        self.type = type
        self.priority = priority
        self.isName = isName
    }
}

extension Column {
    package init(_ title: String, priority: Int = 0, _ text: @escaping @Sendable (Row) -> String) {
        self.init(ColumnHeading(title, priority: priority)) { row, _ in .string(text(row)) }
    }

    /// A text that depends on the time, such as an age.
    static func timed(
        _ title: String, priority: Int = 0, _ text: @escaping @Sendable (Row, Instant) -> String
    ) -> Column {
        Column(ColumnHeading(title, priority: priority)) { row, now in .string(text(row, now)) }
    }

    static func integer(_ title: String, priority: Int = 0, _ number: @escaping @Sendable (Row) -> Int) -> Column {
        Column(ColumnHeading(title, type: .integer, priority: priority)) { row, _ in Value(number(row)) }
    }

    static func boolean(_ title: String, priority: Int = 0, _ flag: @escaping @Sendable (Row) -> Bool) -> Column {
        Column(ColumnHeading(title, type: .boolean, priority: priority)) { row, _ in .bool(flag(row)) }
    }
}

extension Column<Object> {
    static var name: Column {
        Column(ColumnHeading("Name", isName: true)) { object, _ in .string(object.name) }
    }

    static var age: Column {
        .timed("Age") { object, now in HumanDuration.since(object.creationTimestamp, now: now) }
    }

    /// Names and images of the containers of a pod template, shown with `-o wide`.
    static func containers(_ template: [String]) -> [Column] {
        @Sendable func joined(_ object: Object, _ field: String) -> String {
            let containers = object[path: template]?.list("spec", "containers") ?? []
            return containers.map { $0.text(field) }.joined(separator: ",")
        }
        return [
            Column("Containers", priority: 1) { joined($0, "name") },
            Column("Images", priority: 1) { joined($0, "image") },
        ]
    }

    /// A label selector, shown with `-o wide`.
    static func selector(_ path: String...) -> Column {
        Column("Selector", priority: 1) { LabelText.selector($0[path: path]) }
    }
}

package import Documents
import KubeModel

extension TableDefinition {
    /// The table of custom resources: the name, then the printer columns of their definition, or else the age.
    ///
    /// `columns` are the `additionalPrinterColumns` of one version:
    /// `{name: Schedule, type: string, jsonPath: .spec.schedule, priority: 0}`.
    /// Source: k8s.io/apiextensions-apiserver/pkg/registry/customresource/tableconvertor.
    package init(printerColumns columns: [Value]) throws(JSONPathError) {
        guard !columns.isEmpty else {
            self = .nameAndAge
            return
        }
        var result: [Column<Object>] = [.name]
        for column in columns { result.append(try Self.printerColumn(column)) }
        self.init(result)
    }

    /// The table of one version of a custom resource definition.
    package init(definition: Object, version: String) throws(JSONPathError) {
        let versions = definition.list("spec", "versions")
        let served = versions.first { $0.text("name") == version }
        try self.init(printerColumns: served?.list("additionalPrinterColumns") ?? [])
    }

    private static func printerColumn(_ column: Value) throws(JSONPathError) -> Column<Object> {
        let path = try JSONPath.parse("{\(column.text("jsonPath"))}", allowMissingKeys: true)
        let type = ColumnHeading.ContentType(rawValue: column.text("type")) ?? .string
        let heading = ColumnHeading(column.text("name"), type: type, priority: column.count("priority"))
        return Column(heading) { object, now in
            guard let results = try? path.results(.object(object)).first, let first = results.first else {
                return .null
            }
            return cell(first, type: type, now: now)
        }
    }

    /// A found value as its column's type shows it; nothing when it is of another type.
    private static func cell(_ value: Value, type: ColumnHeading.ContentType, now: Instant) -> Value {
        switch type {
        case .string: .string(value.columnText)
        case .integer: value.double.map { .integer(Int64(clamping: Int($0))) } ?? .null
        case .number: value.double == nil ? .null : value
        case .boolean: value.bool.map(Value.bool) ?? .null
        case .date: value.string.map { .string(age(of: $0, now: now)) } ?? .null
        }
    }

    private static func age(of time: String, now: Instant) -> String {
        Instant(rfc3339: time).map { HumanDuration.since($0, now: now) } ?? "<invalid>"
    }
}

extension Value {
    /// How JSONPath prints a single result: lists and maps as JSON.
    fileprivate var columnText: String {
        switch self {
        case .array, .object: JSON.encode(self)
        case .string, .integer, .double, .bool, .null: goText
        }
    }
}

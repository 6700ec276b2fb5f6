import Documents
import KubeModel

/// Objects as the server holds them: Go structs with exported names, every member present, in their declared order.
///
/// Messages show parts of them: `{"Type":"Canary","RollingUpdate":null}`.
enum InternalForm {
    /// Chosen members of an object; those in `zero` are numbers that are there without being set.
    static func members(of value: Value, _ fields: [String], zero: Set<String> = []) -> BadValue {
        .members(
            fields.map { field in
                .init(exported(field), value[field].map(BadValue.value) ?? (zero.contains(field) ? 0 : .null))
            })
    }

    /// An update strategy: its type and the settings of rolling updates.
    static func rollingStrategy(_ strategy: Value, _ fields: [String], zero: Set<String> = []) -> BadValue {
        .members([
            .init("Type", .string(strategy.text("type"))),
            .init("RollingUpdate", strategy["rollingUpdate"].map { members(of: $0, fields, zero: zero) } ?? .null),
        ])
    }

    static func securityContext(_ context: Value) -> BadValue { value(context, ofType: "SecurityContext") }

    static func podTemplate(_ template: Value) -> BadValue { InternalStructs.podTemplate(template) }

    static func value(_ value: Value, ofType type: String) -> BadValue { InternalStructs.value(value, ofType: type) }

    /// What differs between two values of a type of the API, as hunks of indented JSON.
    static func difference(_ new: Value, _ old: Value, ofType type: String) -> String {
        let lines = UnifiedDiff.lines(
            InternalStructs.text(old, ofType: type), InternalStructs.text(new, ofType: type))
        return lines.map { $0 + "\n" }.joined()
    }

    /// `maxSurge` as `MaxSurge`, `hostIP` as `HostIP`.
    static func exported(_ field: String) -> String { InternalStructs.exported(field) }
}

package import Documents

/// The value that a field error shows, as the server holds it.
///
/// A value of an internal Go struct prints its members in their declared order and under their Go names
/// (`{"Type":"Bad_Value!","RollingUpdate":null}`), which a sorted object cannot say.
package indirect enum BadValue: Hashable, Sendable {
    case value(Value)
    /// A Go struct: its members in their order.
    case members([Member])
    case list([BadValue])
    /// Nothing is shown: `Invalid value: must specify one`.
    case omitted

    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: BadValue

        package init(_ name: String, _ value: BadValue) {
            self.name = name
            self.value = value
        }
    }
}

extension BadValue {
    package static func string(_ text: String) -> BadValue { .value(.string(text)) }
    package static func integer(_ number: Int64) -> BadValue { .value(.integer(number)) }
    package static func bool(_ flag: Bool) -> BadValue { .value(.bool(flag)) }
    package static func object(_ object: Object) -> BadValue { .value(.object(object)) }
    package static let null = BadValue.value(.null)

    /// The value of a field, `null` when there is none.
    package init(_ value: Value?) { self = .value(value ?? .null) }
}

extension BadValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
}

package import Documents
package import KubeModel

/// What a single value must be.
///
///     3               the same value; numbers and quantities by what they are worth
///     "> 1" "<= 250m" a number or quantity on that side
///     "!= Running"    anything else
///     "/^v1\\./"      a text with a match
///     "= /health/"    exactly this text, whatever it looks like
package enum ScalarPattern: Hashable, Sendable {
    case equal(Value)
    case notEqual(Value)
    case order(Relation, than: String)
    case text(TextPattern)

    package enum Relation: String, Hashable, Sendable, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"
    }
}

/// Why a value is no pattern.
package enum PatternError: Error, Hashable, Sendable {
    case notANumber(String)
    case badExpression(String)
}

extension ScalarPattern {
    package init(_ value: Value) throws(PatternError) {
        guard case .string(let text) = value else {
            self = .equal(value)
            return
        }
        for relation in Relation.allCases where text.hasPrefix(relation.rawValue + " ") {
            let operand = String(text.dropFirst(relation.rawValue.count + 1))
            guard Quantity(operand) != nil else { throw .notANumber(operand) }
            self = .order(relation, than: operand)
            return
        }
        if text.hasPrefix("!= ") {
            self = .notEqual(.string(String(text.dropFirst(3))))
        } else if text.hasPrefix("= ") {
            self = .equal(.string(String(text.dropFirst(2))))
        } else if text.count > 2, text.hasPrefix("/"), text.hasSuffix("/") {
            guard let pattern = TextPattern(text) else { throw .badExpression(text) }
            self = .text(pattern)
        } else {
            self = .equal(value)
        }
    }

    /// Whether a value fits; `element` is what the schema says of it.
    package func matches(_ actual: Value, element: SchemaField.Element?) -> Bool {
        switch self {
        case .equal(let expected): Self.areEqual(expected, actual, element: element)
        case .notEqual(let unwanted): !Self.areEqual(unwanted, actual, element: element)
        case .order(let relation, let operand):
            Self.compare(actual, relation, Quantity(operand))
        case .text(let pattern): pattern.matches(actual.plainText)
        }
    }

    private static func compare(_ actual: Value, _ relation: Relation, _ operand: Quantity?) -> Bool {
        guard let operand, let actual = Quantity(actual.plainText) else { return false }
        return switch relation {
        case .atLeast: !(actual < operand)
        case .atMost: !(operand < actual)
        case .above: operand < actual
        case .below: actual < operand
        }
    }

    private static func areEqual(_ expected: Value, _ actual: Value, element: SchemaField.Element?) -> Bool {
        if expected == actual { return true }
        if let left = expected.double, let right = actual.double { return left == right }
        let mayBeQuantity = element == .quantity || element == .intOrString || element == .int32 || element == .int64
        if mayBeQuantity, let left = Quantity(expected.plainText), let right = Quantity(actual.plainText) {
            return left == right
        }
        // YAML reads `revision: 2` as a number where the object holds a text.
        return expected.plainText == actual.plainText && expected.isScalar && actual.isScalar
    }
}

extension Value {
    /// A scalar as it would be written; lists and objects as JSON.
    package var plainText: String {
        if case .string(let text) = self { return text }
        return JSON.encode(self, style: .compactUnescaped)
    }

    var isScalar: Bool {
        switch self {
        case .bool, .integer, .double, .string: true
        case .null, .array, .object: false
        }
    }
}

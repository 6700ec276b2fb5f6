package import Documents

/// Which labels an object must have to be selected; all requirements must hold.
package struct LabelSelector: Hashable, Sendable {
    package private(set) var requirements: [LabelRequirement]
    /// Selects nothing, as a missing selector of most kinds does.
    private let isNothing: Bool

    private init(_ requirements: [LabelRequirement], isNothing: Bool = false) {
        self.requirements = requirements
        self.isNothing = isNothing
    }
}

/// One condition on one label.
package struct LabelRequirement: Hashable, Sendable {
    package enum Operation: Hashable, Sendable {
        case equals, notEquals, isIn, notIn, exists, doesNotExist, greaterThan, lessThan
    }

    package var key: String
    package var operation: Operation
    package var values: [String]

    package init(key: String, operation: Operation, values: [String] = []) {
        self.key = key
        self.operation = operation
        self.values = values
    }
}

extension LabelSelector {
    /// Selects every object.
    package static let everything = LabelSelector([])
    /// Selects no object.
    package static let nothing = LabelSelector([], isNothing: true)

    /// Requirements in any order; they are kept in the order of their keys.
    package init(requirements: [LabelRequirement]) {
        self.init(requirements.enumerated().sorted { ($0.1.key, $0.0) < ($1.1.key, $1.0) }.map(\.1))
    }

    /// A selector as objects hold it: `{matchLabels, matchExpressions}`, or a plain map of labels.
    ///
    /// Nothing is selected by a missing `{matchLabels}` selector, everything by an empty one.
    package init(selector: Value, isPlainMap: Bool = false) {
        if isPlainMap {
            self.init(requirements: Self.equalities(selector))
        } else if case .object = selector {
            let expressions = selector["matchExpressions"]?.array ?? []
            self.init(requirements: Self.equalities(selector["matchLabels"]) + expressions.map(LabelRequirement.init))
        } else {
            self = .nothing
        }
    }

    private static func equalities(_ labels: Value?) -> [LabelRequirement] {
        (labels?.object ?? Object()).map { key, value in
            LabelRequirement(key: key, operation: .equals, values: [value.string ?? ""])
        }
    }

    /// No condition at all, so that it selects every object.
    package var isEverything: Bool { requirements.isEmpty && !isNothing }

    package func matches(_ labels: Object) -> Bool {
        !isNothing && requirements.allSatisfy { $0.matches(labels) }
    }
}

extension LabelRequirement {
    /// One of `matchExpressions`.
    package init(expression: Value) {
        key = expression["key"]?.string ?? ""
        values = expression["values"]?.array?.compactMap(\.string) ?? []
        operation =
            switch expression["operator"]?.string {
            case "In": .isIn
            case "NotIn": .notIn
            case "Exists": .exists
            case "DoesNotExist": .doesNotExist
            case "Gt": .greaterThan
            case "Lt": .lessThan
            default: .isIn
            }
    }

    package func matches(_ labels: Object) -> Bool {
        let value = labels[key]?.string
        switch operation {
        case .equals, .isIn: return value.map(values.contains) ?? false
        case .notEquals, .notIn: return !(value.map(values.contains) ?? false)
        case .exists: return value != nil
        case .doesNotExist: return value == nil
        case .greaterThan, .lessThan:
            guard let left = value.flatMap({ Int64($0) }), values.count == 1, let right = Int64(values[0]) else {
                return false
            }
            return operation == .greaterThan ? left > right : left < right
        }
    }
}

extension LabelSelector: CustomStringConvertible {
    /// `app=web,env in (dev,prod),!old`
    package var description: String { requirements.map(\.description).joined(separator: ",") }
}

extension LabelRequirement: CustomStringConvertible {
    package var description: String {
        let list = values.sorted().joined(separator: ",")
        return switch operation {
        case .equals: "\(key)=\(list)"
        case .notEquals: "\(key)!=\(list)"
        case .isIn: "\(key) in (\(list))"
        case .notIn: "\(key) notin (\(list))"
        case .exists: key
        case .doesNotExist: "!\(key)"
        case .greaterThan: "\(key)>\(list)"
        case .lessThan: "\(key)<\(list)"
        }
    }
}

import Documents
import KubeModel

/// Counts and percentages. Source: pkg/apis/apps/validation/validation.go
enum AmountRules {
    /// A count that is not negative, or a percentage.
    static func countOrPercent(_ path: FieldPath, _ value: Value?, _ errors: inout FieldErrors) {
        switch value {
        case .string(let text): errors.invalid(path, text, Names.percentProblems(text))
        case .integer(let number): errors.notNegative(path, number)
        case .null, .bool, .double, .array, .object, nil: errors.notNegative(path, 0)
        }
    }

    static func atMostHundredPercent(_ path: FieldPath, _ value: Value?, _ errors: inout FieldErrors) {
        guard case .string(let text)? = value, let percent = percent(text), percent > 100 else { return }
        errors.invalid(path, text, "must not be greater than 100%")
    }

    private static func percent(_ text: String) -> Int? {
        Names.isPercent(text) ? Int(text.dropLast()) : nil
    }

    /// The number or the percentage as a number; zero for what is neither.
    static func amount(_ value: Value?) -> Int {
        if case .string(let text)? = value { return percent(text) ?? 0 }
        return value?.int ?? 0
    }
}

import Documents
import KubeModel

/// Compares a pattern with an object and collects every mismatch.
struct ObjectMatcher {
    let lists: ListRule
    private(set) var mismatches: [Mismatch] = []

    init(lists: ListRule) {
        self.lists = lists
    }
}

extension ObjectMatcher {
    mutating func compare(_ expected: Value, _ actual: Value?, at path: KeyedPath, _ context: FieldContext) {
        switch expected {
        case .null:
            if let actual, !actual.isNull { report(path, .nothing, actual) }
        case .object(let members): compare(members, actual, at: path, context)
        case .array(let elements): compare(elements, actual, at: path, context)
        case .bool, .integer, .double, .string: compareScalar(expected, actual, at: path, context)
        }
    }

    mutating func report(_ path: KeyedPath, _ expected: Mismatch.Expected, _ actual: Value?) {
        mismatches.append(Mismatch(path: path.text, expected: expected, actual: actual))
    }

    mutating func report(_ mismatch: Mismatch) {
        mismatches.append(mismatch)
    }

    private mutating func compareScalar(
        _ expected: Value, _ actual: Value?, at path: KeyedPath, _ context: FieldContext
    ) {
        let pattern: ScalarPattern
        do throws(PatternError) {
            pattern = try ScalarPattern(expected)
        } catch {
            pattern = .equal(expected)  // refused when the lesson was read
        }
        guard let actual, !actual.isNull else {
            if pattern.acceptsNothing { return }
            return report(path, .scalar(pattern), nil)
        }
        if !pattern.matches(actual, element: context.field?.element) { report(path, .scalar(pattern), actual) }
    }

    private mutating func compare(_ members: Object, _ actual: Value?, at path: KeyedPath, _ context: FieldContext) {
        guard case .object(let object)? = actual else {
            // Says which fields are missing rather than that their parent is.
            if actual == nil, !members.isEmpty {
                for (key, value) in members { compare(value, nil, at: path.key(key), context.member(key)) }
            } else {
                report(path, .value(.object(members)), actual)
            }
            return
        }
        for (key, value) in members { compare(value, object[key], at: path.key(key), context.member(key)) }
    }
}

extension ScalarPattern {
    /// A missing number counts as zero and a missing value is no unwanted one, as the API leaves empty fields out.
    var acceptsNothing: Bool {
        switch self {
        case .equal(let value): value == .integer(0) || value == .bool(false) || value == .string("")
        case .notEqual: true
        case .order: matches(.integer(0), element: .int64)
        case .text: false
        }
    }
}

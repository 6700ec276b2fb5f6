extension JSONPathEvaluation {
    /// The elements of lists for which a comparison holds; one that misses a side is left out.
    mutating func filter(
        _ input: [Value], _ left: [JSONPathNode], _ comparison: JSONPathComparison
    ) throws(JSONPathError) -> [Value] {
        var found: [Value] = []
        for value in input {
            guard case .array(let elements) = value else { throw .noArrayToFilter(value.goText) }
            for element in elements where try passes(element, left, comparison) { found.append(element) }
        }
        return found
    }

    private mutating func passes(
        _ element: Value, _ left: [JSONPathNode], _ comparison: JSONPathComparison
    ) throws(JSONPathError) -> Bool {
        switch comparison {
        case .exists:
            do throws(JSONPathError) {
                return !(try walk([element], through: left)).isEmpty
            } catch .fieldNotFound {
                return false
            } catch .noArray, .noArrayToFilter, .indexOutOfBounds, .startAfterEnd, .stepNotPositive {
                return true  // upstream counts the values before the failed step
            }
        case .operation(let name, let right):
            guard let left = try only(walk([element], through: left)),
                let right = try only(walk([element], through: right))
            else { return false }
            return try Self.holds(left, name, right)
        }
    }

    private func only(_ values: [Value]) throws(JSONPathError) -> Value? {
        guard values.count <= 1 else { throw .severalToCompare }
        return values.first
    }

    /// Source: k8s.io/client-go/third_party/forked/golang/template (funcs.go).
    private static func holds(_ left: Value, _ name: String, _ right: Value) throws(JSONPathError) -> Bool {
        switch name {
        case "==": try isEqual(left, right)
        case "!=": try !isEqual(left, right)
        case "<": try isLess(left, right)
        case "<=": try isLess(left, right) ? true : isEqual(left, right)
        case ">": try isLess(left, right) ? false : !isEqual(left, right)
        case ">=": try !isLess(left, right)
        default: throw .unknownOperator(name)
        }
    }

    private static func isEqual(_ left: Value, _ right: Value) throws(JSONPathError) -> Bool {
        try checkComparable(left, right)
        return left == right
    }

    private static func isLess(_ left: Value, _ right: Value) throws(JSONPathError) -> Bool {
        try checkComparable(left, right)
        switch (left, right) {
        case (.integer(let left), .integer(let right)): return left < right
        case (.double(let left), .double(let right)): return left < right
        case (.string(let left), .string(let right)): return left < right
        default: throw .invalidComparison
        }
    }

    /// Whole and fractional numbers are different kinds to Go.
    private static func checkComparable(_ left: Value, _ right: Value) throws(JSONPathError) {
        switch (left, right) {
        case (.null, _), (.array, _), (.object, _), (_, .null), (_, .array), (_, .object): throw .invalidComparison
        case (.bool, .bool), (.integer, .integer), (.double, .double), (.string, .string): return
        default: throw .incompatibleComparison
        }
    }
}

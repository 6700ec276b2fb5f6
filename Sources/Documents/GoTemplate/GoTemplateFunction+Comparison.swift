extension GoTemplateFunction {
    /// Source: Go's text/template (`eq`, `lt` and so on in funcs.go).
    static let comparisons: [String: GoTemplateFunction] = [
        "eq": GoTemplateFunction([.any], isVariadic: true) { (arguments) throws(GoTemplateFunctionProblem) in
            guard arguments.count > 1 else { throw .missingArgument }
            for other in arguments.dropFirst() where try isEqual(arguments[0], other) { return .bool(true) }
            return .bool(false)
        },
        "ne": comparison { (left, right) throws(GoTemplateFunctionProblem) in try !isEqual(left, right) },
        "lt": comparison(isLess),
        "le": comparison { (left, right) throws(GoTemplateFunctionProblem) in
            try isLess(left, right) ? true : isEqual(left, right)
        },
        "gt": comparison { (left, right) throws(GoTemplateFunctionProblem) in
            try isLess(left, right) ? false : !isEqual(left, right)
        },
        "ge": comparison { (left, right) throws(GoTemplateFunctionProblem) in try !isLess(left, right) },
    ]

    private static func comparison(
        _ holds: @escaping @Sendable (GoTemplateValue, GoTemplateValue) throws(GoTemplateFunctionProblem) -> Bool
    ) -> GoTemplateFunction {
        GoTemplateFunction([.any, .any]) { (arguments) throws(GoTemplateFunctionProblem) in
            .bool(try holds(arguments[0], arguments[1]))
        }
    }

    private static func isEqual(
        _ left: GoTemplateValue, _ right: GoTemplateValue
    ) throws(GoTemplateFunctionProblem) -> Bool {
        switch (left.value, right.value) {
        case (.null, _), (_, .null): return left.value == right.value
        case (.array, .array), (.object, .object), (.array, .object), (.object, .array):
            throw .notComparable(type: right.dynamicType, value: right.value.goText)
        case (.bool, .bool), (.integer, .integer), (.double, .double), (.string, .string):
            return left.value == right.value
        case (_, _): throw .incompatible
        }
    }

    private static func isLess(
        _ left: GoTemplateValue, _ right: GoTemplateValue
    ) throws(GoTemplateFunctionProblem) -> Bool {
        switch (left.value, right.value) {
        case (.null, _), (.array, _), (.object, _), (_, .null), (_, .array), (_, .object): throw .incomparable
        case (.integer(let left), .integer(let right)): return left < right
        case (.double(let left), .double(let right)): return left < right
        case (.string(let left), .string(let right)): return left < right
        case (.bool, .bool): throw .incomparable
        case (_, _): throw .incompatible
        }
    }
}

/// A function that templates may call.
struct GoTemplateFunction: Sendable {
    enum Parameter: Hashable, Sendable {
        case any
        /// Only a string.
        case string
    }

    let parameters: [Parameter]
    /// Whether more arguments may follow.
    let isVariadic: Bool
    /// The truth at which `and` and `or` stop.
    var shortCircuit: Bool?
    let body: @Sendable ([GoTemplateValue]) throws(GoTemplateFunctionProblem) -> GoTemplateValue

    init(
        _ parameters: [Parameter], isVariadic: Bool = false, shortCircuit: Bool? = nil,
        _ body: @escaping @Sendable ([GoTemplateValue]) throws(GoTemplateFunctionProblem) -> GoTemplateValue
    ) {
        self.parameters = parameters
        self.isVariadic = isVariadic
        self.shortCircuit = shortCircuit
        self.body = body
    }
}

extension GoTemplateFunction {
    func accepts(_ count: Int) -> Bool {
        isVariadic ? count >= parameters.count : count == parameters.count
    }

    /// How many arguments messages ask for.
    var wanted: String {
        (isVariadic ? "at least " : "") + String(parameters.count)
    }

    func parameter(at index: Int) -> Parameter {
        parameters.indices.contains(index) ? parameters[index] : .any
    }

    /// Go's own functions, and kubectl's `exists` and `base64decode`.
    static let named: [String: GoTemplateFunction] = logic.merging(comparisons) { $1 }.merging(collections) { $1 }
        .merging(texts) { $1 }

    private static let logic: [String: GoTemplateFunction] = [
        "and": GoTemplateFunction([.any], isVariadic: true, shortCircuit: false) { _ in .invalid },
        "or": GoTemplateFunction([.any], isVariadic: true, shortCircuit: true) { _ in .invalid },
        "not": GoTemplateFunction([.any]) { arguments in .bool(!arguments[0].isTrue) },
    ]
}

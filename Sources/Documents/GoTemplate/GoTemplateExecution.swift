/// One run of a template.
struct GoTemplateExecution {
    private static let depthLimit = 200

    private let definitions: [String: [GoTemplateNode]]
    let allowMissingKeys: Bool
    private(set) var output = ""
    var variables: [(name: String, value: GoTemplateValue)] = []
    private var templateName = GoTemplate.name
    private var depth = 0
    private var stepsLeft: Int
    private let stepLimit: Int

    init(_ template: GoTemplate, allowMissingKeys: Bool, stepLimit: Int) {
        definitions = template.definitions
        self.allowMissingKeys = allowMissingKeys
        self.stepLimit = stepLimit
        stepsLeft = stepLimit
    }
}

extension GoTemplateExecution {
    private enum Flow {
        case onward, breakLoop, continueLoop
    }

    mutating func run(_ value: Value) throws(GoTemplateError) {
        let root = GoTemplateValue.data(value, isBoxed: false)
        variables = [("$", root)]
        _ = try walk(definitions[GoTemplate.name] ?? [], root)
    }

    private mutating func walk(_ nodes: [GoTemplateNode], _ dot: GoTemplateValue) throws(GoTemplateError) -> Flow {
        for node in nodes {
            switch node {
            case .text(let text): output += text
            case .action(let pipe):
                let value = try evaluate(pipe, dot)
                if pipe.variables.isEmpty { output += value.printed }
            case .branch(let branch):
                let flow = try walk(branch, dot)
                guard flow == .onward else { return flow }
            case .template(let name, let pipe, let mark): try call(name, pipe, mark, dot)
            case .breakLoop: return .breakLoop
            case .continueLoop: return .continueLoop
            }
        }
        return .onward
    }

    private mutating func walk(_ branch: GoTemplateBranch, _ dot: GoTemplateValue) throws(GoTemplateError) -> Flow {
        let known = variables.count
        defer { variables.removeLast(variables.count - known) }
        let value = try evaluate(branch.pipe, dot)
        try countStep(branch.mark, branch.kind.rawValue)
        switch branch.kind {
        case .range: return try walkRange(branch, value, dot)
        case .if: return try walk(value.isTrue ? branch.body : branch.alternative ?? [], dot)
        case .with:
            return value.isTrue ? try walk(branch.body, value) : try walk(branch.alternative ?? [], dot)
        }
    }

    private mutating func walkRange(
        _ branch: GoTemplateBranch, _ value: GoTemplateValue, _ dot: GoTemplateValue
    ) throws(GoTemplateError) -> Flow {
        let items = try items(of: value, branch)
        for item in items {
            try countStep(branch.mark, branch.kind.rawValue)
            let known = variables.count
            defer { variables.removeLast(variables.count - known) }
            bind(item, to: branch.pipe)
            if try walk(branch.body, item.element) == .breakLoop { return .onward }
        }
        return items.isEmpty ? try walk(branch.alternative ?? [], dot) : .onward
    }

    private typealias Item = (key: GoTemplateValue, element: GoTemplateValue)

    private func items(of value: GoTemplateValue, _ branch: GoTemplateBranch) throws(GoTemplateError) -> [Item] {
        switch value.value {
        case .null: return []
        case .array(let elements):
            return elements.enumerated().map { (.int(Int64($0.offset)), .data($0.element, isBoxed: true)) }
        case .object(let object): return object.map { (.string($0.key), .data($0.value, isBoxed: true)) }
        case .integer(let count):
            if branch.pipe.variables.count > 1 {
                throw failure(.severalVariablesForNumber(String(count)), branch.pipe.mark, branch.pipe.described)
            }
            guard count <= Int64(stepLimit) else {
                throw failure(.tooManySteps(limit: stepLimit), branch.pipe.mark, branch.pipe.described)
            }
            return (0..<max(0, count)).map { number in
                let element =
                    value == .int(count) ? GoTemplateValue.int(number) : .data(.integer(number), isBoxed: false)
                return (element, element)
            }
        case .bool, .double, .string:
            throw failure(.cannotIterate(value.value.goText), branch.pipe.mark, branch.pipe.described)
        }
    }

    private mutating func bind(_ item: Item, to pipe: GoTemplatePipe) {
        let values = pipe.variables.count > 1 ? [item.key, item.element] : [item.element]
        for (name, value) in zip(pipe.variables, values) {
            if pipe.isAssignment { assign(value, to: name) } else { variables.append((name, value)) }
        }
    }

    private mutating func call(
        _ name: String, _ pipe: GoTemplatePipe?, _ mark: GoTemplateMark, _ dot: GoTemplateValue
    ) throws(GoTemplateError) {
        let context = "{{template \(GoText.quoted(name))\(pipe.map { " " + $0.described } ?? "")}}"
        guard let nodes = definitions[name] else { throw failure(.templateNotDefined(name), mark, context) }
        guard depth < Self.depthLimit else { throw failure(.tooDeep(limit: Self.depthLimit), mark, context) }
        try countStep(mark, context)
        let argument = if let pipe { try evaluate(pipe, dot) } else { GoTemplateValue.invalid }
        let (outerVariables, outerName) = (variables, templateName)
        (variables, templateName) = ([("$", argument)], name)
        depth += 1
        _ = try walk(nodes, argument)
        depth -= 1
        (variables, templateName) = (outerVariables, outerName)
    }
}

extension GoTemplateExecution {
    mutating func assign(_ value: GoTemplateValue, to name: String) {
        if let index = variables.lastIndex(where: { $0.name == name }) { variables[index].value = value }
    }

    mutating func countStep(_ mark: GoTemplateMark, _ context: String) throws(GoTemplateError) {
        stepsLeft -= 1
        guard stepsLeft >= 0 else { throw failure(.tooManySteps(limit: stepLimit), mark, context) }
    }

    func failure(_ problem: GoTemplateProblem, _ mark: GoTemplateMark, _ context: String) -> GoTemplateError {
        .execution(
            problem,
            at: GoTemplateLocation(template: templateName, line: mark.line, column: mark.column, context: context))
    }
}

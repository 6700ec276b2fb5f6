extension GoTemplateExecution {
    /// The value of a pipeline; each command's value is the last argument of the next.
    mutating func evaluate(_ pipe: GoTemplatePipe, _ dot: GoTemplateValue) throws(GoTemplateError) -> GoTemplateValue {
        var value: GoTemplateValue?
        for command in pipe.commands { value = try evaluate(command, dot, final: value).unboxed }
        let result = value ?? .invalid
        for name in pipe.variables {
            if pipe.isAssignment { assign(result, to: name) } else { variables.append((name, result)) }
        }
        return result
    }

    private mutating func evaluate(
        _ command: GoTemplateCommand, _ dot: GoTemplateValue, final: GoTemplateValue?
    ) throws(GoTemplateError) -> GoTemplateValue {
        guard let first = command.arguments.first else { return .invalid }
        try countStep(command.mark, command.described)
        let hasArguments = command.arguments.count > 1 || final != nil
        switch first {
        case .identifier(let name, let mark): return try call(name, mark, command, dot, final)
        case .field, .variable, .chain:
            if hasArguments, let name = first.lastName { throw failure(.noMethod(name), first) }
            return try evaluate(first, dot)
        case .pipe, .dot, .bool, .string, .number:
            if hasArguments { throw failure(.noFunction(first.described), first) }
            return try evaluate(first, dot)
        case .null: throw failure(.nullCommand, first)
        }
    }

    /// The value of one operand, in its box if it has one.
    mutating func evaluate(
        _ operand: GoTemplateOperand, _ dot: GoTemplateValue
    ) throws(GoTemplateError) -> GoTemplateValue {
        switch operand {
        case .identifier(let name, let mark):
            let command = GoTemplateCommand(arguments: [operand], mark: mark)
            return try call(name, mark, command, dot, nil)
        case .field(let names, _): return try fields(names[...], of: dot, operand)
        case .variable(let names, _):
            guard let value = variables.last(where: { $0.name == names[0] })?.value else {
                throw failure(.undefinedVariable(names[0]), operand)
            }
            return try fields(names.dropFirst(), of: value, operand)
        case .chain(let inner, let names, _): return try fields(names[...], of: evaluate(inner, dot), operand)
        case .pipe(let pipe): return try evaluate(pipe, dot)
        case .dot: return dot
        case .null: return .invalid
        case .bool(let truth, _): return .bool(truth)
        case .string(let text, _, _): return .string(text)
        case .number(.integer(let number), _, _): return .int(number)
        case .number(.float(let number), _, _): return .data(.double(number), isBoxed: false)
        case .number(.overflow, let text, _): throw failure(.constantOverflow(text), operand)
        }
    }

    private func fields(
        _ names: ArraySlice<String>, of value: GoTemplateValue, _ operand: GoTemplateOperand
    ) throws(GoTemplateError) -> GoTemplateValue {
        var value = value
        for name in names { value = try field(name, of: value, operand) }
        return value
    }

    private func field(
        _ name: String, of receiver: GoTemplateValue, _ operand: GoTemplateOperand
    ) throws(GoTemplateError) -> GoTemplateValue {
        switch receiver {
        case .invalid:
            guard allowMissingKeys else { throw failure(.noData(field: name), operand) }
            return .invalid
        case .data(.null, isBoxed: _): throw failure(.nullReceiver(type: receiver.staticType, field: name), operand)
        case .data(.object(let object), isBoxed: _):
            if let value = object[name] { return .data(value, isBoxed: true) }
            guard allowMissingKeys else { throw failure(.noEntry(field: name), operand) }
            return .invalid
        case .data, .int: throw failure(.noField(name, type: receiver.staticType), operand)
        }
    }

    func failure(_ problem: GoTemplateProblem, _ operand: GoTemplateOperand) -> GoTemplateError {
        failure(problem, operand.mark, operand.described)
    }
}

extension GoTemplateOperand {
    fileprivate var lastName: String? {
        switch self {
        case .field(let names, _), .variable(let names, _), .chain(_, let names, _): names.last
        case .identifier, .pipe, .dot, .null, .bool, .string, .number: nil
        }
    }
}

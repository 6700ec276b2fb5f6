extension GoTemplateExecution {
    /// Calls a function with the other words of its command and what the command before it gave.
    mutating func call(
        _ name: String, _ mark: GoTemplateMark, _ command: GoTemplateCommand, _ dot: GoTemplateValue,
        _ final: GoTemplateValue?
    ) throws(GoTemplateError) -> GoTemplateValue {
        guard let function = GoTemplateFunction.named[name] else { return .invalid }
        let words = command.arguments.dropFirst()
        let count = words.count + (final == nil ? 0 : 1)
        guard function.accepts(count) else {
            throw failure(
                .wrongArgumentCount(
                    name, wanted: function.wanted, found: function.isVariadic ? words.count : count),
                mark, name)
        }
        if let stop = function.shortCircuit { return try shortCircuit(at: stop, words, dot, final) }
        var arguments: [GoTemplateValue] = []
        for word in words {
            arguments.append(try argument(word, dot, function.parameter(at: arguments.count)))
        }
        if let final {
            arguments.append(try checked(final, function.parameter(at: arguments.count), mark, name))
        }
        do throws(GoTemplateFunctionProblem) {
            return try function.body(arguments)
        } catch {
            throw failure(.call(name, error), command.mark, command.described)
        }
    }

    /// `and` and `or` stop at the first argument that decides, and leave the others alone.
    private mutating func shortCircuit(
        at stop: Bool, _ words: ArraySlice<GoTemplateOperand>, _ dot: GoTemplateValue, _ final: GoTemplateValue?
    ) throws(GoTemplateError) -> GoTemplateValue {
        var value = GoTemplateValue.invalid
        for word in words {
            value = try evaluate(word, dot)
            if value.isTrue == stop { return value }
        }
        return final ?? value
    }

    private mutating func argument(
        _ word: GoTemplateOperand, _ dot: GoTemplateValue, _ parameter: GoTemplateFunction.Parameter
    ) throws(GoTemplateError) -> GoTemplateValue {
        if parameter == .string {
            switch word {
            case .bool, .number, .null: throw failure(.expectedString(found: word.described), word)
            case .identifier, .field, .variable, .chain, .pipe, .dot, .string: break
            }
        }
        let value = try evaluate(word, dot)
        return try checked(value, parameter, word.mark, word.described)
    }

    private func checked(
        _ value: GoTemplateValue, _ parameter: GoTemplateFunction.Parameter, _ mark: GoTemplateMark, _ context: String
    ) throws(GoTemplateError) -> GoTemplateValue {
        guard parameter == .string else { return value }
        switch value {
        case .invalid: throw failure(.invalidValue(expected: "string"), mark, context)
        case .data(.string, isBoxed: _): return value.unboxed
        case .data(.null, isBoxed: _):
            throw failure(.wrongType(expected: "string", found: value.staticType), mark, context)
        case .data, .int: throw failure(.wrongType(expected: "string", found: value.dynamicType), mark, context)
        }
    }
}

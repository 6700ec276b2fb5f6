extension GoTemplateError {
    package var message: String {
        switch self {
        case .syntax(let problem, let line): "template: \(GoTemplate.name):\(line): \(problem.message)"
        case .execution(let problem, let place):
            "template: \(GoTemplate.name):\(place.line):\(place.column): "
                + "executing \(GoText.quoted(place.template)) at <\(place.context)>: \(problem.message)"
        }
    }
}

extension GoTemplateSyntaxProblem {
    var message: String {
        switch self {
        case .unclosedAction: "unclosed action"
        case .unclosedComment: "unclosed comment"
        case .commentEndsEarly: "comment ends before closing delimiter"
        case .unclosedParenthesis: "unclosed left paren"
        case .unexpectedParenthesis: "unexpected right paren"
        case .expectedDeclaration: "expected :="
        case .unterminatedString: "unterminated quoted string"
        case .unterminatedCharacter: "unterminated character constant"
        case .unterminatedRawString: "unterminated raw quoted string"
        case .unrecognizedCharacter(let scalar): "unrecognized character in action: \(GoText.codePoint(scalar))"
        case .badCharacter(let scalar): "bad character \(GoText.codePoint(scalar))"
        case .badNumber(let text): "bad number syntax: \(GoText.quoted(text))"
        case .inAction(.unclosedAction, let line): "unclosed action started at \(GoTemplate.name):\(line)"
        case .inAction(let problem, let line): "\(problem.message) in action started at \(GoTemplate.name):\(line)"
        case .unexpected(let token, let context): "unexpected \(token) in \(context)"
        case .unexpectedNode(let node): "unexpected \(node)"
        case .unexpectedEnd: "unexpected EOF"
        case .expectedEnd(let node): "expected end; found \(node)"
        case .functionNotDefined(let name): "function \(GoText.quoted(name)) not defined"
        case .undefinedVariable(let name): "undefined variable \(GoText.quoted(name))"
        case .missingValue(let context): "missing value for \(context)"
        case .notExecutable(let stage): "non executable command in pipeline stage \(stage)"
        case .emptyCommand: "empty command"
        case .fieldAfterTerm(let term): "unexpected . after term \(GoText.quoted(term))"
        case .illegalNumber(let text): "illegal number syntax: \(GoText.quoted(text))"
        case .invalidString: "invalid syntax"
        case .onlyVariablesInRange: "range can only initialize variables"
        case .tooManyDeclarations(let context): "too many declarations in \(context)"
        case .outsideRange(let node): "\(node) outside {{range}}"
        case .tooDeep(let limit): "more than \(limit) levels of actions"
        }
    }
}

extension GoTemplateProblem {
    var message: String {
        switch self {
        case .nullReceiver(let type, let field): "nil pointer evaluating \(type).\(field)"
        case .noData(let field): "nil data; no entry for key \(GoText.quoted(field))"
        case .noEntry(let field): "map has no entry for key \(GoText.quoted(field))"
        case .noField(let field, let type): "can't evaluate field \(field) in type \(type)"
        case .noMethod(let field): "\(field) is not a method but has arguments"
        case .noFunction(let text): "can't give argument to non-function \(text)"
        case .nullCommand: "nil is not a command"
        case .wrongArgumentCount(let name, let wanted, let found):
            "wrong number of args for \(name): want \(wanted) got \(found)"
        case .wrongType(let expected, let found): "wrong type for value; expected \(expected); got \(found)"
        case .invalidValue(let expected): "invalid value; expected \(expected)"
        case .expectedString(let found): "expected string; found \(found)"
        case .cannotIterate(let value): "range can't iterate over \(value)"
        case .severalVariablesForNumber(let value): "can't use \(value) to iterate over more than one variable"
        case .templateNotDefined(let name): "template \(GoText.quoted(name)) not defined"
        case .call(let name, let problem): "error calling \(name): \(problem.message)"
        case .constantOverflow(let text): "\(text) overflows int"
        case .undefinedVariable(let name): "undefined variable: \(name)"
        case .tooDeep(let limit): "exceeded maximum template depth (\(limit))"
        case .tooManySteps(let limit): "exceeded \(limit) steps"
        }
    }
}

extension GoTemplateFunctionProblem {
    var message: String {
        switch self {
        case .incomparable: "invalid type for comparison"
        case .incompatible: "incompatible types for comparison"
        case .missingArgument: "missing argument for comparison"
        case .notComparable(let type, let value): "non-comparable type \(value): \(type)"
        case .indexOfNothing: "index of untyped nil"
        case .indexOfNull: "index of nil pointer"
        case .indexNoNumber(let type): "cannot index slice/array with type \(type)"
        case .indexByNull: "cannot index slice/array with nil"
        case .indexOutOfRange(let index): "index out of range: \(index)"
        case .reflection(let text): "reflect: \(text)"
        case .notIndexable(let type): "can't index item of type \(type)"
        case .wrongKeyType(let type): "value has type \(type); should be string"
        case .nullKey: "value is nil; should be of type string"
        case .lengthOfNull: "len of nil pointer"
        case .noLength(let type): "len of type \(type)"
        case .sliceOfNothing: "slice of untyped nil"
        case .notSliceable(let type): "can't slice item of type \(type)"
        case .tooManySliceIndexes(let count): "too many slice indexes: \(count)"
        case .threeIndexesForString: "cannot 3-index slice a string"
        case .sliceBackwards(let first, let second): "invalid slice index: \(first) > \(second)"
        case .invalidBase64(let offset): "base64 decode failed: illegal base64 data at input byte \(offset)"
        }
    }
}

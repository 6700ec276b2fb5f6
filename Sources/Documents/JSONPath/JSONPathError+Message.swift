extension JSONPathError {
    package var message: String {
        switch self {
        case .unclosedAction: "unclosed action"
        case .unterminatedArray: "unterminated array"
        case .unterminatedFilter: "unterminated filter"
        case .unclosedFilter: "unclosed array expect ]"
        case .unterminatedString: "unterminated quoted string"
        case .invalidString(let text): "unquote string \(text) error invalid syntax"
        case .unexpectedCharacter(let scalar): "unrecognized character in action: \(GoText.codePoint(scalar))"
        case .repeatedRecursion: "invalid multiple recursive descent"
        case .invalidNumber(let text): "cannot parse number \(text)"
        case .invalidIndex(let text): "invalid array index \(text)"
        case .indexNoNumber(let text): "array index \(text) is not a number"
        case .unexpectedPath:
            "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'"
        case .fieldNotFound(let name): "\(name) is not found"
        case .noArray(let type): "\(type) is not array or slice"
        case .noArrayToFilter(let value): "\(value) is not array or slice and cannot be filtered"
        case .indexOutOfBounds(let index, let length): "array index out of bounds: index \(index), length \(length)"
        case .startAfterEnd(let start, let end): "starting index \(start) is greater than ending index \(end)"
        case .stepNotPositive: "step must be > 0"
        case .severalToCompare: "can only compare one element at a time"
        case .invalidComparison: "invalid type for comparison"
        case .incompatibleComparison: "incompatible types for comparison"
        case .unknownOperator(let text): "unrecognized filter operator \(text)"
        case .unknownIdentifier(let text): "unrecognized identifier \(text)"
        case .nothingToEnd: "not in range, nothing to end"
        case .tooManyResults(let limit): "more than \(limit) results"
        }
    }
}

extension JSONPath {
    /// What kubectl prints after `error: ` when a template fails on a value; it ends with two newlines.
    ///
    /// Source: k8s.io/cli-runtime/pkg/printers (`JSONPathPrinter.PrintObj` in jsonpath.go).
    package func report(of error: JSONPathError, on value: Value) -> String {
        """
        error executing jsonpath \(GoText.quoted(template)): Error executing template: \(error.message). \
        Printing more information for debugging the template:
        \ttemplate was:
        \t\t\(template)
        \tobject given to jsonpath engine was:
        \t\t\(value.goSyntax())


        """
    }
}

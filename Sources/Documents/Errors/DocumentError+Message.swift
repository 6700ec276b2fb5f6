extension DocumentError {
    /// The sentence that kubectl prints after `error parsing FILE: `.
    package var message: String {
        switch self {
        case .json(let problem, at: _): problem.message
        case .yaml(.invalidSeparator(let text)): "invalid Yaml document separator: \(text)"
        case .yaml(.numberOutsideJSON(let text)):
            "error converting YAML to JSON: error converting YAML to JSON: json: unsupported value: \(text)"
        case .yaml(.nullKey(let value)):
            "error converting YAML to JSON: error converting YAML to JSON: "
                + "unsupported map key of type: %!s(<nil>), key: <nil>, value: \(value)"
        case .yaml(let problem): "error converting YAML to JSON: yaml: \(problem.message)"
        }
    }
}

extension JSONProblem {
    var message: String {
        switch self {
        case .unexpectedCharacter(let byte, let expectation):
            "invalid character \(GoText.quotedByte(byte)) \(expectation.message)"
        case .unexpectedEnd: "unexpected end of JSON input"
        case .unexpectedEndOfStream: "unexpected EOF"
        case .tooDeep: "exceeded max depth"
        case .numberOutOfRange(let text): "json: cannot unmarshal number \(text) into Go value of type float64"
        case .invalidStream(let problem, let offset): "json: offset \(offset): \(problem.message)"
        }
    }
}

extension JSONExpectation {
    var message: String {
        switch self {
        case .value: "looking for beginning of value"
        case .objectKey: "looking for beginning of object key string"
        case .colonAfterKey: "after object key"
        case .commaAfterPair: "after object key:value pair"
        case .commaAfterElement: "after array element"
        case .stringCharacter: "in string literal"
        case .escapeCode: "in string escape code"
        case .hexadecimalDigit: "in \\u hexadecimal character escape"
        case .numberDigit: "in numeric literal"
        case .fractionDigit: "after decimal point in numeric literal"
        case .exponentDigit: "in exponent of numeric literal"
        case .literal(let word, let next): "in literal \(word) (expecting \(GoText.quotedByte(next)))"
        case .end: "after top-level value"
        }
    }
}

extension YAMLProblem {
    /// go-yaml's sentence without its `yaml: `.
    var message: String {
        switch self {
        case .syntax(let problem, let line?, at: _): "line \(line): \(problem)"
        case .syntax(let problem, nil, at: _): problem
        case .unknownAnchor(let name): "unknown anchor '\(name)' referenced"
        case .anchorContainsItself(let name): "anchor '\(name)' value contains itself"
        case .excessiveAliasing: "document contains excessive aliasing"
        case .tooDeep(let limit): "exceeded max depth of \(limit)"
        case .mergeWantsMap: "map merge requires map or sequence of maps as the value"
        case .invalidKey(let text): "invalid map key: \(text)"
        case .nullKey(let value): "unsupported map key of type: %!s(<nil>), key: <nil>, value: \(value)"
        case .numberOutsideJSON(let text): "unsupported value: \(text)"
        case .cannotDecode(let text, let wanted, let found): "cannot decode \(found) `\(text)` as a \(wanted)"
        case .invalidBase64: "!!binary value contains invalid base64 data"
        case .duplicateKeys(let keys):
            "unmarshal errors:"
                + keys.map { "\n  line \($0.line): key \(GoText.quoted($0.key)) already set in map" }.joined()
        case .invalidSeparator(let text): "invalid Yaml document separator: \(text)"
        }
    }
}

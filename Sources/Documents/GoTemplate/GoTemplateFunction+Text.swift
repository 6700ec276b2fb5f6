extension GoTemplateFunction {
    /// Source: Go's text/template (funcs.go), k8s.io/cli-runtime/pkg/printers (`base64decode` in template.go).
    static let texts: [String: GoTemplateFunction] = [
        "print": GoTemplateFunction([], isVariadic: true) { .string(GoFormat.sprint($0.map(GoFormat.Argument.init))) },
        "println": GoTemplateFunction([], isVariadic: true) {
            .string(GoFormat.sprintln($0.map(GoFormat.Argument.init)))
        },
        "printf": GoTemplateFunction([.string], isVariadic: true) { arguments in
            .string(GoFormat.sprintf(arguments[0].value.goText, arguments.dropFirst().map(GoFormat.Argument.init)))
        },
        "html": GoTemplateFunction([], isVariadic: true) { .string(escapedHTML(joined($0))) },
        "js": GoTemplateFunction([], isVariadic: true) { .string(escapedJavaScript(joined($0))) },
        "urlquery": GoTemplateFunction([], isVariadic: true) { .string(escapedQuery(joined($0))) },
        "base64decode": GoTemplateFunction([.string]) { (arguments) throws(GoTemplateFunctionProblem) in
            let text = arguments[0].value.goText
            guard let bytes = Base64.decode(text) else {
                throw .invalidBase64(offset: Base64.firstInvalidOffset(in: text))
            }
            return .string(String(decoding: bytes, as: UTF8.self))
        },
    ]

    /// One string as it is; anything else as `print` would write it.
    private static func joined(_ arguments: [GoTemplateValue]) -> String {
        GoFormat.sprint(
            arguments.map { argument in
                argument.unboxed == .invalid ? .string("<no value>") : GoFormat.Argument(argument)
            })
    }

    private static func escapedHTML(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\0": "\u{FFFD}"
            case "\"": "&#34;"
            case "'": "&#39;"
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: String(Character(scalar))
            }
        }.joined()
    }

    private static func escapedJavaScript(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "'": "\\'"
            case "\"": "\\\""
            case "<", ">", "&", "=", "\u{0}"..."\u{1F}":
                "\\u" + GoText.hexadecimal(scalar.value, digits: 4).uppercased()
            default:
                GoText.isPrintable(scalar) || scalar.isASCII
                    ? String(Character(scalar)) : "\\u" + GoText.hexadecimal(scalar.value, digits: 4).uppercased()
            }
        }.joined()
    }

    private static func escapedQuery(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~": return String(Character(scalar))
            case " ": return "+"
            default: return "%" + GoText.hexadecimal(UInt32(byte), digits: 2).uppercased()
            }
        }.joined()
    }
}

extension GoFormat.Argument {
    fileprivate init(_ value: GoTemplateValue) {
        switch value {
        case .invalid: self = .value(.null)
        case .int(let number): self = .int(number)
        case .data(let value, isBoxed: _): self = .value(value)
        }
    }

    fileprivate static func string(_ text: String) -> GoFormat.Argument { .value(.string(text)) }
}

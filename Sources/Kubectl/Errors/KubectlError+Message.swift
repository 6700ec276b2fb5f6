import KubeModel

extension KubectlError {
    /// The error in one text, without the beginning that says where it came from.
    package var text: String {
        switch self {
        case .server(let error, let context): context + error.message
        case .message(let text), .usage(let text): text
        case .configuration(let text): "Error in configuration: " + text
        case .flag(let error): error.message
        case .requiredFlags(let names):
            "required flag(s) \(names.map(\.goQuoted).joined(separator: ", ")) not set"
        case .unknownCommand(let name, let suggestions):
            "unknown command \(name.goQuoted) for \"kubectl\"" + Self.hint(suggestions)
        case .noResourceType(let name, let group):
            "the server doesn't have a resource type \(name.goQuoted)"
                + (group.isEmpty ? "" : " in group \(group.goQuoted)")
        case .manifest(let problem): problem.message
        case .several(let errors): "[" + errors.map(\.text).joined(separator: ", ") + "]"
        case .terminated(let code): "command terminated with exit code \(code)"
        case .exit: "exit"
        }
    }

    /// What goes to standard error; `path` is the command: `kubectl create deployment`.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/util` `CheckErr`.
    package func report(path: String) -> String {
        switch self {
        case .exit: ""
        case .server(.invalid(let kind, let name, let causes), _):
            Self.invalidReport(kind.kind, name, causes.map(\.message))
        case .server(.invalidRequest(let message), _): "The request is invalid: \(message)\n"
        case .noResourceType, .terminated, .configuration: text + "\n"
        case .several(let errors): errors.map { $0.sentence + "\n" }.joined()
        case .usage(let message): "error: \(message)\nSee '\(path) -h' for help and examples\n"
        case .flag(let error): "error: \(error.message)\nSee '\(path) --help' for usage.\n"
        case .server, .message, .requiredFlags, .unknownCommand, .manifest:
            Self.line(isServerAnswer || text.hasPrefix("error: ") ? sentence : "error: " + text)
        }
    }

    package var exitCode: Int32 {
        switch self {
        case .terminated(let code), .exit(let code): code
        case .server, .message, .configuration, .usage, .flag, .requiredFlags, .unknownCommand, .noResourceType,
            .manifest, .several:
            1
        }
    }

    /// The error with what the API says before its own: `Error from server (NotFound): ...`.
    package var sentence: String {
        guard case .server(let error, _) = self else { return text }
        switch error.reason {
        case "Unauthorized": return "error: You must be logged in to the server (\(text))"
        case "": return "Error from server: \(text)"
        case let reason: return "Error from server (\(reason)): \(text)"
        }
    }

    private var isServerAnswer: Bool {
        if case .server = self { true } else { false }
    }

    private static func line(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }

    private static func hint(_ suggestions: [String]) -> String {
        suggestions.isEmpty ? "" : "\n\nDid you mean this?\n" + suggestions.map { "\t\($0)\n" }.joined()
    }

    /// Equal causes are said once; several stand on lines of their own.
    private static func invalidReport(_ kind: String, _ name: String, _ causes: [String]) -> String {
        let isNamed = !kind.isEmpty || !name.isEmpty
        let beginning = isNamed ? "The \(kind) \(name.goQuoted) is invalid" : "The request is invalid"
        var seen: Set<String> = []
        let causes = causes.filter { seen.insert($0).inserted }
        switch causes.count {
        case 0: return beginning + "\n"
        case 1: return "\(beginning): \(causes[0])\n"
        default: return "\(beginning): \n" + causes.map { "* \($0)\n" }.joined()
        }
    }
}

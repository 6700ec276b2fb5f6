import KubeAPI
package import KubeModel

/// Why a command failed; `KubectlError+Message.swift` has the words and the exit codes.
package indirect enum KubectlError: Error, Sendable {
    /// The API refused; `context` is put before its message: `error when creating "web.yaml": `.
    case server(APIError, context: String)
    /// Anything that kubectl itself finds wrong: `error: ...`.
    case message(String)
    /// The configuration of kubectl names something that is not there.
    case configuration(String)
    /// As `message`, and a hint to the help of the command.
    case usage(String)
    /// As `message`, and a hint to the usage of the command.
    case flag(FlagError)
    case requiredFlags([String])
    case unknownCommand(String, suggestions: [String])
    /// No resource has this name; printed without `error:`.
    case noResourceType(String, group: String = "")
    /// The manifest that was read is broken.
    case manifest(ManifestProblem)
    case several([KubectlError])
    /// A command in a container ended with this code.
    case terminated(code: Int32)
    /// Everything was said already.
    case exit(code: Int32)
}

extension KubectlError {
    static func server(_ error: APIError) -> KubectlError { .server(error, context: "") }

    /// One error as itself, several as a list; `nil` for none.
    static func joined(_ errors: [KubectlError]) -> KubectlError? {
        errors.count > 1 ? .several(errors) : errors.first
    }

    /// The same error with what was being done at the time, as `error when creating "web.yaml": `.
    func during(_ verb: String, source: String) -> KubectlError {
        guard !source.isEmpty else { return self }
        let context = "error when \(verb) \(source.goQuoted): "
        if case .server(let error, let inner) = self { return .server(error, context: context + inner) }
        return .message(context + text)
    }

    /// `NotFound`, `Conflict`, ...; empty for what is no answer of the API.
    var reason: String {
        if case .server(let error, _) = self { error.reason } else { "" }
    }

    var isNotFound: Bool { reason == "NotFound" }
}

/// What is wrong with a manifest, and where, as far as it is known.
package struct ManifestProblem: Hashable, Sendable {
    /// The file as it was named, or `STDIN`.
    package var source: String
    /// From 1, in the whole file.
    package var line: Int?
    package var column: Int?
    /// kubectl's sentence.
    package var message: String

    package init(source: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.source = source
        self.line = line
        self.column = column
        self.message = message
    }
}

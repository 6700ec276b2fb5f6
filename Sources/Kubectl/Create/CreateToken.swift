import Documents
import KubeAPI
import KubeModel

extension Command {
    static let createToken = Command(
        name: "token", group: .subcommands, usage: "SERVICE_ACCOUNT_NAME", summary: "Request a service account token.",
        examples: """
            # A token for an hour
            kubectl create token builder

            # A token for ten minutes
            kubectl create token builder --duration 10m
            """,
        flags: Flag.printing + [
            .array("audience", "Audience of the requested token; may be given several times."),
            .duration("duration", "Requested lifetime of the issued token; the server may change it."),
            .text("bound-object-kind", "Kind of an object to bind the token to: Node, Pod or Secret.")
                .offering(.words(["Node", "Pod", "Secret"])),
            .text("bound-object-name", "Name of an object to bind the token to."),
            .text("bound-object-uid", "UID of an object to bind the token to."),
        ],
        completion: .names("serviceaccounts"),
        action: .run { context throws(KubectlError) in try context.createToken() })
}

extension KubectlContext {
    fileprivate mutating func createToken() throws(KubectlError) {
        let name = try nameArgument()
        try checkTokenFlags()
        var spec = Object()
        if !flags.list("audience").isEmpty { spec["audiences"] = Value(flags.list("audience")) }
        let seconds = flags.duration("duration").components.seconds
        if seconds > 0 { spec["expirationSeconds"] = .integer(seconds) }
        if !flags.text("bound-object-kind").isEmpty { spec["boundObjectRef"] = boundObject }
        var request = APIRequest(.create, .serviceAccounts, namespace: namespace, name: name)
        request.subresource = "token"
        request.body = [
            "apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "metadata": [:], "spec": .object(spec),
        ]
        let answer: Object
        do { answer = try object(of: request) } catch { throw .message("failed to create token: \(error.text)") }
        if !flags.text("output").isEmpty {
            var printer = try printer(operation: "created", dryRun: .none)
            return try show(answer, with: &printer, isTyped: true)
        }
        write((answer["status"]?["token"]?.string ?? "") + (isInteractive ? "\n" : ""))
    }

    private var boundObject: Value {
        var reference: Object = [
            "apiVersion": "v1", "kind": .string(flags.text("bound-object-kind")),
            "name": .string(flags.text("bound-object-name")),
        ]
        if !flags.text("bound-object-uid").isEmpty { reference["uid"] = .string(flags.text("bound-object-uid")) }
        return .object(reference)
    }

    /// Source: `k8s.io/kubectl/pkg/cmd/create/create_token.go`.
    private func checkTokenFlags() throws(KubectlError) {
        let duration = flags.duration("duration")
        if duration < .zero { throw .message("--duration must be greater than or equal to 0") }
        if duration.microseconds % 1_000_000 != 0 {
            throw .message("--duration cannot be expressed in units less than seconds")
        }
        if flags.list("audience").contains("") { throw .message("--audience must not be an empty string") }
        let kind = flags.text("bound-object-kind")
        for flag in ["bound-object-name", "bound-object-uid"] where kind.isEmpty && !flags.text(flag).isEmpty {
            throw .message("--\(flag) can only be set if --bound-object-kind is provided")
        }
        if !kind.isEmpty, !["Node", "Pod", "Secret"].contains(kind) {
            throw .message("supported --bound-object-kind values are Node, Pod, Secret")
        }
        if !kind.isEmpty, flags.text("bound-object-name").isEmpty {
            throw .message("--bound-object-name is required if --bound-object-kind is provided")
        }
    }
}

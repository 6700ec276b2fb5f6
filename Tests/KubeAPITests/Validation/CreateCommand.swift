import Documents
import KubeAPI
import KubeModel

/// `kubectl create --dry-run=server -o name -f -`, as far as the API has a part in it.
struct CreateCommand {
    var api = CreateCommand.freshAPI

    /// What kubectl would print: the name of the object, or the error.
    func output(of manifest: Value) -> String {
        if let problem = MetadataDecoder.problem(with: manifest) {
            return "error: unable to decode \"STDIN\": \(problem)"
        }
        guard
            let type = ResourceRegistry.builtIn.type(
                apiVersion: manifest["apiVersion"]?.string ?? "", kind: manifest["kind"]?.string ?? "")
        else { return "no such kind" }
        var request = APIRequest(.create, type, namespace: type.isNamespaced ? "default" : "", body: manifest)
        request.options.isDryRun = true
        request.options.fieldValidation = .strict
        var api = api
        do {
            let response = try api.handle(request)
            let warnings = response.warnings.map { "Warning: \($0)\n" }.joined()
            guard case .object(let object) = response.payload else { return "no object" }
            let suffix = type.group.isEmpty ? "" : ".\(type.group)"
            return "\(warnings)\(type.kind.lowercased())\(suffix)/\(object.name)"
        } catch {
            return Self.text(of: error)
        }
    }

    /// An error as kubectl prints it.
    static func text(of error: APIError) -> String {
        guard case .invalid(let kind, let name, let errors) = error else {
            return "Error from server (\(error.reason)): error when creating \"STDIN\": \(error.message)"
        }
        var messages: [String] = []
        for error in errors where !messages.contains(error.message) { messages.append(error.message) }
        let list = messages.count == 1 ? messages[0] : "\n" + messages.map { "* \($0)" }.joined(separator: "\n")
        return "The \(kind.kind) \"\(name)\" is invalid: \(list)"
    }

    private static let freshAPI: APIServer = {
        var api = APIServer(now: Instant(seconds: 1_795_348_800), seed: 1)
        for (type, object) in [
            (ResourceType.namespaces, ["metadata": ["name": "default"]] as Object),
            (.serviceAccounts, ["metadata": ["name": "default", "namespace": "default"]]),
            (.priorityClasses, ["metadata": ["name": "system-node-critical"], "value": 2_000_001_000]),
        ] {
            var request = APIRequest(
                .create, type, namespace: type.isNamespaced ? "default" : "", body: .object(object))
            request.options.fieldValidation = .ignore
            _ = try? api.handle(request)
        }
        return api
    }()
}

import Documents
import Foundation
import KubeAPI
import KubeModel
import Testing

/// Manifests of all kinds that a real server refused, several at once and with several mistakes.
struct RecordedApplyTests {
    @Test(arguments: [
        ("bad-fields.t", 14), ("bad-pods.t", 16), ("bad-workloads.t", 16), ("bad-services-and-networking.t", 14),
        ("bad-config-storage-policy.t", 18),
    ])
    func `answers as recorded`(file: String, count: Int) throws {
        var same = 0
        var differences: [String] = []
        var command = CreateCommand()
        for step in try Recording("apply", file).steps where step.command == "kubectl apply -f - <<'YAML'" {
            let manifests = try YAML.documents(in: step.document).map(\.value)
            let answers = manifests.map { command.applied($0) }
            let isAlone = answers.count { $0.error != nil } == 1
            let lines = answers.compactMap(\.created) + answers.compactMap { $0.text(isAlone: isAlone) }
            let actual = lines.joined(separator: "\n")
            if actual.masked == step.expected.masked {
                same += 1
            } else {
                differences.append("want \(step.expected)\nhave \(actual)")
            }
        }
        if let path = ProcessInfo.processInfo.environment["VALIDATION_REPORT"] {
            try differences.joined(separator: "\n\n").write(
                toFile: "\(path)/\(file).apply", atomically: true, encoding: .utf8)
        }
        #expect(same >= count, "\(same) same\n\(differences.joined(separator: "\n\n"))")
    }
}

/// What became of one manifest.
private struct Answer {
    var created: String?
    var error: APIError?
    var clientError: String?

    /// Errors are shorter when there is only one.
    func text(isAlone: Bool) -> String? {
        guard let error else { return clientError }
        if isAlone, case .invalid = error { return CreateCommand.text(of: error) }
        return "Error from server (\(error.reason)): error when creating \"STDIN\": \(error.message)"
    }
}

extension CreateCommand {
    /// `kubectl apply` of a manifest that is not there yet.
    fileprivate mutating func applied(_ manifest: Value) -> Answer {
        if let problem = MetadataDecoder.problem(with: manifest) {
            return Answer(clientError: "error: unable to decode \"STDIN\": \(problem)")
        }
        guard
            let type = ResourceRegistry.builtIn.type(
                apiVersion: manifest["apiVersion"]?.string ?? "", kind: manifest["kind"]?.string ?? "")
        else { return Answer(clientError: "no such kind") }
        var request = APIRequest(.create, type, namespace: type.isNamespaced ? "default" : "", body: manifest)
        request.options.fieldValidation = .strict
        do {
            _ = try api.handle(request)
            let suffix = type.group.isEmpty ? "" : ".\(type.group)"
            let name = manifest["metadata"]?["name"]?.string ?? ""
            return Answer(created: "\(type.kind.lowercased())\(suffix)/\(name) created")
        } catch {
            return Answer(error: error)
        }
    }
}

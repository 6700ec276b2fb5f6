import Foundation
import Testing

@testable import Documents

/// What a real kubectl printed with `-o yaml` and `-o kyaml`: read and written again it must be the same.
struct YAMLFixtureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Outputs")

    @Test(arguments: [
        "clusterrole", "configmap-files", "cronjob", "custom-resource", "deployment-managed-fields",
        "hpa-folded-message", "job", "pod", "pod-command", "secret-docker-registry", "service-list",
    ])
    func `writes what it read`(name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "\(name).yaml"), encoding: .utf8)
        let documents = try YAML.documents(in: text)
        #expect(documents.map { YAML.encode($0.value) } == [text])
        #expect(try YAML.parse(JSON.encode(documents[0].value)) == documents[0].value)
    }

    @Test func `writes kyaml`() throws {
        let text = try String(contentsOf: Self.folder.appending(path: "service.kyaml"), encoding: .utf8)
        #expect(YAML.encodeKYAML(try YAML.parse(text)) == text)
    }
}

import Documents
import Foundation
import KubeModel
import Testing

@testable import KubeAPI

/// A resource that tests call by its name.
struct Kind: Sendable, CustomTestStringConvertible {
    let resource: ResourceType

    var testDescription: String { "\(resource.plural).\(resource.version).\(resource.group)" }
}

/// Every kind is created, read, patched in four ways and deleted: from a minimal manifest, and with every field.
struct KindTests {
    /// The resources that keep objects; the others are questions, or views of something else.
    static let kept = ResourceRegistry.builtIn.types
        .filter { $0.verbs.contains("patch") && !refused.contains($0.plural) }.map(Kind.init)

    /// Kinds that would have no effect here, and are refused for that reason.
    static let refused: Set<String> = [
        "mutatingadmissionpolicies", "mutatingadmissionpolicybindings", "mutatingwebhookconfigurations",
        "validatingadmissionpolicies", "validatingadmissionpolicybindings", "validatingwebhookconfigurations",
    ]

    static let facts = Result { try ManifestFacts() }

    static let minimal: [String: Object] = {
        var manifests: [String: Object] = [:]
        do {
            let text = try String(contentsOf: ManifestFacts.folder.appending(path: "minimal.yaml"), encoding: .utf8)
            for document in text.split(separator: "---\n") {
                let object = try YAML.parse(String(document)).object ?? Object()
                manifests["\(object.apiVersion)/\(object.kind)"] = object
            }
        } catch {
            Issue.record("minimal.yaml: \(error)")
        }
        return manifests
    }()

    /// A server with the classes that the full pods name.
    static func server() throws -> APIServer {
        var api = try APIServer.sample()
        try api.create(.priorityClasses, ["metadata": ["name": "first"], "value": 1], as: .admin)
        try api.create(
            .runtimeClasses,
            ["metadata": ["name": "sandbox"], "handler": "sandbox", "overhead": ["podFixed": ["cpu": "1"]]], as: .admin)
        return api
    }

    static func minimal(_ resource: ResourceType) throws -> Object {
        var object = try #require(
            minimal["\(resource.apiVersion)/\(resource.kind)"], "no minimal manifest of \(resource.kind)")
        if resource.isNamespaced { object.namespace = "default" }
        return object
    }

    @Test(arguments: kept)
    func `a minimal object lives its whole life`(kind: Kind) throws {
        let resource = kind.resource
        var api = try Self.server()
        try KindLife(resource).live(try Self.minimal(resource), &api)
    }

    @Test(arguments: refused.sorted())
    func `what is not simulated says so`(plural: String) throws {
        let resource = try #require(ResourceRegistry.builtIn.types.first { $0.plural == plural })
        var api = try Self.server()
        let request = APIRequest(.create, resource, body: .object(try Self.minimal(resource)))
        let error = #expect(throws: APIError.self) { try api.handle(request) }
        #expect(error?.code == 501)
        #expect(error?.message.contains("not simulated") == true)
    }

    @Test(arguments: kept)
    func `an object with every field lives its whole life`(kind: Kind) throws {
        let resource = kind.resource
        var api = try Self.server()
        let generator = ManifestGenerator(facts: try Self.facts.get())
        for manifest in generator.manifests(of: resource) {
            try KindLife(resource).live(manifest, &api)
        }
    }

    @Test(arguments: kept)
    func `what is set is what is read`(kind: Kind) throws {
        let resource = kind.resource
        var api = try Self.server()
        let generator = ManifestGenerator(facts: try Self.facts.get())
        for manifest in generator.manifests(of: resource) {
            var request = APIRequest(.create, resource, namespace: manifest.namespace, body: .object(manifest))
            request.options.isDryRun = true
            let stored: Object
            do { stored = try object(request, &api) } catch { continue }  // the whole life says why
            let lost = Self.lost(.object(manifest), .object(stored), "")
            #expect(lost == [], "\(manifest.name)")
        }
    }

    private func object(_ request: APIRequest, _ api: inout APIServer) throws(APIError) -> Object {
        guard case .object(let object) = try api.handle(request).payload else { return Object() }
        return object
    }

    /// The paths of what a manifest says and the object does not; lists may have got more elements in front.
    private static func lost(_ said: Value, _ kept: Value?, _ path: String) -> [String] {
        switch (said, kept) {
        case (.object(let members), .object(let others)?):
            return members.flatMap { lost($1, others[$0], "\(path).\($0)") }
        case (.array(let elements), .array(let others)?) where others.count >= elements.count:
            return elements.enumerated().flatMap { lost($1, others[$0], "\(path)[\($0)]") }
        case (_, let kept?): return kept == said || kept.isNull == said.isNull && !kept.isNull ? [] : [path]
        case (_, nil): return [path]
        }
    }

    static let reviews = ResourceRegistry.builtIn.types
        .filter { $0.verbs == ["create"] && $0.plural != "bindings" }.map(Kind.init)

    @Test(arguments: reviews)
    func `a question is answered and not kept`(kind: Kind) throws {
        let resource = kind.resource
        var api = try Self.server()
        let revision = api.store.revision
        let answer = try api.create(resource, try Self.minimal(resource), as: .admin)
        #expect(answer["status"]?.object?.isEmpty == false)
        #expect(api.store.revision == revision)
    }
}

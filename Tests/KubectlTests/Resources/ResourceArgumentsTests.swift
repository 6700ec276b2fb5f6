import KubeModel
import Testing

@testable import Kubectl

struct ResourceArgumentsTests {
    static func parse(_ words: String, defaultType: String? = nil) throws(KubectlError) -> ResourceArguments {
        try ResourceArguments(
            words.split(separator: " ").map(String.init), defaultType: defaultType, registry: .builtIn)
    }

    @Test func `the first word is a type, the others are names`() throws {
        let arguments = try Self.parse("pod web db")
        #expect(arguments.types == ["pod"] && arguments.names == ["web", "db"])
    }

    @Test func `several types with names are pairs`() throws {
        let arguments = try Self.parse("deploy,svc web db")
        #expect(arguments.pairs.map { "\($0.type)/\($0.name)" } == ["deploy/web", "deploy/db", "svc/web", "svc/db"])
    }

    @Test func `a category stands for its types`() throws {
        let types = try Self.parse("all").types
        #expect(types.prefix(3) == ["pods", "replicationcontrollers", "services"])
        #expect(types.contains("deployments.apps") && types.last == "jobs.batch")
    }

    @Test func `names alone have a default type`() throws {
        #expect(try Self.parse("web deploy/api", defaultType: "pods").pairs.map(\.type) == ["pods", "deploy"])
    }

    @Test(arguments: [
        ("pods/", "arguments in resource/name form must have a single resource and name"),
        ("pods/web/status", "arguments in resource/name form may not have more than one slash"),
        ("a,b/c", "arguments in resource/name form must have a single resource and name"),
    ])
    func `refuses what names nothing`(words: String, message: String) {
        do {
            _ = try Self.parse(words)
            Issue.record("\(words) was taken")
        } catch {
            #expect(error.text == message)
        }
    }
}

struct ResourceMapperTests {
    @Test(arguments: [
        ("po", "pods"), ("Pod", "pods"), ("PODS", "pods"), ("deploy", "deployments.apps"),
        ("deployment.apps", "deployments.apps"),
        ("deployments.v1.apps", "deployments.apps"), ("ev", "events"), ("events.events.k8s.io", "events.events.k8s.io"),
        ("hpa", "horizontalpodautoscalers.autoscaling"), ("netpol", "networkpolicies.networking.k8s.io"),
        ("ingress.networking", "ingresses.networking.k8s.io"), ("sc", "storageclasses.storage.k8s.io"),
    ])
    func `finds a resource by any of its names`(word: String, name: String) {
        #expect(ResourceRegistry.builtIn.resource(for: word)?.groupResource.description == name)
    }

    @Test func `prefers the newest stable version`() {
        #expect(ResourceRegistry.builtIn.resource(for: "hpa")?.version == "v2")
        #expect(ResourceRegistry.builtIn.resource(for: "hpa.v1.autoscaling")?.version == "v1")
    }

    @Test(arguments: [
        ("v1alpha1", "v1beta1"), ("v1beta1", "v1beta2"), ("v1beta2", "v1"), ("v1", "v2"), ("vnext", "v1alpha1"),
    ])
    func `orders versions by how finished they are`(lesser: String, greater: String) {
        #expect(KubeVersion(lesser) < KubeVersion(greater))
    }

    @Test(arguments: [
        ("*.yaml", "a.yaml", true), ("*.yaml", "a.yml", false), ("a?c", "abc", true), ("[a-c]x", "bx", true),
        ("[^a]x", "ax", false), ("*a*b", "xxaxxb", true), ("\\*", "*", true),
    ])
    func `matches file name patterns`(pattern: String, name: String, matches: Bool) {
        #expect(Glob.matches(pattern, name) == matches)
    }
}

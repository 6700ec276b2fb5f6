import Documents
import KubeModel
import Testing

@testable import KubeAPI

/// The manifests of `KindTests` leave no field of the schema out without a reason.
struct FieldCoverageTests {
    @Test func `every field that a client can write is written in some manifest`() throws {
        let facts = try KindTests.facts.get()
        let generator = ManifestGenerator(facts: facts)
        var reachable: Set<String> = []
        var written: Set<String> = []
        for resource in KindTests.kept.map(\.resource) {
            reach(resource.schemaType, facts, &reachable)
            for manifest in generator.manifests(of: resource) {
                mark(.object(manifest), resource.schemaType, &written)
            }
        }
        #expect(reachable.subtracting(written).sorted() == [])
    }

    private func reach(_ name: String, _ facts: ManifestFacts, _ reachable: inout Set<String>) {
        guard name != "ObjectMeta", let type = Schema.builtIn.type(name) else { return }
        for field in type.fields where !facts.isSkipped(name, field.name) {
            guard reachable.insert("\(name).\(field.name)").inserted, let inner = field.typeName else { continue }
            reach(inner, facts, &reachable)
        }
    }

    private func mark(_ value: Value, _ name: String, _ written: inout Set<String>) {
        guard name != "ObjectMeta", let type = Schema.builtIn.type(name), case .object(let object) = value else {
            return
        }
        for (key, part) in object {
            guard let field = type.field(key) else { continue }
            written.insert("\(name).\(key)")
            guard let inner = field.typeName else { continue }
            switch (field.shape, part) {
            case (.list, .array(let elements)): for element in elements { mark(element, inner, &written) }
            case (.map, .object(let members)): for (_, member) in members { mark(member, inner, &written) }
            default: mark(part, inner, &written)
            }
        }
    }
}

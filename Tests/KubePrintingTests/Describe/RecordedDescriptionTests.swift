import Documents
import Foundation
import KubeModel
import KubePrinting
import Testing

/// Objects and descriptions of a real cluster: `Fixtures/NAME.yaml` holds the object and then those it reads,
/// `Fixtures/NAME.txt` what kubectl printed.
struct RecordedDescriptionTests {
    @Test(arguments: [
        ("backup", noon), ("clusterrole", noon), ("configmap", noon), ("daemonset", noon + .seconds(3)),
        ("deployment", noon + .seconds(4)), ("endpointslice", noon), ("horizontalpodautoscaler", noon),
        ("ingress", noon), ("job", noon + .seconds(1121)), ("namespace", noon), ("networkpolicy", noon),
        ("persistentvolume", noon), ("persistentvolumeclaim", noon), ("pod", noon - .seconds(187)),
        ("replicaset", noon + .seconds(7)), ("resourcequota", noon), ("rolebinding", noon), ("secret", noon),
        ("service", noon), ("serviceaccount", noon),
    ])
    func `reads as recorded`(name: String, now: Instant) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
        let manifest = try String(contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8)
        let expected = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
        let objects = try YAML.documents(in: manifest).compactMap(\.value.object)
        let object = try #require(objects.first)
        let text = Describers.text(object, of: resource(of: object), now: now) { list in
            objects.dropFirst().filter { resource(of: $0) == list.resource && $0.namespace == list.namespace }
        }
        #expect(text == expected)
    }

    private func resource(of object: Object) -> ResourceType {
        ResourceRegistry.builtIn.type(apiVersion: object.apiVersion, kind: object.kind) ?? .custom(object)
    }
}

extension ResourceType {
    /// The resource of a custom object.
    static func custom(_ object: Object) -> ResourceType {
        let kind = GroupVersionKind(apiVersion: object.apiVersion, kind: object.kind)
        return ResourceType(
            group: kind.group, version: kind.version, plural: kind.kind.lowercased() + "s", kind: kind.kind,
            singular: kind.kind.lowercased(), shortNames: [], isNamespaced: !object.namespace.isEmpty,
            categories: [], verbs: [], schemaType: "", subresources: [])
    }
}

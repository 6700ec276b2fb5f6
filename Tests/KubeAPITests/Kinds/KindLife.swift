import Documents
import KubeModel
import Testing

@testable import KubeAPI

/// What every kind can do: one object from its creation to its end.
struct KindLife {
    let resource: ResourceType

    init(_ resource: ResourceType) {
        self.resource = resource
    }

    func live(
        _ manifest: Object, _ api: inout APIServer, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var creation = APIRequest(.create, resource, namespace: manifest.namespace, body: .object(manifest))
        creation.options.fieldValidation = .strict
        let created: Object
        do { created = try object(creation, &api) } catch {
            Issue.record("\(resource.plural): \(error.message)", sourceLocation: sourceLocation)
            return
        }
        try read(created, &api, sourceLocation)
        try patch(created, manifest, &api, sourceLocation)
        try remove(created, &api, sourceLocation)
    }

    private func read(_ created: Object, _ api: inout APIServer, _ sourceLocation: SourceLocation) throws(APIError) {
        let read = try object(APIRequest(.get, resource, namespace: created.namespace, name: created.name), &api)
        #expect(read == created, sourceLocation: sourceLocation)
        #expect(read.kind == resource.kind && read.apiVersion == resource.apiVersion, sourceLocation: sourceLocation)
        let list = try api.listObjects(APIRequest(.list, resource, namespace: created.namespace))
        #expect(list.items.contains(read), sourceLocation: sourceLocation)
    }

    /// Each way of patching sets one label, and leaves everything else as it is.
    private func patch(
        _ created: Object, _ manifest: Object, _ api: inout APIServer, _ sourceLocation: SourceLocation
    ) throws {
        var expected = created.labels
        for (index, type) in PatchType.allCases.enumerated() {
            let label = "patched-\(index)"
            var request = APIRequest(.patch, resource, namespace: created.namespace, name: created.name)
            request.patchType = type
            request.body = body(type, label, manifest, hasLabels: !expected.isEmpty)
            request.options.fieldManager = "tests"
            expected[label] = "yes"
            let patched: Object
            do { patched = try object(request, &api) } catch {
                Issue.record("\(resource.plural), \(type): \(error.message)", sourceLocation: sourceLocation)
                continue
            }
            #expect(patched.labels == expected, "\(type)", sourceLocation: sourceLocation)
            for part in created.names where !["metadata", "status"].contains(part) {
                #expect(patched[part] == created[part], "\(type) \(part)", sourceLocation: sourceLocation)
            }
        }
    }

    private func body(_ type: PatchType, _ label: String, _ manifest: Object, hasLabels: Bool) -> Value {
        switch type {
        case .json where hasLabels: [["op": "add", "path": .string("/metadata/labels/\(label)"), "value": "yes"]]
        case .json: [["op": "add", "path": "/metadata/labels", "value": [label: "yes"]]]
        case .merge, .strategicMerge: ["metadata": ["labels": [label: "yes"]]]
        case .apply:
            [
                "apiVersion": .string(resource.apiVersion), "kind": .string(resource.kind),
                "metadata": ["name": .string(manifest.name), "labels": [label: "yes"]],
            ]
        }
    }

    /// What holds the object is let go of, as its controllers would.
    private func remove(_ created: Object, _ api: inout APIServer, _ sourceLocation: SourceLocation) throws(APIError) {
        var options = RequestOptions()
        options.gracePeriodSeconds = 0
        options.propagationPolicy = .background
        try api.delete(resource, created.key, options: options, as: .admin)
        if var held = api.get(resource, created.key) {
            held.finalizers = []
            try api.update(Conversion.storageType(of: resource), held, as: .admin)
        }
        if var namespace = api.get(resource, created.key), resource == .namespaces {
            namespace["spec", "finalizers"] = nil
            try api.finalize(namespace, as: .admin)
        }
        #expect(api.get(resource, created.key) == nil, "\(resource.plural)", sourceLocation: sourceLocation)
    }

    private func object(_ request: APIRequest, _ api: inout APIServer) throws(APIError) -> Object {
        guard case .object(let object) = try api.handle(request).payload else { return Object() }
        return object
    }
}

import Documents
import KubeModel
import Shell

/// A change to some of the resources: a piece of an object, or a list of operations.
struct KustomizePatch: Sendable {
    enum Change: Sendable {
        case merge(Object)
        case operations(Value)
    }

    let change: Change
    /// Which resources are changed; `nil` for the one that the piece itself names.
    let target: Value?
}

extension KustomizePatch {
    /// Source: `sigs.k8s.io/kustomize/api/internal/builtins/PatchTransformer.go`.
    static func parse(_ text: String, target: Value?) throws(KubectlError) -> [KustomizePatch] {
        let documents: [YAML.Document]
        do { documents = try YAML.documents(in: text) } catch {
            throw .message("unable to parse SM or JSON patch from [\(text)]")
        }
        var patches: [KustomizePatch] = []
        for document in documents {
            switch document.value {
            case .array:
                guard target != nil else { throw .message("must specify a target for JSON patch [\(text)]") }
                patches.append(KustomizePatch(change: .operations(document.value), target: target))
            case .object(let object): patches.append(KustomizePatch(change: .merge(object), target: target))
            default: throw .message("unable to parse SM or JSON patch from [\(text)]")
            }
        }
        return patches
    }

    func apply(to resources: inout [KustomizeResource]) throws(KubectlError) {
        let places = resources.indices.filter { matches(resources[$0]) }
        if places.isEmpty, target == nil, case .merge(let object) = change {
            throw .message(
                "no resource matches strategic merge patch \"\(KustomizeResource(object).identity)\": no matches for Id \(KustomizeResource(object).identity); failed to find unique target for patch \(KustomizeResource(object).identity)"
            )
        }
        var removed: Set<Int> = []
        for place in places {
            if case .merge(let object) = change, object["$patch"]?.string == "delete" {
                removed.insert(place)
            } else {
                try apply(to: &resources[place])
            }
        }
        resources = resources.indices.filter { !removed.contains($0) }.map { resources[$0] }
    }

    private func apply(to resource: inout KustomizeResource) throws(KubectlError) {
        let current = Value.object(resource.object)
        var result: Value
        switch change {
        case .operations(let operations):
            do { result = try JSONPatch.apply(operations, to: current) } catch { throw .message(error.message) }
        case .merge(var patch):
            let name = resource.object.name
            // A target may be another object than the one that the piece names.
            if target != nil { patch["metadata", "name"] = .string(name) }
            if let type = resource.type, let schema = Schema.builtIn.patchSchema(for: type) {
                do { result = try StrategicMergePatch.apply(.object(patch), to: current, schema: schema) } catch {
                    throw .message(error.message)
                }
            } else {
                result = MergePatch.apply(.object(patch), to: current)
            }
            result["metadata", "name"] = .string(name)
            result["kind"] = .string(resource.object.kind)
            result["apiVersion"] = .string(resource.object.apiVersion)
        }
        resource.object = result.object ?? resource.object
    }

    private func matches(_ resource: KustomizeResource) -> Bool {
        guard let target else {
            guard case .merge(let object) = change else { return false }
            return object.kind == resource.object.kind
                && GroupVersionKind(apiVersion: object.apiVersion, kind: "").group == resource.kind.group
                && resource.isNamed(object.name)
                && (object.namespace.isEmpty || object.namespace == resource.object.namespace)
        }
        func allows(_ field: String, _ value: String) -> Bool {
            guard let pattern = target[field]?.string, !pattern.isEmpty else { return true }
            return NamePattern.matches(pattern, value)
        }
        guard allows("kind", resource.object.kind), allows("group", resource.kind.group),
            allows("version", resource.kind.version),
            allows("namespace", resource.object.namespace)
        else { return false }
        if let pattern = target["name"]?.string, !pattern.isEmpty,
            !([resource.object.name] + resource.earlierNames).contains(where: { NamePattern.matches(pattern, $0) })
        {
            return false
        }
        return selects(target["labelSelector"], resource.object.labels)
            && selects(target["annotationSelector"], resource.object.annotations)
    }

    private func selects(_ selector: Value?, _ labels: Object) -> Bool {
        guard let text = selector?.string, !text.isEmpty else { return true }
        do { return try LabelSelector.parsed(text).matches(labels) } catch {
            return false  // a selector that cannot be read selects nothing
        }
    }
}

/// The regular expressions of targets, as far as they are used: `web`, `.*`, `web-.*`, `(web|db)`.
enum NamePattern {
    static func matches(_ pattern: String, _ name: String) -> Bool {
        // What is no pattern stands for itself.
        WholeMatch.matches(pattern, name) ?? (pattern == name)
    }
}

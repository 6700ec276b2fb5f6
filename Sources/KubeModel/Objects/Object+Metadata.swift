package import Documents

/// The metadata that every Kubernetes object has.
extension Object {
    package var apiVersion: String { self["apiVersion"]?.string ?? "" }
    package var kind: String { self["kind"]?.string ?? "" }

    package var metadata: Object {
        get { self["metadata"]?.object ?? Object() }
        set { self["metadata"] = .object(newValue) }
    }

    package var name: String {
        get { self["metadata"]?["name"]?.string ?? "" }
        set { self["metadata", "name"] = .string(newValue) }
    }

    /// How a refusal names an object that may not have its generated name yet: `web-7d4b9c6f5-`.
    package var nameOrPrefix: String {
        name.isEmpty ? self["metadata"]?["generateName"]?.string ?? "" : name
    }

    package var namespace: String {
        get { self["metadata"]?["namespace"]?.string ?? "" }
        set { self["metadata", "namespace"] = newValue.isEmpty ? nil : .string(newValue) }
    }

    package var key: ObjectKey { ObjectKey(namespace: namespace, name: name) }
    package var uid: String { self["metadata"]?["uid"]?.string ?? "" }
    package var resourceVersion: String { self["metadata"]?["resourceVersion"]?.string ?? "" }
    package var generation: Int { self["metadata"]?["generation"]?.int ?? 0 }

    package var labels: Object {
        get { self["metadata"]?["labels"]?.object ?? Object() }
        set { self["metadata", "labels"] = newValue.isEmpty ? nil : .object(newValue) }
    }

    package var annotations: Object {
        get { self["metadata"]?["annotations"]?.object ?? Object() }
        set { self["metadata", "annotations"] = newValue.isEmpty ? nil : .object(newValue) }
    }

    package var finalizers: [String] {
        get { self["metadata"]?["finalizers"]?.array?.compactMap(\.string) ?? [] }
        set { self["metadata", "finalizers"] = newValue.isEmpty ? nil : Value(newValue) }
    }

    package var creationTimestamp: Instant? {
        self["metadata"]?["creationTimestamp"]?.string.flatMap(Instant.init(rfc3339:))
    }

    package var deletionTimestamp: Instant? {
        self["metadata"]?["deletionTimestamp"]?.string.flatMap(Instant.init(rfc3339:))
    }

    /// Deletion was asked for and waits for finalizers or for the grace period.
    package var isTerminating: Bool { self["metadata"]?["deletionTimestamp"] != nil }

    package var ownerReferences: [OwnerReference] {
        get { self["metadata"]?["ownerReferences"]?.array?.compactMap(OwnerReference.init) ?? [] }
        set { self["metadata", "ownerReferences"] = newValue.isEmpty ? nil : .array(newValue.map(\.value)) }
    }

    /// The owner that manages this object, of which there is at most one.
    package var controller: OwnerReference? { ownerReferences.first(where: \.isController) }

    package var spec: Object {
        get { self["spec"]?.object ?? Object() }
        set { self["spec"] = .object(newValue) }
    }

    package var status: Object {
        get { self["status"]?.object ?? Object() }
        set { self["status"] = .object(newValue) }
    }
}

/// Who an object belongs to; when the last owner is gone, so is the object.
package struct OwnerReference: Hashable, Sendable {
    package var apiVersion: String
    package var kind: String
    package var name: String
    package var uid: String
    package var isController: Bool
    package var blocksOwnerDeletion: Bool

    package init(
        apiVersion: String, kind: String, name: String, uid: String, isController: Bool = true,
        blocksOwnerDeletion: Bool = true
    ) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.name = name
        self.uid = uid
        self.isController = isController
        self.blocksOwnerDeletion = blocksOwnerDeletion
    }

    package init?(_ value: Value) {
        guard let kind = value["kind"]?.string, let name = value["name"]?.string, let uid = value["uid"]?.string
        else { return nil }
        self.init(
            apiVersion: value["apiVersion"]?.string ?? "", kind: kind, name: name, uid: uid,
            isController: value["controller"]?.bool ?? false,
            blocksOwnerDeletion: value["blockOwnerDeletion"]?.bool ?? false)
    }

    /// A reference by which `owner` controls an object.
    package init(controller owner: Object) {
        self.init(apiVersion: owner.apiVersion, kind: owner.kind, name: owner.name, uid: owner.uid)
    }
}

extension OwnerReference {
    package var value: Value {
        var object: Object = [
            "apiVersion": .string(apiVersion), "kind": .string(kind), "name": .string(name), "uid": .string(uid),
        ]
        if isController { object["controller"] = true }
        if blocksOwnerDeletion { object["blockOwnerDeletion"] = true }
        return .object(object)
    }
}

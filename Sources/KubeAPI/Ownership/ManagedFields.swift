import Documents
import KubeModel

/// Who set which fields of an object: `metadata.managedFields`.
///
/// Source: `k8s.io/apimachinery/pkg/util/managedfields` and structured-merge-diff's `merge/update.go`.
struct ManagedFields: Sendable {
    struct Manager: Hashable, Sendable {
        var name: String
        var isApply: Bool
        var subresource: String
        var apiVersion: String
    }

    struct Entry: Sendable {
        var manager: Manager
        var time: String
        var fields: FieldSet
    }

    var entries: [Entry]
}

extension ManagedFields {
    init(of object: Object) {
        entries = (object["metadata"]?["managedFields"]?.array ?? []).map { entry in
            Entry(
                manager: Manager(
                    name: entry["manager"]?.string ?? "", isApply: entry["operation"] == "Apply",
                    subresource: entry["subresource"]?.string ?? "", apiVersion: entry["apiVersion"]?.string ?? ""),
                time: entry["time"]?.string ?? "", fields: FieldSet(tree: entry["fieldsV1"]?.object ?? Object()))
        }
    }

    /// Operation first, then time, then the names, as the server sorts.
    var value: Value? {
        let sorted = entries.filter { !$0.fields.isEmpty }.sorted { left, right in
            (left.manager.isApply ? 0 : 1, left.time, left.manager.name, left.manager.subresource)
                < (right.manager.isApply ? 0 : 1, right.time, right.manager.name, right.manager.subresource)
        }
        return sorted.isEmpty ? nil : .array(sorted.map(\.value))
    }

    /// Notes a write that was no apply: what it changed is now its own, and what it removed is nobody's.
    static func update(_ object: inout Object, from old: Object?, request: APIRequest, now: Instant) {
        let schema = OwnershipSchema.of(request.resource)
        var managed = ManagedFields(of: old ?? Object())
        let changed = FieldSet.changed(from: old, to: object, schema)
        let manager = Manager(of: request)
        for index in managed.entries.indices where managed.entries[index].manager != manager {
            managed.entries[index].fields = managed.entries[index].fields.subtracting(changed)
        }
        // Most writes remove nothing, and then everything that was owned is still there.
        if let old, !FieldSet.changed(from: .some(object), to: old, schema).subtracting(changed).isEmpty {
            let present = FieldSet.changed(from: nil, to: object, schema).withContainers
            for index in managed.entries.indices {
                managed.entries[index].fields = managed.entries[index].fields.intersection(present)
            }
        }
        managed.add(changed, to: manager, now)
        object["metadata", "managedFields"] = managed.value
    }

    mutating func add(_ fields: FieldSet, to manager: Manager, _ now: Instant) {
        guard !fields.isEmpty else { return }
        if let index = entries.firstIndex(where: { $0.manager == manager }) {
            entries[index].fields = entries[index].fields.union(fields)
            entries[index].time = now.rfc3339
        } else {
            entries.append(Entry(manager: manager, time: now.rfc3339, fields: fields))
        }
    }
}

extension ManagedFields.Entry {
    var value: Value {
        var object: Object = [
            "apiVersion": .string(manager.apiVersion), "fieldsType": "FieldsV1", "fieldsV1": .object(fields.tree),
            "manager": .string(manager.name), "operation": manager.isApply ? "Apply" : "Update", "time": .string(time),
        ]
        if !manager.subresource.isEmpty { object["subresource"] = .string(manager.subresource) }
        return .object(object)
    }
}

extension ManagedFields.Manager {
    init(of request: APIRequest) {
        name = request.options.fieldManager.isEmpty ? Self.name(of: request.user) : request.options.fieldManager
        isApply = request.verb == .patch && request.patchType == .apply
        subresource = request.subresource
        apiVersion = request.resource.apiVersion
    }

    /// A client that names no manager is known by its program.
    private static func name(of user: UserInfo) -> String {
        if user.name.hasPrefix("system:node:") { return "kubelet" }
        if user.name == "system:kube-scheduler" { return "kube-scheduler" }
        if user.name.hasPrefix("system:serviceaccount:kube-system:") { return "kube-controller-manager" }
        return user.isSystem ? "kube-apiserver" : "kubectl"
    }

    /// `"kubectl" with subresource "scale" using apps/v1`, as conflicts name a manager.
    var conflictName: String {
        var text = "\"\(name)\""
        if !subresource.isEmpty { text += " with subresource \"\(subresource)\"" }
        if !isApply { text += " using \(apiVersion)" }
        return text
    }
}

extension FieldSet {
    /// The set with every inner node as a member, so that an intersection keeps what containers were owned.
    var withContainers: FieldSet {
        func marked(_ tree: Object) -> Object {
            var result = Object()
            for (key, value) in tree where key != "." { result[key] = .object(marked(value.object ?? Object())) }
            if !result.isEmpty { result["."] = [:] }
            return result
        }
        return FieldSet(tree: marked(tree))
    }
}

extension APIServer {
    /// The objects that the cluster writes by the thousand, for which ownership of its own parts is not kept.
    private static let unowned: Set<String> = ["pods", "events", "leases", "endpoints", "endpointslices", "nodes"]

    /// Whether a write is noted in `managedFields`.
    func tracksOwnership(_ request: APIRequest) -> Bool {
        !(request.user.isSystem && Self.unowned.contains(request.resource.plural))
    }
}

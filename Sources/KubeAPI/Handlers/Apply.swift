import Documents
import KubeModel

extension APIServer {
    /// Server-side apply: the fields of the body become the manager's, and those that it no longer names are given up.
    mutating func applyObject(_ request: APIRequest) throws(APIError) -> APIResponse {
        let resource = request.resource
        guard !request.options.fieldManager.isEmpty else {
            throw .invalid(
                GroupVersionKind(group: "meta.k8s.io", version: "v1", kind: "PatchOptions"), name: "",
                [FieldError("fieldManager", .required("is required for apply patch"))])
        }
        guard request.body["metadata"]?["managedFields"] == nil else {
            throw .badRequest("metadata.managedFields must be nil")
        }
        let (configuration, warnings) = try ObjectDecoder.decode(
            request.body, as: resource, duplicateFields: request.duplicateFields,
            validation: request.options.fieldValidation)
        let schema = OwnershipSchema.of(resource)
        let applied = FieldSet.applied(by: configuration, schema)
        guard let old = store.get(Conversion.place(of: resource), request.key) else {
            return try createByApply(request, applied, warnings)
        }
        let live = old.served(as: resource)
        var managed = ManagedFields(of: old)
        let manager = ManagedFields.Manager(of: request)
        let shape = OwnershipSchema.Shape.structure(schema, isPointer: false)
        let merged = OwnedMerge.merge(.object(live), .object(configuration), shape).object ?? live
        try yieldConflicts(&managed, manager, changed: FieldSet.changed(from: live, to: merged, schema), request)
        let previous = managed.entries.first { $0.manager == manager }?.fields ?? FieldSet()
        let others = managed.entries.filter { $0.manager != manager }.map(\.fields).reduce(FieldSet()) { $0.union($1) }
        let givenUp = previous.subtracting(applied).subtracting(others)
        let pruned = OwnedMerge.remove(givenUp.tree, from: .object(merged), shape)
        managed.entries.removeAll { $0.manager == manager }
        let time = previous == applied ? ManagedFields(of: old).entries.first { $0.manager == manager }?.time : nil
        managed.entries.append(.init(manager: manager, time: time ?? now.rfc3339, fields: applied))
        return try storeApplied(pruned, managed, old, request, warnings)
    }

    private mutating func storeApplied(
        _ value: Value, _ managed: ManagedFields, _ old: Object, _ request: APIRequest, _ warnings: [String]
    ) throws(APIError) -> APIResponse {
        var update = request
        update.body = value
        update.options.fieldValidation = .ignore
        var (object, _) = try decode(update)
        object["metadata", "managedFields"] = managed.value
        return try replace(old, with: object, request, warnings: warnings)
    }

    private mutating func createByApply(
        _ request: APIRequest, _ applied: FieldSet, _ warnings: [String]
    ) throws(APIError) -> APIResponse {
        var create = request
        create.verb = .create
        if create.body["metadata"]?["name"] == nil { create.body["metadata", "name"] = .string(request.name) }
        create.appliedFields = applied
        var response = try createObject(create)
        response.warnings = warnings + response.warnings
        return response
    }

    /// Fields that others own and this apply would change are a conflict, or are taken over when forced.
    private func yieldConflicts(
        _ managed: inout ManagedFields, _ manager: ManagedFields.Manager, changed: FieldSet, _ request: APIRequest
    ) throws(APIError) {
        var conflicts: [FieldConflict] = []
        for index in managed.entries.indices where managed.entries[index].manager != manager {
            let entry = managed.entries[index]
            let lost = entry.fields.intersection(changed)
            guard !lost.isEmpty else { continue }
            conflicts += lost.paths.map {
                FieldConflict(manager: entry.manager.conflictName, field: FieldSet.text(of: $0))
            }
            managed.entries[index].fields = entry.fields.subtracting(lost)
        }
        guard conflicts.isEmpty || request.options.force else { throw .applyConflict(conflicts) }
    }
}

import Documents
import KubeModel

extension APIServer {
    /// Replaces an object by the body of the request.
    mutating func updateObject(_ request: APIRequest) throws(APIError) -> APIResponse {
        let (decoded, warnings) = try decode(request)
        try checkPlace(of: decoded, request)
        guard let old = store.get(Conversion.place(of: request.resource), request.key) else {
            throw notFound(request.resource, request.key)
        }
        return try replace(old, with: decoded, request, warnings: warnings)
    }

    /// An object is written where it says that it is, or where the request says when it says nothing.
    func checkPlace(of object: Object, _ request: APIRequest) throws(APIError) {
        if request.resource.isNamespaced, !object.namespace.isEmpty, object.namespace != request.namespace {
            throw .badRequest(
                "the namespace of the provided object does not match the namespace sent on the request")
        }
        guard object.name != request.name, !object.name.isEmpty else { return }
        throw .badRequest(
            "the name of the object (\(object.name)) does not match the name on the URL (\(request.name))")
    }

    /// The second half of update and patch: what must not change is put back, the rest is admitted, validated and stored.
    mutating func replace(
        _ old: Object, with proposal: Object, _ request: APIRequest, warnings: [String]
    ) throws(APIError) -> APIResponse {
        let resource = request.resource
        let storage = Conversion.storageType(of: resource)
        var object = proposal
        var warnings = warnings
        try checkPreconditions(object, old, resource)
        restoreSystemFields(&object, from: old, resource)
        let strategy = Strategy.of(storage)
        if request.subresource == "status" {
            keepOnlyStatus(&object, from: old)
            if !request.user.isSystem {
                let errors = StatusRules.errors(object, resource: storage)
                guard errors.isEmpty else { throw .invalid(resource.groupVersionKind, name: old.name, errors) }
                ObjectEncoder.normalize(&object, as: storage)
            }
        } else if let part = PartialUpdate.of(request) {
            object = part.prepare(object, old, now)
            let errors = part.errors(object, old)
            guard errors.isEmpty else { throw .invalid(resource.groupVersionKind, name: old.name, errors) }
            ObjectEncoder.normalize(&object, as: storage)
            countGeneration(&object, old, strategy)
            try validateUpdate(object, old, request, &warnings)
        } else {
            if strategy.hasStatus { object["status"] = old["status"] }
            try admitUpdate(&object, old, request, &warnings)
            strategy.prepareForUpdate?(&object, old)
            let errors = validationErrors(of: object, storage, old: old)
            guard errors.isEmpty else { throw .invalid(resource.groupVersionKind, name: old.name, errors) }
            ObjectEncoder.normalize(&object, as: storage)
            try strategy.allocate?(&object, old, &self)
            countGeneration(&object, old, strategy)
            try validateUpdate(object, old, request, &warnings)
            warnings += Validation.warnings(for: object, resource: storage, old: old)
        }
        noteWriter(&object, proposal, old, request)
        guard object != old else { return APIResponse(.object(old.served(as: resource)), warnings: warnings) }
        if object.isTerminating, object.finalizers.isEmpty, isFinalized(object, storage) {
            if !request.options.isDryRun { erase(object, storage) }
            return APIResponse(.object(object.served(as: resource)), warnings: warnings)
        }
        let stored = try write(object, request)
        return APIResponse(.object(stored.served(as: resource)), warnings: warnings)
    }

    /// An apply has worked out by itself who owns what; other writes own what they changed.
    private func noteWriter(_ object: inout Object, _ proposal: Object, _ old: Object, _ request: APIRequest) {
        if request.verb == .patch, request.patchType == .apply {
            object["metadata", "managedFields"] = proposal["metadata"]?["managedFields"]
        } else if tracksOwnership(request), object != old {
            ManagedFields.update(&object, from: old, request: request, now: now)
        }
    }

    private func checkPreconditions(_ new: Object, _ old: Object, _ resource: ResourceType) throws(APIError) {
        if !new.uid.isEmpty, new.uid != old.uid {
            throw .conflict(
                resource.groupResource, name: old.name,
                message: "Precondition failed: UID in precondition: \(new.uid), UID in object meta: \(old.uid)")
        }
        if !new.resourceVersion.isEmpty, new.resourceVersion != old.resourceVersion {
            guard Int64(new.resourceVersion) != nil else {
                throw .invalid(
                    resource.groupVersionKind, name: old.name,
                    [
                        FieldError(
                            "metadata.resourceVersion",
                            .invalid(.string(new.resourceVersion), "must be an unsigned integer"))
                    ])
            }
            throw .conflict(
                resource.groupResource, name: old.name,
                message: "the object has been modified; please apply your changes to the latest version and try again")
        }
    }

    /// Puts back the metadata that clients cannot change.
    private func restoreSystemFields(_ object: inout Object, from old: Object, _ resource: ResourceType) {
        for field in [
            "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation",
            "resourceVersion",
            "generateName", "managedFields",
        ] {
            object["metadata", field] = old["metadata"]?[field]
        }
        object["metadata", "selfLink"] = nil
        object.name = old.name
        object.namespace = old.namespace
    }

    /// A write of the status changes nothing else.
    private func keepOnlyStatus(_ object: inout Object, from old: Object) {
        let status = object["status"]
        let annotations = object.annotations
        object = old
        object["status"] = status
        object.annotations = annotations
    }

    /// A change of anything but metadata and status is a new generation.
    private func countGeneration(_ object: inout Object, _ old: Object, _ strategy: Strategy) {
        guard strategy.countsGenerations else { return }
        let isChanged =
            strategy.generationFields.contains { object[$0] != old[$0] }
            || strategy.countsAnnotations && object.annotations != old.annotations
        if isChanged { object["metadata", "generation"] = Value(old.generation + 1) }
    }

    /// Nothing but the object itself keeps it: a namespace must also have been emptied.
    func isFinalized(_ object: Object, _ resource: ResourceType) -> Bool {
        if resource.plural == "namespaces" { return object["spec"]?["finalizers"]?.array?.isEmpty ?? true }
        if resource.plural == "pods" { return object["metadata"]?["deletionGracePeriodSeconds"]?.int == 0 }
        return true
    }

    mutating func erase(_ object: Object, _ resource: ResourceType) {
        if resource.plural == "customresourcedefinitions" { unregisterCustomResource(object) }
        store.remove(object, of: resource)
    }
}

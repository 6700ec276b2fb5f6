import Documents
import KubeModel

extension APIServer {
    /// Deletes at once, or marks for deletion what has a grace period or finalizers.
    mutating func deleteObject(_ request: APIRequest) throws(APIError) -> APIResponse {
        let resource = Conversion.storageType(of: request.resource)
        guard let object = store.get(Conversion.place(of: resource), request.key) else {
            throw notFound(resource, request.key)
        }
        try checkDeletePreconditions(object, request)
        try validateDelete(object, request)
        var marked = object
        setDeletionFinalizers(&marked, resource, request.options)
        let grace = gracePeriod(of: object, resource, request.options)
        let waits = grace > 0 || !marked.finalizers.isEmpty || !isFinalized(marked, resource, grace: grace)
        guard waits else {
            if !request.options.isDryRun { erase(object, resource) }
            return APIResponse(.success(Self.deletionStatus(of: object, resource)))
        }
        mark(&marked, grace: grace, resource)
        guard marked != object else { return APIResponse(.object(object.served(as: request.resource))) }
        let stored = try write(marked, request)
        return APIResponse(.object(stored.served(as: request.resource)))
    }

    mutating func deleteCollection(_ request: APIRequest) throws(APIError) -> APIResponse {
        let list = try listObjects(request)
        for object in list.items {
            var single = request
            single.verb = .delete
            single.name = object.name
            single.namespace = object.namespace
            do { _ = try deleteObject(single) } catch .notFound {
                continue  // gone by the deletion of another item
            }
        }
        return APIResponse(.list(list))
    }

    private func checkDeletePreconditions(_ object: Object, _ request: APIRequest) throws(APIError) {
        if let uid = request.options.preconditionUID, uid != object.uid {
            throw .conflict(
                request.resource.groupResource, name: object.name,
                message: "Precondition failed: UID in precondition: \(uid), UID in object meta: \(object.uid)")
        }
        if let version = request.options.preconditionResourceVersion, version != object.resourceVersion {
            throw .conflict(
                request.resource.groupResource, name: object.name,
                message:
                    "Precondition failed: ResourceVersion in precondition: \(version), ResourceVersion in object meta: \(object.resourceVersion)"
            )
        }
    }

    /// Foreground and orphan deletion are left to the garbage collector by a finalizer each.
    private func setDeletionFinalizers(_ object: inout Object, _ resource: ResourceType, _ options: RequestOptions) {
        let policy = options.propagationPolicy ?? Strategy.of(resource).defaultPropagation
        var finalizers = object.finalizers.filter { $0 != "foregroundDeletion" && $0 != "orphan" }
        let kept = object.finalizers.filter { $0 == "foregroundDeletion" || $0 == "orphan" }
        switch (policy, options.propagationPolicy) {
        case (.foreground, _): finalizers.append("foregroundDeletion")
        case (.orphan, _): finalizers.append("orphan")
        case (.background, nil): finalizers += kept
        case (.background, .some): break
        }
        object.finalizers = finalizers
    }

    /// Seconds until the object may go; only pods that a node runs are given any.
    private func gracePeriod(of object: Object, _ resource: ResourceType, _ options: RequestOptions) -> Int {
        guard resource.plural == "pods" else { return 0 }
        let pod = Pod(object)
        guard pod.nodeName != nil, !pod.isFinished else { return 0 }
        // Less than nothing is one second, which a pod can be told of.
        let asked = options.gracePeriodSeconds.map { $0 < 0 ? 1 : $0 }
        let wanted = max(0, asked ?? object["spec"]?["terminationGracePeriodSeconds"]?.int ?? 30)
        guard let already = object["metadata"]?["deletionGracePeriodSeconds"]?.int else { return wanted }
        return asked == nil ? already : min(already, wanted)
    }

    private func isFinalized(_ object: Object, _ resource: ResourceType, grace: Int) -> Bool {
        resource.plural == "pods" ? true : isFinalized(object, resource)
    }

    /// Notes when deletion was asked for; the first time is a new generation.
    private func mark(_ object: inout Object, grace: Int, _ resource: ResourceType) {
        let isFirst = !object.isTerminating
        if isFirst || object["metadata"]?["deletionGracePeriodSeconds"]?.int != grace {
            let asked = isFirst ? now : (object.deletionTimestamp ?? now)
            object["metadata", "deletionTimestamp"] = .string(
                (isFirst ? asked + .seconds(grace) : now + .seconds(grace)).rfc3339)
            object["metadata", "deletionGracePeriodSeconds"] = Value(grace)
        }
        guard isFirst else { return }
        if object.generation > 0 { object["metadata", "generation"] = Value(object.generation + 1) }
        if resource.plural == "namespaces" { object["status", "phase"] = "Terminating" }
    }

    static func deletionStatus(of object: Object, _ resource: ResourceType) -> Object {
        var details: Object = [
            "kind": .string(resource.plural), "name": .string(object.name), "uid": .string(object.uid),
        ]
        if !resource.group.isEmpty { details["group"] = .string(resource.group) }
        return [
            "apiVersion": "v1", "kind": "Status", "metadata": [:], "status": "Success", "details": .object(details),
        ]
    }
}

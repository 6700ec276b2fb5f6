import Documents
import KubeModel

extension APIServer {
    /// Decodes, admits, prepares, validates and stores a new object, in the server's order.
    mutating func createObject(_ request: APIRequest) throws(APIError) -> APIResponse {
        let resource = request.resource
        try checkKind(request)
        if let review = reviewResponse(request) { return review }
        var (object, warnings) = try decode(request)
        try placeInNamespace(&object, request)
        try admitCreate(&object, request, &warnings)
        try prepareForCreate(&object, request)
        let errors = validationErrors(of: object, Conversion.storageType(of: resource), old: nil)
        guard errors.isEmpty else { throw .invalid(resource.groupVersionKind, name: object.name, errors) }
        ObjectEncoder.normalize(&object, as: Conversion.storageType(of: resource))
        try Strategy.of(resource).allocate?(&object, nil, &self)
        try validateCreate(object, request, &warnings)
        try checkUnversioned(request)
        guard store.get(Conversion.place(of: resource), object.key) == nil else {
            throw .alreadyExists(resource.groupResource, name: object.name)
        }
        ResourceQuotaAdmission.charge(object, request, &self)
        noteCreator(&object, request)
        let stored = try write(object, request)
        warnings += Validation.warnings(for: object, resource: resource, old: nil)
        return APIResponse(.object(stored.served(as: resource)), isCreated: true, warnings: warnings)
    }

    /// A body that calls itself by a kind that the group does not have is refused before anything else is read.
    func checkKind(_ request: APIRequest) throws(APIError) {
        guard let kind = request.body["kind"]?.string, kind != request.resource.kind, !kind.isEmpty,
            let version = request.body["apiVersion"]?.string, resources.type(apiVersion: version, kind: kind) == nil
        else { return }
        throw .badRequest(
            "\(kind) in version \(GoText.quoted(request.resource.version)) cannot be handled as a \(request.resource.kind): no kind \(GoText.quoted(kind)) is registered for version \(GoText.quoted(version)) in scheme \"pkg/api/legacyscheme/scheme.go:30\""
        )
    }

    /// The storage takes no new object that already has a revision. Source: k8s.io/apiserver/pkg/storage/errors.go
    private func checkUnversioned(_ request: APIRequest) throws(APIError) {
        let version = request.body["metadata"]?["resourceVersion"]?.string ?? ""
        guard !version.isEmpty, version != "0", !request.options.isDryRun else { return }
        throw .serverFailure("resourceVersion should not be set on objects to be created")
    }

    /// What a request's body says, with defaults; unknown fields and wrong types are refused here.
    func decode(_ request: APIRequest) throws(APIError) -> (object: Object, warnings: [String]) {
        guard !request.resource.schemaType.isEmpty else { return try decodeCustom(request) }
        let (decoded, warnings) = try ObjectDecoder.decode(
            request.body, as: request.resource, duplicateFields: request.duplicateFields,
            validation: request.options.fieldValidation)
        var object = decoded
        object["apiVersion"] = .string(request.resource.apiVersion)
        object["kind"] = .string(request.resource.kind)
        let storage = Conversion.storageType(of: request.resource)
        if storage != request.resource { object = Conversion.convert(object, to: storage) }
        Defaults.apply(to: &object, resource: storage)
        return (object, warnings)
    }

    /// Puts the namespace of the address into the object, which may name the same one or none.
    private func placeInNamespace(_ object: inout Object, _ request: APIRequest) throws(APIError) {
        guard request.resource.isNamespaced else {
            object.namespace = ""
            return
        }
        guard object.namespace.isEmpty || object.namespace == request.namespace else {
            throw .badRequest(
                "the namespace of the provided object does not match the namespace sent on the request")
        }
        object.namespace = request.namespace
    }

    /// Fills in what the server alone may say: name, uid, times, generation, and the first status.
    private mutating func prepareForCreate(_ object: inout Object, _ request: APIRequest) throws(APIError) {
        let resource = request.resource
        if object.name.isEmpty { generateName(for: &object, resource) }
        for field in [
            "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds", "resourceVersion", "managedFields",
        ] {
            object["metadata", field] = nil
        }
        object["metadata", "uid"] = .string(random.uid())
        object["metadata", "creationTimestamp"] = .string(now.rfc3339)
        let strategy = Strategy.of(resource)
        object["metadata", "generation"] = strategy.countsGenerations ? 1 : nil
        if strategy.hasStatus { object["status"] = nil }
        if resource.plural == "certificatesigningrequests" { noteRequester(&object, request.user) }
        try strategy.prepareForCreate?(&object, &self)
    }

    /// Tries a few suffixes until one is free. Source: k8s.io/apiserver/pkg/registry/generic/registry/store.go
    private mutating func generateName(for object: inout Object, _ resource: ResourceType) {
        guard let prefix = object["metadata"]?["generateName"]?.string, !prefix.isEmpty else { return }
        for _ in 0..<8 {
            object.name = String(prefix.prefix(58)) + random.nameSuffix()
            if store.get(Conversion.place(of: resource), object.key) == nil { return }
        }
    }

    /// Who asks for a certificate is what the server knows, not what the request says.
    private func noteRequester(_ object: inout Object, _ user: UserInfo) {
        object["spec", "username"] = .string(user.name)
        object["spec", "groups"] = user.groups.isEmpty ? nil : Value(user.groups)
        for field in ["uid", "extra"] { object["spec", field] = nil }
    }

    private func noteCreator(_ object: inout Object, _ request: APIRequest) {
        guard tracksOwnership(request) else { return }
        guard let applied = request.appliedFields else {
            ManagedFields.update(&object, from: nil, request: request, now: now)
            return
        }
        var manager = ManagedFields.Manager(of: request)
        manager.isApply = true
        var managed = ManagedFields(entries: [])
        managed.add(applied, to: manager, now)
        object["metadata", "managedFields"] = managed.value
    }

    /// Stores an object unless the request is a trial.
    mutating func write(_ object: Object, _ request: APIRequest) throws(APIError) -> Object {
        try RequestSize.checkStored(object, request)
        guard !request.options.isDryRun else { return object }
        let storage = Conversion.storageType(of: request.resource)
        let stored = store.put(object, as: storage)
        if storage.plural == "customresourcedefinitions" { registerCustomResource(stored) }
        return stored
    }
}

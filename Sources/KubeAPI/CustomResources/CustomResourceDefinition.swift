package import Documents
package import KubeModel

/// Teaches the API the kinds that a CustomResourceDefinition declares.
///
/// What the apiextensions controllers do over some milliseconds (accepting names, establishing) happens with the write.
extension APIServer {
    /// The definition's status as soon as its names are found free.
    static func acceptedStatus(of definition: Object, now: Instant) -> Value {
        let versions = definition["spec"]?["versions"]?.array ?? []
        let stored = versions.filter { $0["storage"]?.bool == true }.compactMap { $0["name"]?.string }
        func condition(_ type: String, _ reason: String, _ message: String) -> Value {
            [
                "type": .string(type), "status": "True", "reason": .string(reason), "message": .string(message),
                "lastTransitionTime": .string(now.rfc3339), "observedGeneration": Value(definition.generation),
            ]
        }
        return [
            "acceptedNames": definition["spec"]?["names"] ?? [:],
            "conditions": [
                condition("NamesAccepted", "NoConflicts", "no conflicts found"),
                condition("Established", "InitialNamesAccepted", "the initial names have been accepted"),
            ],
            "storedVersions": Value(stored),
        ]
    }

    /// Serves the versions of a definition; versions that are served no longer go.
    mutating func registerCustomResource(_ definition: Object) {
        let spec = definition["spec"]
        let names = spec?["names"]
        let group = spec?["group"]?.string ?? ""
        let plural = names?["plural"]?.string ?? ""
        resources.remove(GroupResource(group: group, resource: plural))
        guard !definition.isTerminating else { return }
        for version in spec?["versions"]?.array ?? [] where version["served"]?.bool == true {
            resources.add(
                ResourceType(
                    group: group, version: version["name"]?.string ?? "", plural: plural,
                    kind: names?["kind"]?.string ?? "",
                    singular: names?["singular"]?.string ?? (names?["kind"]?.string ?? "").lowercased(),
                    shortNames: names?["shortNames"]?.array?.compactMap(\.string) ?? [],
                    isNamespaced: spec?["scope"]?.string == "Namespaced",
                    categories: names?["categories"]?.array?.compactMap(\.string) ?? [],
                    verbs: ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"],
                    schemaType: "", subresources: (version["subresources"]?.object?.names ?? []).sorted()))
        }
    }

    /// Removes the kinds of a definition together with their objects.
    mutating func unregisterCustomResource(_ definition: Object) {
        let group = GroupResource(
            group: definition["spec"]?["group"]?.string ?? "",
            resource: definition["spec"]?["names"]?["plural"]?.string ?? "")
        guard let type = resources.types.first(where: { $0.groupResource == group }) else { return }
        for object in store.list(group, namespace: nil) { store.remove(object, of: type) }
        resources.remove(group)
    }

    /// The structural schema of a custom resource; `nil` when its definition has none.
    func structuralSchema(of resource: ResourceType) -> StructuralSchema? {
        customVersion(of: resource)?["schema"]?["openAPIV3Schema"].map(StructuralSchema.init)
    }

    /// The entry of the definition's versions that a custom resource is served by.
    package func customVersion(of resource: ResourceType) -> Value? {
        let definition = get(.customResourceDefinitions, ObjectKey(name: "\(resource.plural).\(resource.group)"))
        return definition?["spec"]?["versions"]?.array?.first { $0["name"]?.string == resource.version }
    }

    /// What every request for a version is answered with besides, when its definition calls it deprecated.
    func customDeprecation(of resource: ResourceType) -> [String] {
        guard resource.schemaType.isEmpty, let version = customVersion(of: resource), version.flag("deprecated") else {
            return []
        }
        return [version["deprecationWarning"]?.string ?? "\(resource.apiVersion) \(resource.kind) is deprecated"]
    }

    /// Prunes, completes and reads a custom object by its schema.
    func decodeCustom(_ request: APIRequest) throws(APIError) -> (object: Object, warnings: [String]) {
        let resource = request.resource
        guard case .object(let body) = request.body else {
            throw .badRequest("the object provided is unrecognized (must be of type \(resource.kind))")
        }
        var object = body
        var unknown = request.duplicateFields.map { "duplicate field \"\($0)\"" }
        if let schema = structuralSchema(of: resource) {
            for (name, part) in body where !["apiVersion", "kind", "metadata"].contains(name) {
                var value = part
                unknown += schema.pruneMember(name, &value).map { "unknown field \"\($0)\"" }
                object[name] = schema.keeps(name) ? value : nil
            }
            schema.completeRoot(&object)
        }
        object["apiVersion"] = .string(resource.apiVersion)
        object["kind"] = .string(resource.kind)
        guard !unknown.isEmpty else { return (object, []) }
        switch request.options.fieldValidation {
        case .ignore: return (object, [])
        case .warn: return (object, unknown)
        case .strict:
            throw .badRequest(
                "\(resource.kind) in version \"\(resource.version)\" cannot be handled as a \(resource.kind): strict decoding error: "
                    + unknown.joined(separator: ", "))
        }
    }

    /// What is wrong with an object: the rules of its kind, or of its definition's schema.
    func validationErrors(of object: Object, _ resource: ResourceType, old: Object?) -> [FieldError] {
        guard resource.schemaType.isEmpty else {
            return Validation.errors(for: object, resource: resource, old: old)
        }
        return CustomResourceRules.errors(in: object, resource, version: customVersion(of: resource) ?? .null)
    }
}

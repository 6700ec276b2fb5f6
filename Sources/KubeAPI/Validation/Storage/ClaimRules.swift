import Documents
import KubeModel

/// Source: pkg/apis/core/validation/validation.go, `ValidatePersistentVolumeClaimSpec`.
enum ClaimRules {
    static func check(_ claim: Object, _ errors: inout FieldErrors) {
        spec(claim.part("spec"), .spec, &errors)
    }

    static func spec(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if spec.list("accessModes").isEmpty {
            errors.required(path["accessModes"], "at least 1 access mode is required")
        }
        SelectorRules.check(spec["selector"], path["selector"], &errors)
        AccessModeRules.check(spec.texts("accessModes"), path["accessModes"], &errors)
        let storage = path["resources"].key("storage")
        if let amount = Quantity(spec.part("resources").map("requests")["storage"]) {
            if amount <= .zero { errors.invalid(storage, amount.description, "must be greater than zero") }
        } else {
            errors.required(storage)
        }
        if let name = spec["storageClassName"]?.string, !name.isEmpty {
            errors.invalid(path["storageClassName"], name, Names.subdomainProblems(name))
        }
        if let mode = spec["volumeMode"]?.string { errors.oneOf(path["volumeMode"], mode, ["Block", "Filesystem"]) }
        if let source = spec["dataSource"] { dataSource(source, path["dataSource"], &errors) }
        if let source = spec["dataSourceRef"] { dataSourceReference(source, spec, path, &errors) }
        if let name = spec["volumeAttributesClassName"]?.string, !name.isEmpty {
            errors.invalid(path["volumeAttributesClassName"], name, Names.subdomainProblems(name))
        }
    }

    private static func dataSource(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if source.text("name").isEmpty { errors.required(path["name"]) }
        if source.text("kind").isEmpty { errors.required(path["kind"]) }
        let group = source.text("apiGroup")
        if group.isEmpty, source.text("kind") != "PersistentVolumeClaim" {
            errors.invalid(
                path, source.text("kind"), "must be 'PersistentVolumeClaim' when referencing the default apiGroup")
        }
        if !group.isEmpty { errors.invalid(path["apiGroup"], group, Names.subdomainProblems(group)) }
    }

    private static func dataSourceReference(
        _ source: Value, _ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        dataSource(source, path["dataSourceRef"], &errors)
        let namespace = source.text("namespace")
        if !namespace.isEmpty {
            errors.invalid(path["dataSourceRef"]["namespace"], namespace, Names.labelProblems(namespace))
        }
        guard let older = spec["dataSource"] else { return }
        // The value shown is a path, which has nothing that Go's JSON could show.
        let shown = BadValue.value(.object([:]))
        if !namespace.isEmpty {
            errors.invalid(path, shown, "may not be specified when dataSourceRef.namespace is specified")
        } else if ["apiGroup", "kind", "name"].contains(where: { older[$0] != source[$0] }) {
            errors.invalid(path, shown, "must match dataSourceRef")
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let oldSpec = old.part("spec")
        var spec = new.part("spec")
        let isBound = old["status"]?["phase"] == "Bound"
        // The volume may be filled in once, and the request of a bound claim may grow.
        if oldSpec.text("volumeName").isEmpty { spec["volumeName"] = oldSpec["volumeName"] }
        if isBound, spec["resources"]?["requests"] != nil {
            spec["resources", "requests", "storage"] = oldSpec["resources"]?["requests"]?["storage"]
        }
        if isBound, spec["volumeAttributesClassName"] != nil {
            spec["volumeAttributesClassName"] = oldSpec["volumeAttributesClassName"]
        }
        if spec["storageClassName"] != nil, oldSpec["storageClassName"] == nil {
            spec["storageClassName"] = nil
        }
        if spec != oldSpec {
            errors.forbidden(
                .spec,
                "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound "
                    + "claims\n" + InternalForm.difference(spec, oldSpec, ofType: "PersistentVolumeClaimSpec"))
        }
        shrinks(new, old, &errors)
        errors.immutable(FieldPath(text: "volumeMode"), new.part("spec")["volumeMode"], oldSpec["volumeMode"])
        attributesClass(new.part("spec"), oldSpec, &errors)
    }

    private static func shrinks(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let request: (Object) -> Quantity? = {
            Quantity($0.part("spec").part("resources").map("requests")["storage"])
        }
        guard let now = request(new), let before = request(old), now < before else { return }
        // One that could not grow may ask for less again, but not for less than it has.
        guard now <= Quantity(old["status"]?["capacity"]?["storage"]) ?? .zero else { return }
        errors.forbidden(
            FieldPath.spec["resources"]["requests"]["storage"], "field can not be less than status.capacity")
    }

    private static func attributesClass(_ new: Value, _ old: Value, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["volumeAttributesClassName"]
        guard old["volumeAttributesClassName"] != nil else { return }
        switch new["volumeAttributesClassName"]?.string {
        case nil: errors.forbidden(path, "update from non-nil value to nil is forbidden")
        case "": errors.forbidden(path, "update from non-nil value to an empty string is forbidden")
        default: break
        }
    }
}

/// Source: pkg/apis/storage/validation/validation.go
enum StorageClassRules {
    static func check(_ storageClass: Object, _ errors: inout FieldErrors) {
        let provisioner = storageClass.text("provisioner").lowercased()
        let path = FieldPath(text: "provisioner")
        if provisioner.isEmpty {
            errors.required(path)
        } else {
            errors.invalid(path, provisioner, Names.qualifiedNameProblems(provisioner))
        }
        parameters(storageClass["parameters"]?.object ?? Object(), FieldPath(text: "parameters"), &errors)
        let policy = storageClass.text("reclaimPolicy")
        if !policy.isEmpty { errors.oneOf(FieldPath(text: "reclaimPolicy"), policy, ["Delete", "Retain"]) }
        errors.oneOf(
            FieldPath(text: "volumeBindingMode"), storageClass.text("volumeBindingMode"),
            ["Immediate", "WaitForFirstConsumer"])
        topologies(storageClass.list("allowedTopologies"), FieldPath(text: "allowedTopologies"), &errors)
    }

    private static func parameters(_ parameters: Object, _ path: FieldPath, _ errors: inout FieldErrors) {
        if parameters.count > 512 { errors.tooLong(path, maxBytes: 512) }
        var size = 0
        for (key, value) in parameters {
            if key.isEmpty { errors.invalid(path, key, "field can not be empty.") }
            size += key.utf8.count + (value.string ?? "").utf8.count
        }
        if size > 256 * 1024 { errors.tooLong(path, maxBytes: 256 * 1024) }
    }

    private static func topologies(_ terms: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, term) in terms.enumerated() {
            var keys: Set<String> = []
            for (place, expression) in term.list("matchLabelExpressions").enumerated() {
                let path = path[index]["matchLabelExpressions"][place]
                let values = expression.texts("values")
                if values.isEmpty { errors.required(path["values"]) }
                var seen: Set<String> = []
                for (number, value) in values.enumerated() where !seen.insert(value).inserted {
                    errors.duplicate(path["values"][number], .string(value))
                }
                let key = expression.text("key")
                errors.invalid(path["key"], key, Names.labelKeyProblems(key))
                if !keys.insert(key).inserted { errors.duplicate(path["key"], .string(key)) }
            }
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        for field in ["parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"] {
            errors.immutable(FieldPath(text: field), new[field], old[field])
        }
    }
}

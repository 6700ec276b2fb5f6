import Documents
import KubeModel

/// Source: k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
enum CustomResourceDefinitionRules {
    static func check(_ definition: Object, _ errors: inout FieldErrors) {
        let wanted = "\(definition.part("spec").part("names").text("plural")).\(definition.part("spec").text("group"))"
        MetadataRules.check(
            definition, isNamespaced: false,
            name: { name in
                let mismatch = name == wanted ? [] : ["must be spec.names.plural+\".\"+spec.group"]
                return Names.subdomainProblems(name) + mismatch
            }, &errors)
        spec(definition.part("spec"), &errors)
        rest(definition, &errors)
    }

    /// What is served under a name stays what it was; the group and the plural are part of the object's own name.
    static func checkUpdate(_ definition: Object, _ old: Object, _ errors: inout FieldErrors) {
        let new = definition.part("spec")
        let before = old.part("spec")
        spec(new, &errors)
        let names = FieldPath.spec["names"]
        if isEstablished(old) {
            errors.immutable(FieldPath.spec["scope"], new["scope"], before["scope"])
            errors.immutable(names["kind"], new.part("names")["kind"], before.part("names")["kind"])
        }
        errors.immutable(FieldPath.spec["group"], new["group"], before["group"])
        errors.immutable(names["plural"], new.part("names")["plural"], before.part("names")["plural"])
        rest(definition, &errors)
    }

    private static func isEstablished(_ definition: Object) -> Bool {
        definition.part("status").list("conditions").contains {
            $0.text("type") == "Established" && $0.text("status") == "True"
        }
    }

    private static func spec(_ spec: Value, _ errors: inout FieldErrors) {
        group(spec, &errors)
        scope(spec, &errors)
        VersionRules(spec).check(&errors)
        NameRules.check(spec.part("names"), FieldPath.spec["names"], &errors)
        SharedVersionParts(spec).check(&errors)
        conversion(spec.part("conversion"), FieldPath.spec["conversion"], &errors)
    }

    private static func conversion(_ conversion: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let strategy = conversion.text("strategy")
        if strategy.isEmpty {
            if conversion["webhook"] != nil { errors.required(path["strategy"]) }
        } else {
            errors.oneOf(path["strategy"], strategy, ["None", "Webhook"])
        }
        guard strategy != "Webhook", let webhook = conversion["webhook"] else { return }
        let rule = "should not be set when strategy is not set to Webhook"
        if webhook["clientConfig"] != nil { errors.forbidden(path["webhookClientConfig"], rule) }
        if !webhook.list("conversionReviewVersions").isEmpty {
            errors.forbidden(path["conversionReviewVersions"], rule)
        }
    }

    private static func rest(_ definition: Object, _ errors: inout FieldErrors) {
        let spec = definition.part("spec")
        storedVersions(definition, spec, &errors)
        approval(definition, spec, &errors)
        if spec.flag("preserveUnknownFields") {
            errors.invalid(
                FieldPath.spec["preserveUnknownFields"], .bool(true),
                "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead"
            )
        }
    }

    private static func group(_ spec: Value, _ errors: inout FieldErrors) {
        let group = spec.text("group")
        let path = FieldPath.spec["group"]
        if group.isEmpty { return errors.required(path) }
        let problems = Names.subdomainProblems(group)
        if !problems.isEmpty {
            errors.invalid(path, group, problems.joined(separator: ","))
        } else if !group.contains(".") {
            errors.invalid(path, group, "should be a domain with at least one dot")
        }
    }

    private static func scope(_ spec: Value, _ errors: inout FieldErrors) {
        let scope = spec.text("scope")
        if scope.isEmpty {
            errors.required(FieldPath.spec["scope"])
        } else {
            errors.oneOf(FieldPath.spec["scope"], scope, ["Cluster", "Namespaced"])
        }
    }

    private static func storedVersions(_ definition: Object, _ spec: Value, _ errors: inout FieldErrors) {
        let path = FieldPath(text: "status")["storedVersions"]
        let stored = (definition["status"]?["storedVersions"]?.array ?? []).map { $0.string ?? "" }
        let versions = spec.list("versions")
        let storage = versions.first { $0.flag("storage") }?.text("name")
        if stored.isEmpty, storage == nil {
            return errors.invalid(path, BadValue.null, "must have at least one stored version")
        }
        if !stored.isEmpty, let storage, !stored.contains(storage) {
            errors.invalid(path, .value(Value(stored)), "must have the storage version \(storage)")
        }
        for (index, name) in stored.enumerated() where !versions.contains(where: { $0.text("name") == name }) {
            errors.invalid(
                path[index], name,
                "missing from spec.versions; \(name) was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in \(name) and removes \(name) from status.storedVersions"
            )
        }
    }

    /// Groups of Kubernetes itself need its blessing.
    private static func approval(_ definition: Object, _ spec: Value, _ errors: inout FieldErrors) {
        let group = "." + spec.text("group")
        guard group.hasSuffix(".k8s.io") || group.hasSuffix(".kubernetes.io") else { return }
        let key = "api-approved.kubernetes.io"
        let path = FieldPath.metadata["annotations"].key(key)
        let text = definition.annotations[key]?.string ?? ""
        if text.isEmpty {
            errors.required(
                path,
                "protected groups must have approval annotation \"\(key)\", see https://github.com/kubernetes/enhancements/pull/1111"
            )
        } else if !text.hasPrefix("unapproved"), !text.hasPrefix("https://"), !text.hasPrefix("http://") {
            errors.invalid(
                path, text,
                "protected groups must have approval annotation \"\(key)\" with either a URL or a reason starting with \"unapproved\", see https://github.com/kubernetes/enhancements/pull/1111"
            )
        }
    }
}

import Documents
import KubeModel

/// What `metadata` must be. Source: k8s.io/apimachinery/pkg/api/validation/objectmeta.go
enum MetadataRules {
    /// What is wrong with a name, by the rule of the kind.
    typealias NameRule = @Sendable (String) -> [String]

    static func check(_ object: Object, isNamespaced: Bool, name rule: NameRule, _ errors: inout FieldErrors) {
        let metadata = object.part("metadata")
        check(metadata, .metadata, isNamespaced: isNamespaced, name: rule, &errors)
    }

    static func check(
        _ metadata: Value, _ path: FieldPath, isNamespaced: Bool, name rule: NameRule, _ errors: inout FieldErrors
    ) {
        let prefix = metadata.text("generateName")
        if !prefix.isEmpty { errors.invalid(path["generateName"], prefix, rule(masked(prefix))) }
        let name = metadata.text("name")
        if name.isEmpty {
            errors.required(path["name"], "name or generateName is required")
        } else {
            errors.invalid(path["name"], name, rule(name))
        }
        let namespace = metadata.text("namespace")
        if isNamespaced {
            if namespace.isEmpty {
                errors.required(path["namespace"])
            } else {
                errors.invalid(path["namespace"], namespace, Names.labelProblems(namespace))
            }
        } else if !namespace.isEmpty {
            errors.forbidden(path["namespace"], "not allowed on this type")
        }
        labels(metadata.map("labels"), path["labels"], &errors)
        annotations(metadata.map("annotations"), path["annotations"], &errors)
        ownerReferences(metadata.list("ownerReferences"), path["ownerReferences"], &errors)
        finalizers(metadata.texts("finalizers"), path["finalizers"], &errors)
    }

    /// An object that is being deleted takes no new finalizers.
    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        guard old.isTerminating else { return }
        let added = Set(new.finalizers).subtracting(old.finalizers).sorted()
        guard !added.isEmpty else { return }
        let shown = added.map(GoText.quoted).joined(separator: ", ")
        errors.forbidden(
            FieldPath.metadata["finalizers"],
            "no new finalizers can be added if the object is being deleted, found new finalizers []string{\(shown)}")
    }

    /// A prefix may end with a hyphen, because random letters follow it.
    private static func masked(_ prefix: String) -> String {
        prefix.utf8.count > 1 && prefix.hasSuffix("-") ? prefix.dropLast() + "a" : prefix
    }

    static func labels(_ labels: Object, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (key, value) in labels {
            errors.invalid(path, key, Names.labelKeyProblems(key))
            errors.invalid(path, value.string ?? "", Names.labelValueProblems(value.string ?? ""))
        }
    }

    private static let annotationBytesMax = 256 * 1024

    static func annotations(_ annotations: Object, _ path: FieldPath, _ errors: inout FieldErrors) {
        var size = 0
        for (key, value) in annotations {
            errors.invalid(path, key, Names.qualifiedNameProblems(key.lowercased()))
            size += key.utf8.count + (value.string ?? "").utf8.count
        }
        if size > annotationBytesMax { errors.tooLong(path, maxBytes: annotationBytesMax) }
    }

    static func ownerReferences(_ references: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        var controller: String?
        for (index, reference) in references.enumerated() {
            let path = path[index]
            if reference.text("apiVersion").isEmpty {
                errors.invalid(path["apiVersion"], "", "version must not be empty")
            }
            for field in ["kind", "name", "uid"] where reference.text(field).isEmpty {
                errors.invalid(path[field], "", "must not be empty")
            }
            guard reference.flag("controller") else { continue }
            if let first = controller {
                errors.invalid(
                    FieldPath(text: "metadata.ownerReferences"), .value(.array(references)),
                    "Only one reference can have Controller set to true. Found \"true\" in references for \(first) and "
                        + reference.text("name"))
            }
            controller = controller ?? reference.text("name")
        }
    }

    private static let plainFinalizers: Set<String> = ["kubernetes", "orphan", "foregroundDeletion"]

    static func finalizers(_ finalizers: [String], _ path: FieldPath, _ errors: inout FieldErrors) {
        for finalizer in finalizers {
            errors.invalid(path, finalizer, Names.qualifiedNameProblems(finalizer))
            if !finalizer.contains("/"), !plainFinalizers.contains(finalizer) {
                errors.invalid(
                    path, finalizer, "name is neither a standard finalizer name nor is it fully qualified")
            }
        }
        if finalizers.contains("orphan"), finalizers.contains("foregroundDeletion") {
            errors.invalid(
                path, .value(Value(finalizers)), "finalizer orphan and foregroundDeletion cannot be both set")
        }
    }
}

/// The rules for names of kinds.
extension MetadataRules {
    static let subdomain: NameRule = { Names.subdomainProblems($0) }
    static let label: NameRule = { Names.labelProblems($0) }
    /// Anything that can stand between the slashes of an address.
    static let pathSegment: NameRule = { Names.pathSegmentProblems($0) }
}

import Documents
import KubeModel

/// Source: pkg/apis/rbac/validation/validation.go
enum RoleRules {
    static func check(_ role: Object, isNamespaced: Bool, _ errors: inout FieldErrors) {
        for (index, rule) in role.list("rules").enumerated() {
            self.rule(rule, isNamespaced: isNamespaced, FieldPath(text: "rules")[index], &errors)
        }
        guard !isNamespaced, let aggregation = role["aggregationRule"] else { return }
        let path = FieldPath(text: "aggregationRule")["clusterRoleSelectors"]
        let selectors = aggregation.list("clusterRoleSelectors")
        if selectors.isEmpty {
            errors.required(path, "at least one clusterRoleSelector required if aggregationRule is non-nil")
        }
        for (index, selector) in selectors.enumerated() {
            SelectorRules.check(selector, path[index], &errors)
            if SelectorRules.usable(selector) == nil {
                errors.invalid(path[index], BadValue.null, "invalid label selector.")
            }
        }
    }

    private static func rule(
        _ rule: Value, isNamespaced: Bool, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        if rule.list("verbs").isEmpty { errors.required(path["verbs"], "verbs must contain at least one value") }
        let addresses = rule.list("nonResourceURLs")
        guard addresses.isEmpty else {
            let path = path["nonResourceURLs"]
            if isNamespaced {
                errors.invalid(path, .array(addresses), "namespaced rules cannot apply to non-resource URLs")
            }
            if ["apiGroups", "resources", "resourceNames"].contains(where: { !rule.list($0).isEmpty }) {
                errors.invalid(
                    path, .array(addresses), "rules cannot apply to both regular resources and non-resource URLs")
            }
            return
        }
        if rule.list("apiGroups").isEmpty {
            errors.required(path["apiGroups"], "resource rules must supply at least one api group")
        }
        if rule.list("resources").isEmpty {
            errors.required(path["resources"], "resource rules must supply at least one resource")
        }
    }
}

/// Source: pkg/apis/rbac/validation/validation.go
enum RoleBindingRules {
    private static let group = "rbac.authorization.k8s.io"

    static func check(_ binding: Object, isNamespaced: Bool, _ errors: inout FieldErrors) {
        let reference = binding.part("roleRef")
        let path = FieldPath(text: "roleRef")
        errors.oneOf(path["apiGroup"], reference.text("apiGroup"), [group])
        errors.oneOf(path["kind"], reference.text("kind"), isNamespaced ? ["Role", "ClusterRole"] : ["ClusterRole"])
        let name = reference.text("name")
        if name.isEmpty {
            errors.required(path["name"])
        } else {
            errors.invalid(path["name"], name, Names.pathSegmentProblems(name))
        }
        for (index, subject) in binding.list("subjects").enumerated() {
            self.subject(subject, isNamespaced: isNamespaced, FieldPath(text: "subjects")[index], &errors)
        }
    }

    private static func subject(
        _ subject: Value, isNamespaced: Bool, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let name = subject.text("name")
        if name.isEmpty { errors.required(path["name"]) }
        let apiGroup = subject.text("apiGroup")
        switch subject.text("kind") {
        case "ServiceAccount":
            if !name.isEmpty { errors.invalid(path["name"], name, Names.subdomainProblems(name)) }
            if !apiGroup.isEmpty { errors.notSupported(path["apiGroup"], apiGroup, [""]) }
            if !isNamespaced, subject.text("namespace").isEmpty { errors.required(path["namespace"]) }
        case "User", "Group": errors.oneOf(path["apiGroup"], apiGroup, [group])
        case let kind: errors.notSupported(path["kind"], kind, ["ServiceAccount", "User", "Group"])
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let reference = new.part("roleRef")
        guard reference != old.part("roleRef") else { return }
        errors.invalid(
            FieldPath(text: "roleRef"),
            .members([
                .init("APIGroup", .string(reference.text("apiGroup"))),
                .init("Kind", .string(reference.text("kind"))), .init("Name", .string(reference.text("name"))),
            ]), "cannot change roleRef")
    }
}

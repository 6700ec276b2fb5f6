import Documents
import KubeModel

/// Which requests belong together. Source: pkg/apis/flowcontrol/validation/validation.go
enum FlowSchemaRules {
    private static let precedenceMax: Int64 = 10_000

    static func check(_ schema: Object, _ errors: inout FieldErrors) {
        let spec = schema.part("spec")
        let precedence = spec.number("matchingPrecedence") ?? 0
        let place = FieldPath.spec["matchingPrecedence"]
        if precedence <= 0 { errors.invalid(place, precedence, "must be a positive value") }
        if precedence > precedenceMax {
            errors.invalid(place, precedence, "must not be greater than \(precedenceMax)")
        }
        if precedence == 1, schema.name != "exempt" {
            errors.invalid(place, precedence, "only the schema named 'exempt' may have matchingPrecedence 1")
        }
        if let method = spec["distinguisherMethod"] {
            errors.oneOf(
                FieldPath.spec["distinguisherMethod"]["type"], method.text("type"), ["ByNamespace", "ByUser"])
        }
        let level = spec.part("priorityLevelConfiguration").text("name")
        let levelPath = FieldPath.spec["priorityLevelConfiguration"]["name"]
        if level.isEmpty {
            errors.required(levelPath, "must reference a priority level")
        } else {
            errors.invalid(levelPath, level, Names.subdomainProblems(level))
        }
        for (index, rule) in spec.list("rules").enumerated() {
            self.rule(rule, FieldPath.spec["rules"][index], &errors)
        }
    }

    private static func rule(_ rule: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let subjects = rule.list("subjects")
        if subjects.isEmpty { errors.required(path["subjects"], "subjects must contain at least one value") }
        for (index, subject) in subjects.enumerated() { self.subject(subject, path["subjects"][index], &errors) }
        let resources = rule.list("resourceRules")
        let others = rule.list("nonResourceRules")
        if resources.isEmpty, others.isEmpty {
            errors.required(path, "at least one of resourceRules and nonResourceRules has to be non-empty")
        }
        for (index, rule) in resources.enumerated() { resource(rule, path["resourceRules"][index], &errors) }
        for (index, rule) in others.enumerated() {
            let path = path["nonResourceRules"][index]
            verbs(rule, path, &errors)
            if rule.list("nonResourceURLs").isEmpty {
                errors.required(path["nonResourceURLs"], "nonResourceURLs must contain at least one value")
            }
        }
    }

    private static func subject(_ subject: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch subject.text("kind") {
        case "ServiceAccount":
            let account = subject.part("serviceAccount")
            if account.text("namespace").isEmpty {
                errors.required(path["serviceAccount"]["namespace"], "must specify namespace for service account")
            }
            if account.text("name").isEmpty { errors.required(path["serviceAccount"]["name"]) }
        case "User":
            if subject.part("user").text("name").isEmpty { errors.required(path["user"]["name"]) }
        case "Group":
            if subject.part("group").text("name").isEmpty { errors.required(path["group"]["name"]) }
        case let kind: errors.notSupported(path["kind"], kind, ["Group", "ServiceAccount", "User"])
        }
    }

    private static func verbs(_ rule: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let verbs = rule.texts("verbs")
        if verbs.isEmpty { errors.required(path["verbs"], "verbs must contain at least one value") }
        if verbs.contains("*") {
            guard verbs.count > 1 else { return }
            errors.invalid(path["verbs"], .value(Value(verbs)), "if '*' is present, must not specify other verbs")
        } else if !Set(verbs).isSubset(of: supportedVerbs) {
            errors.notSupported(path["verbs"], .value(Value(verbs)), supportedVerbs)
        }
    }

    private static let supportedVerbs = [
        "connect", "create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch",
    ]

    private static func resource(_ rule: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        verbs(rule, path, &errors)
        if rule.list("apiGroups").isEmpty {
            errors.required(path["apiGroups"], "resource rules must supply at least one api group")
        }
        if rule.list("resources").isEmpty {
            errors.required(path["resources"], "resource rules must supply at least one resource")
        }
        if rule.list("namespaces").isEmpty, !rule.flag("clusterScope") {
            errors.required(
                path["namespaces"], "resource rules that are not cluster scoped must supply at least one namespace")
        }
    }
}

/// How many requests of a level are served at once. Source: pkg/apis/flowcontrol/validation/validation.go
enum PriorityLevelRules {
    static func check(_ level: Object, _ errors: inout FieldErrors) {
        let spec = level.part("spec")
        switch spec.text("type") {
        case "Exempt":
            if spec["limited"] != nil {
                errors.forbidden(FieldPath.spec["limited"], "must be nil if the type is not Limited")
            }
        case "Limited":
            if spec["exempt"] != nil {
                errors.forbidden(FieldPath.spec["exempt"], "must be nil if the type is Limited")
            }
            guard let limited = spec["limited"] else {
                return errors.required(FieldPath.spec["limited"], "must not be empty when type is Limited")
            }
            self.limited(limited, FieldPath.spec["limited"], &errors)
        case let type: errors.notSupported(FieldPath.spec["type"], type, ["Exempt", "Limited"])
        }
    }

    private static func limited(_ limited: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let shares = limited.number("nominalConcurrencyShares"), shares < 0 {
            errors.invalid(path["nominalConcurrencyShares"], shares, "must be a non-negative integer")
        }
        if let percent = limited.number("lendablePercent"), !(0...100).contains(percent) {
            errors.invalid(path["lendablePercent"], percent, "must be between 0 and 100, inclusive")
        }
        let response = limited.part("limitResponse")
        let place = path["limitResponse"]
        switch response.text("type") {
        case "Reject":
            if response["queuing"] != nil {
                errors.forbidden(place["queuing"], "must be nil if limited.limitResponse.type is not Limited")
            }
        case "Queue":
            guard let queuing = response["queuing"] else {
                return errors.required(
                    place["queuing"], "must not be empty if limited.limitResponse.type is Limited")
            }
            for field in ["queueLengthLimit", "queues", "handSize"] where (queuing.number(field) ?? 0) <= 0 {
                errors.invalid(place["queuing"][field], queuing.number(field) ?? 0, "must be positive")
            }
        case let type: errors.notSupported(place["type"], type, ["Queue", "Reject"])
        }
    }
}

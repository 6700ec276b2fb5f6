import Documents
import KubeModel

/// Node selectors, and affinity to nodes and pods.
enum AffinityRules {
    private static let required = "requiredDuringSchedulingIgnoredDuringExecution"
    private static let preferred = "preferredDuringSchedulingIgnoredDuringExecution"

    static func check(_ affinity: Value?, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let nodes = affinity?["nodeAffinity"] { nodeAffinity(nodes, path["nodeAffinity"], &errors) }
        for kind in ["podAffinity", "podAntiAffinity"] {
            if let pods = affinity?[kind] { podAffinity(pods, path[kind], &errors) }
        }
    }

    private static func nodeAffinity(_ affinity: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let selector = affinity[required] { nodeSelector(selector, path[required], &errors) }
        for (index, term) in affinity.list(preferred).enumerated() {
            let path = path[preferred][index]
            weight(term, path, &errors)
            // One node alone satisfies any preference, so the values of labels are not looked at.
            nodeSelectorTerm(term.part("preference"), path["preference"], checksValues: false, &errors)
        }
    }

    private static func weight(_ term: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let weight = term.number("weight") ?? 0
        if !(1...100).contains(weight) { errors.invalid(path["weight"], weight, "must be in the range 1-100") }
    }

    static func nodeSelector(_ selector: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let terms = selector.list("nodeSelectorTerms")
        if terms.isEmpty {
            return errors.required(path["nodeSelectorTerms"], "must have at least one node selector term")
        }
        for (index, term) in terms.enumerated() { nodeSelectorTerm(term, path["nodeSelectorTerms"][index], &errors) }
    }

    private static func nodeSelectorTerm(
        _ term: Value, _ path: FieldPath, checksValues: Bool = true, _ errors: inout FieldErrors
    ) {
        for (index, expression) in term.list("matchExpressions").enumerated() {
            nodeExpression(expression, path["matchExpressions"][index], &errors)
            if checksValues { values(expression, path["matchExpressions"][index]["values"], &errors) }
        }
        for (index, field) in term.list("matchFields").enumerated() {
            nodeField(field, path["matchFields"][index], &errors)
        }
    }

    private static func nodeExpression(_ expression: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let operation = expression.text("operator")
        let values = expression.texts("values")
        switch operation {
        case "In", "NotIn":
            if values.isEmpty {
                errors.required(path["values"], "must be specified when `operator` is 'In' or 'NotIn'")
            }
        case "Exists", "DoesNotExist":
            if !values.isEmpty {
                errors.forbidden(path["values"], "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
            }
        case "Gt", "Lt":
            if values.count != 1 {
                errors.required(path["values"], "must be specified single value when `operator` is 'Lt' or 'Gt'")
            }
        default: errors.invalid(path["operator"], operation, "not a valid selector operator")
        }
        let key = expression.text("key")
        errors.invalid(path["key"], key, Names.labelKeyProblems(key))
    }

    private static func values(_ expression: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, value) in expression.texts("values").enumerated() {
            errors.invalid(path[index], value, Names.labelValueProblems(value))
        }
    }

    private static func nodeField(_ field: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let values = field.texts("values")
        switch field.text("operator") {
        case "In", "NotIn":
            if values.count != 1 {
                errors.required(
                    path["values"],
                    "must be only one value when `operator` is 'In' or 'NotIn' for node field selector")
            }
        case let operation: errors.invalid(path["operator"], operation, "not a valid selector operator")
        }
        guard field.text("key") == "metadata.name" else {
            return errors.invalid(path["key"], field.text("key"), "not a valid field selector key")
        }
        for (index, value) in values.enumerated() {
            errors.invalid(path["values"][index], value, Names.subdomainProblems(value))
        }
    }

    private static func podAffinity(_ affinity: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, term) in affinity.list(required).enumerated() {
            podAffinityTerm(term, path[required][index], &errors)
        }
        for (index, term) in affinity.list(preferred).enumerated() {
            let path = path[preferred][index]
            weight(term, path, &errors)
            podAffinityTerm(term.part("podAffinityTerm"), path["podAffinityTerm"], &errors)
        }
    }

    private static func podAffinityTerm(_ term: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        SelectorRules.check(term["labelSelector"], path["labelSelector"], &errors)
        SelectorRules.check(term["namespaceSelector"], path["namespaceSelector"], &errors)
        for name in term.texts("namespaces") {
            errors.invalid(path["namespace"], name, Names.labelProblems(name))
        }
        matchLabelKeys(term, path, &errors)
        let key = term.text("topologyKey")
        if key.isEmpty { errors.required(path["topologyKey"], "can not be empty") }
        errors.invalid(path["topologyKey"], key, Names.labelKeyProblems(key))
    }

    private static func matchLabelKeys(_ term: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for field in ["matchLabelKeys", "mismatchLabelKeys"] {
            let keys = term.texts(field)
            if !keys.isEmpty, term["labelSelector"] == nil {
                errors.forbidden(path[field], "must not be specified when labelSelector is not set")
                continue
            }
            for (index, key) in keys.enumerated() {
                errors.invalid(path[field][index], key, Names.labelKeyProblems(key))
            }
        }
        let others = Set(term.texts("mismatchLabelKeys"))
        for (index, key) in term.texts("matchLabelKeys").enumerated() where others.contains(key) {
            errors.invalid(
                path["matchLabelKeys"][index], key, "exists in both matchLabelKeys and mismatchLabelKeys")
        }
    }
}

/// How pods spread over domains of nodes.
enum SpreadRules {
    static func check(_ constraints: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, constraint) in constraints.enumerated() {
            let item = path[index]
            let skew = constraint.number("maxSkew") ?? 0
            if skew <= 0 { errors.invalid(item["maxSkew"], skew, "must be greater than zero") }
            let key = constraint.text("topologyKey")
            if key.isEmpty { errors.required(item["topologyKey"], "can not be empty") }
            let action = constraint.text("whenUnsatisfiable")
            errors.oneOf(item["whenUnsatisfiable"], action, ["DoNotSchedule", "ScheduleAnyway"])
            let isRepeated = constraints[(index + 1)...].contains {
                $0.text("topologyKey") == key && $0.text("whenUnsatisfiable") == action
            }
            if isRepeated {
                errors.duplicate(item["{topologyKey, whenUnsatisfiable}"], .string("{\(key), \(action)}"))
            }
            minDomains(constraint, action, item["minDomains"], &errors)
            for field in ["nodeAffinityPolicy", "nodeTaintsPolicy"] {
                if let policy = constraint[field]?.string { errors.oneOf(item[field], policy, ["Honor", "Ignore"]) }
            }
            matchLabelKeys(constraint, item["matchLabelKeys"], &errors)
            SelectorRules.check(constraint["labelSelector"], item["labelSelector"], &errors)
        }
    }

    private static func minDomains(
        _ constraint: Value, _ action: String, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        guard let count = constraint.number("minDomains") else { return }
        if count <= 0 { errors.invalid(path, count, "must be greater than zero") }
        if action != "DoNotSchedule" {
            errors.invalid(
                path, count, "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not \(action)")
        }
    }

    private static func matchLabelKeys(_ constraint: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let keys = constraint.texts("matchLabelKeys")
        if !keys.isEmpty, constraint["labelSelector"] == nil {
            errors.forbidden(path, "must not be specified when labelSelector is not set")
        }
        let selected =
            (constraint["labelSelector"]?.map("matchLabels").names ?? [])
            + (constraint["labelSelector"]?.list("matchExpressions").map { $0.text("key") } ?? [])
        for (index, key) in keys.enumerated() {
            errors.invalid(path[index], key, Names.labelKeyProblems(key))
            if selected.contains(key) {
                errors.invalid(path[index], key, "exists in both matchLabelKeys and labelSelector")
            }
        }
    }
}

/// Which taints of nodes a pod tolerates.
enum TolerationRules {
    static func check(_ tolerations: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, toleration) in tolerations.enumerated() {
            let path = path[index]
            let key = toleration.text("key")
            let operation = toleration.text("operator")
            if !key.isEmpty { errors.invalid(path["key"], key, Names.labelKeyProblems(key)) }
            if key.isEmpty, operation != "Exists" {
                errors.invalid(
                    path["operator"], operation,
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\"")
            }
            let effect = toleration.text("effect")
            if toleration["tolerationSeconds"] != nil, effect != "NoExecute" {
                errors.invalid(
                    path["effect"], effect, "effect must be 'NoExecute' when `tolerationSeconds` is set")
            }
            value(toleration.text("value"), operation, path["operator"], &errors)
            if !effect.isEmpty {
                errors.oneOf(path["effect"], effect, ["NoSchedule", "PreferNoSchedule", "NoExecute"])
            }
        }
    }

    private static func value(_ value: String, _ operation: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch operation {
        case "", "Equal":
            let problems = Names.labelValueProblems(value)
            if !problems.isEmpty { errors.invalid(path, value, problems.joined(separator: ";")) }
        case "Exists":
            if !value.isEmpty { errors.invalid(path, value, "value must be empty when `operator` is 'Exists'") }
        default: errors.notSupported(path, operation, ["Equal", "Exists"])
        }
    }
}

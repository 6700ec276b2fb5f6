import Documents
import KubeModel

/// Source: pkg/apis/policy/validation/validation.go
enum DisruptionBudgetRules {
    static func check(_ budget: Object, _ errors: inout FieldErrors) {
        let spec = budget.part("spec")
        if spec["minAvailable"] != nil, spec["maxUnavailable"] != nil {
            errors.invalid(.spec, shown(spec), "minAvailable and maxUnavailable cannot be both set")
        }
        for field in ["minAvailable", "maxUnavailable"] {
            guard let amount = spec[field] else { continue }
            AmountRules.countOrPercent(FieldPath.spec[field], amount, &errors)
            AmountRules.atMostHundredPercent(FieldPath.spec[field], amount, &errors)
        }
        SelectorRules.check(spec["selector"], FieldPath.spec["selector"], &errors)
        if let policy = spec["unhealthyPodEvictionPolicy"]?.string {
            errors.oneOf(
                FieldPath.spec["unhealthyPodEvictionPolicy"], policy, ["AlwaysAllow", "IfHealthyBudget"])
        }
    }

    private static func shown(_ spec: Value) -> BadValue {
        .members([
            .init("MinAvailable", BadValue(spec["minAvailable"])),
            .init("Selector", SelectorRules.shown(spec["selector"])),
            .init("MaxUnavailable", BadValue(spec["maxUnavailable"])),
            .init("UnhealthyPodEvictionPolicy", BadValue(spec["unhealthyPodEvictionPolicy"])),
        ])
    }
}

/// Source: pkg/apis/scheduling/validation/validation.go
enum PriorityClassRules {
    private static let userMax: Int64 = 1_000_000_000
    private static let ofSystem: [String: Int64] = [
        "system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000,
    ]

    static func check(_ priorityClass: Object, _ errors: inout FieldErrors) {
        let name = priorityClass.name
        let value = priorityClass["value"]?.integer ?? 0
        if name.hasPrefix("system-") {
            let problem: String? =
                switch ofSystem[name] {
                case nil: "\(name) is not a known system priority class"
                case let known?: known == value ? nil : "value of \(name) PriorityClass must be \(known)"
                }
            if let problem {
                errors.forbidden(
                    FieldPath.metadata["name"],
                    "priority class names with 'system-' prefix are reserved for system use only. error: \(problem)")
            }
        } else if value > userMax {
            errors.forbidden(
                FieldPath(text: "value"), "maximum allowed value of a user defined priority is \(userMax)")
        }
        guard let policy = priorityClass["preemptionPolicy"]?.string else { return }
        let path = FieldPath(text: "preemptionPolicy")
        if policy.isEmpty {
            errors.required(path)
        } else {
            errors.oneOf(path, policy, ["PreemptLowerPriority", "Never"])
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        if new["value"] != old["value"] {
            errors.forbidden(FieldPath(text: "value"), "may not be changed in an update.")
        }
        errors.immutable(
            FieldPath(text: "preemptionPolicy"), new["preemptionPolicy"], old["preemptionPolicy"])
    }
}

/// Source: pkg/apis/node/validation/validation.go
enum RuntimeClassRules {
    static func check(_ runtimeClass: Object, _ errors: inout FieldErrors) {
        let handler = runtimeClass.text("handler")
        errors.invalid(FieldPath(text: "handler"), handler, Names.labelProblems(handler))
        if let overhead = runtimeClass["overhead"]?["podFixed"] {
            ResourceRules.requirements(
                .object(["limits": overhead]), FieldPath(text: "overhead")["podFixed"], &errors)
        }
        guard let scheduling = runtimeClass["scheduling"] else { return }
        let path = FieldPath(text: "scheduling")
        MetadataRules.labels(scheduling.map("nodeSelector"), path["nodeSelector"], &errors)
        TolerationRules.check(scheduling.list("tolerations"), path["tolerations"], &errors)
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        errors.immutable(FieldPath(text: "handler"), new["handler"], old["handler"])
    }
}

import Documents
import KubeModel

/// Source: pkg/apis/apps/validation/validation.go, `ValidateDeploymentSpec`.
enum DeploymentRules {
    static func check(_ deployment: Object, _ errors: inout FieldErrors) {
        let spec = deployment.part("spec")
        let path = FieldPath.spec
        errors.notNegative(path["replicas"], spec.number("replicas"))
        WorkloadSelector.check(spec, "deployment", invalid: "invalid label selector", &errors)
        if let selector = WorkloadSelector.usable(spec) {
            PodRules.labelsMatch(spec.part("template"), selector, path["template"], &errors)
            PodRules.template(spec.part("template"), path["template"], &errors)
            PodRules.runsForEver(spec.part("template"), path["template"], kind: "ReplicaSet", &errors)
        }
        strategy(spec.part("strategy"), path["strategy"], &errors)
        let minReady = spec.number("minReadySeconds") ?? 0
        errors.notNegative(path["minReadySeconds"], minReady)
        errors.notNegative(path["revisionHistoryLimit"], spec.number("revisionHistoryLimit"))
        if let deadline = spec.number("progressDeadlineSeconds") {
            errors.notNegative(path["progressDeadlineSeconds"], deadline)
            if deadline <= minReady {
                errors.invalid(path["progressDeadlineSeconds"], deadline, "must be greater than minReadySeconds")
            }
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let selector = new["spec"]?["selector"]
        if selector != old["spec"]?["selector"] {
            errors.invalid(FieldPath.spec["selector"], SelectorRules.shown(selector), "field is immutable")
        }
    }

    private static func strategy(_ strategy: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let rolling = strategy["rollingUpdate"]
        switch strategy.text("type") {
        case "Recreate":
            if rolling != nil {
                errors.forbidden(
                    path["rollingUpdate"], "may not be specified when strategy `type` is 'Recreate'")
            }
        case "RollingUpdate":
            guard let rolling else {
                return errors.required(path["rollingUpdate"], "this should be defaulted and never be nil")
            }
            rollingUpdate(rolling, path["rollingUpdate"], &errors)
        default:
            errors.notSupported(
                path, InternalForm.rollingStrategy(strategy, ["maxUnavailable", "maxSurge"]),
                ["Recreate", "RollingUpdate"])
        }
    }

    private static func rollingUpdate(_ update: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let unavailable = update["maxUnavailable"]
        AmountRules.countOrPercent(path["maxUnavailable"], unavailable, &errors)
        AmountRules.countOrPercent(path["maxSurge"], update["maxSurge"], &errors)
        if AmountRules.amount(unavailable) == 0, AmountRules.amount(update["maxSurge"]) == 0 {
            errors.invalid(path["maxUnavailable"], unavailable, "may not be 0 when `maxSurge` is 0")
        }
        AmountRules.atMostHundredPercent(path["maxUnavailable"], unavailable, &errors)
    }
}

/// The `spec.selector` that most workloads have.
enum WorkloadSelector {
    /// `name` stands in `empty selector is invalid for deployment`; `invalid` is said of a selector with mistakes.
    static func check(_ spec: Value, _ name: String, invalid: String, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["selector"]
        guard let selector = spec["selector"] else { return errors.required(path) }
        SelectorRules.check(selector, path, &errors)
        if SelectorRules.isEmpty(selector) {
            errors.invalid(path, SelectorRules.shown(selector), "empty selector is invalid for \(name)")
        }
        if usable(spec) == nil { errors.invalid(path, SelectorRules.shown(selector), invalid) }
    }

    /// The selector, when it can be used; a missing one selects nothing.
    static func usable(_ spec: Value) -> LabelSelector? { SelectorRules.usable(spec["selector"]) }
}

/// Source: pkg/apis/apps/validation/validation.go, `ValidateReplicaSetSpec`.
enum ReplicaSetRules {
    static func check(_ set: Object, _ errors: inout FieldErrors) {
        let spec = set.part("spec")
        errors.notNegative(FieldPath.spec["replicas"], spec.number("replicas"))
        errors.notNegative(FieldPath.spec["minReadySeconds"], spec.number("minReadySeconds"))
        WorkloadSelector.check(spec, "deployment", invalid: "invalid label selector", &errors)
        guard let selector = WorkloadSelector.usable(spec) else { return }
        let path = FieldPath.spec["template"]
        PodRules.labelsMatch(spec.part("template"), selector, path, &errors)
        PodRules.template(spec.part("template"), path, &errors)
        PodRules.runsForEver(spec.part("template"), path, kind: "ReplicaSet", &errors)
    }
}

/// Source: pkg/apis/core/validation/validation.go, `ValidateReplicationControllerSpec`.
enum ReplicationControllerRules {
    static func check(_ controller: Object, _ errors: inout FieldErrors) {
        let spec = controller.part("spec")
        errors.notNegative(FieldPath.spec["minReadySeconds"], spec.number("minReadySeconds"))
        let selector = LabelSelector(selector: spec.part("selector"), isPlainMap: true)
        if selector.isEverything { errors.required(FieldPath.spec["selector"]) }
        errors.notNegative(FieldPath.spec["replicas"], spec.number("replicas"))
        let path = FieldPath.spec["template"]
        guard let template = spec["template"] else { return errors.required(path) }
        PodRules.labelsMatch(template, selector, path, &errors)
        PodRules.template(template, path, &errors)
        PodRules.runsForEver(template, path, kind: "ReplicationController", &errors)
    }
}

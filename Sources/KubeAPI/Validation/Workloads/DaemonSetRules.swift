import Documents
import KubeModel

/// Source: pkg/apis/apps/validation/validation.go, `ValidateDaemonSetSpec`.
enum DaemonSetRules {
    static func check(_ set: Object, _ errors: inout FieldErrors) {
        let spec = set.part("spec")
        let template = FieldPath.spec["template"]
        SelectorRules.check(spec["selector"], FieldPath.spec["selector"], &errors)
        if let selector = WorkloadSelector.usable(spec) {
            let labels = spec.part("template").part("metadata")["labels"]
            if !selector.matches(labels?.object ?? Object()) {
                errors.invalid(
                    template["metadata"]["labels"], labels, "`selector` does not match template `labels`")
            }
        }
        if let selector = spec["selector"], SelectorRules.isEmpty(selector) {
            errors.invalid(
                FieldPath.spec["selector"], SelectorRules.shown(selector), "empty selector is invalid for daemonset")
        }
        PodRules.template(spec.part("template"), template, &errors)
        PodRules.runsForEver(spec.part("template"), template, kind: "DaemonSet", &errors)
        errors.notNegative(FieldPath.spec["minReadySeconds"], spec.number("minReadySeconds"))
        strategy(spec.part("updateStrategy"), FieldPath.spec["updateStrategy"], &errors)
        errors.notNegative(FieldPath.spec["revisionHistoryLimit"], spec.number("revisionHistoryLimit"))
    }

    private static func strategy(_ strategy: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch strategy.text("type") {
        case "OnDelete": break
        case "RollingUpdate":
            guard let rolling = strategy["rollingUpdate"] else { return errors.required(path["rollingUpdate"]) }
            rollingUpdate(rolling, path["rollingUpdate"], &errors)
        default:
            errors.notSupported(
                path, InternalForm.rollingStrategy(strategy, ["maxUnavailable", "maxSurge"]),
                ["RollingUpdate", "OnDelete"])
        }
    }

    private static func rollingUpdate(_ update: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for field in ["maxUnavailable", "maxSurge"] {
            AmountRules.countOrPercent(path[field], update[field], &errors)
        }
        for field in ["maxUnavailable", "maxSurge"] {
            AmountRules.atMostHundredPercent(path[field], update[field], &errors)
        }
        let unavailable = AmountRules.amount(update["maxUnavailable"])
        let surge = AmountRules.amount(update["maxSurge"])
        if unavailable != 0, surge != 0 {
            errors.invalid(path["maxSurge"], update["maxSurge"], "may not be set when maxUnavailable is non-zero")
        } else if unavailable == 0, surge == 0 {
            errors.required(path["maxUnavailable"], "cannot be 0 when maxSurge is 0")
        }
    }
}

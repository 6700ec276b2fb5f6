import Documents
import KubeModel

/// Source: pkg/apis/apps/validation/validation.go, `ValidateStatefulSetSpec`.
enum StatefulSetRules {
    static func check(_ set: Object, _ errors: inout FieldErrors) {
        let spec = set.part("spec")
        let path = FieldPath.spec
        let management = spec.text("podManagementPolicy")
        if management != "OrderedReady", management != "Parallel" {
            errors.invalid(path["podManagementPolicy"], management, "must be 'OrderedReady' or 'Parallel'")
        }
        strategy(spec.part("updateStrategy"), path["updateStrategy"], &errors)
        retention(spec, path["persistentVolumeClaimRetentionPolicy"], &errors)
        errors.notNegative(path["replicas"], spec.number("replicas"))
        errors.notNegative(path["minReadySeconds"], spec.number("minReadySeconds"))
        errors.notNegative(path["ordinals"]["start"], spec["ordinals"]?.number("start"))
        WorkloadSelector.check(spec, "statefulset", invalid: "", &errors)
        if let selector = WorkloadSelector.usable(spec) {
            let template = spec.part("template")
            PodRules.labelsMatch(template, selector, path["template"], &errors)
            PodRules.template(template, path["template"], extraVolumes: claimVolumes(spec), &errors)
        }
        PodRules.runsForEver(spec.part("template"), path["template"], kind: "StatefulSet", &errors)
        errors.notNegative(path["revisionHistoryLimit"], spec.number("revisionHistoryLimit"))
        claims(spec, path["volumeClaimTemplates"], &errors)
    }

    /// The volumes that the claims of each pod become.
    private static func claimVolumes(_ spec: Value) -> [Value] {
        spec.list("volumeClaimTemplates").map { claim in
            let name = claim.part("metadata").text("name")
            return ["name": .string(name), "persistentVolumeClaim": ["claimName": .string(name)]]
        }
    }

    private static func claims(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, claim) in spec.list("volumeClaimTemplates").enumerated() {
            ClaimRules.spec(claim.part("spec"), path[index]["spec"], &errors)
        }
    }

    private static func strategy(_ strategy: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let rolling = strategy["rollingUpdate"]
        switch strategy.text("type") {
        case "OnDelete":
            if let rolling {
                errors.invalid(
                    path["rollingUpdate"],
                    InternalForm.members(of: rolling, ["partition", "maxUnavailable"], zero: ["partition"]),
                    "only allowed for updateStrategy 'RollingUpdate'")
            }
        case "RollingUpdate":
            guard let rolling else { return }
            errors.notNegative(path["rollingUpdate"]["partition"], rolling.number("partition"))
            if let unavailable = rolling["maxUnavailable"] {
                let path = path["rollingUpdate"]["maxUnavailable"]
                AmountRules.countOrPercent(path, unavailable, &errors)
                if AmountRules.amount(unavailable) == 0 { errors.invalid(path, unavailable, "cannot be 0") }
                AmountRules.atMostHundredPercent(path, unavailable, &errors)
            }
        default:
            errors.invalid(
                path,
                InternalForm.rollingStrategy(strategy, ["partition", "maxUnavailable"], zero: ["partition"]),
                "must be 'RollingUpdate' or 'OnDelete'")
        }
    }

    private static func retention(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let policy = spec["persistentVolumeClaimRetentionPolicy"] else { return }
        for field in ["whenDeleted", "whenScaled"] {
            errors.oneOf(path[field], policy.text(field), ["Retain", "Delete"])
        }
    }

    private static let changeable = [
        "replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit",
        "persistentVolumeClaimRetentionPolicy", "minReadySeconds",
    ]

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        var spec = new.part("spec")
        for field in changeable { spec[field] = old["spec"]?[field] }
        guard spec != old.part("spec") else { return }
        errors.forbidden(
            .spec,
            "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', "
                + "'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden")
    }
}

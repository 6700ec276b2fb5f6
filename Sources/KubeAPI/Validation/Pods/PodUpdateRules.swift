import Documents
import KubeModel

/// What may change of a pod that is there. Source: pkg/apis/core/validation/validation.go, `ValidatePodUpdate`.
enum PodUpdateRules {
    static func check(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let spec = new.part("spec")
        let oldSpec = old.part("spec")
        PodRules.pod(new, &errors)
        for kind in ["containers", "initContainers"] {
            guard spec.list(kind).count == oldSpec.list(kind).count else {
                return errors.forbidden(FieldPath.spec[kind], "pod updates may not add or remove containers")
            }
            images(spec.list(kind), FieldPath.spec[kind], &errors)
        }
        guard deadline(spec, oldSpec, &errors) else { return }
        tolerations(spec, oldSpec, &errors)
        gates(spec, oldSpec, &errors)
        var allowed = withAllowedChanges(spec, oldSpec)
        if !oldSpec.list("schedulingGates").isEmpty { waiting(&allowed, oldSpec, &errors) }
        guard allowed != oldSpec else { return }
        errors.forbidden(.spec, immutableFields + "\n" + InternalForm.difference(allowed, oldSpec, ofType: "PodSpec"))
    }

    private static let immutableFields =
        "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
        + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)"

    private static func images(_ containers: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, container) in containers.enumerated() {
            if container.text("image").isEmpty { errors.required(path[index]["image"]) }
            PodRules.imageHasNoSpace(container, path[index], &errors)
        }
    }

    /// Whether the rest is worth a look.
    private static func deadline(_ spec: Value, _ old: Value, _ errors: inout FieldErrors) -> Bool {
        let path = FieldPath.spec["activeDeadlineSeconds"]
        let before = old.number("activeDeadlineSeconds")
        guard let seconds = spec.number("activeDeadlineSeconds") else {
            if before != nil { errors.invalid(path, .null, "must not update from a positive integer to nil value") }
            return true
        }
        if !(0...Int64(Int32.max)).contains(seconds) {
            errors.invalid(path, seconds, "must be between 0 and 2147483647, inclusive")
        } else if let before, before < seconds {
            errors.invalid(path, seconds, "must be less than or equal to previous value")
        } else {
            return true
        }
        return false
    }

    /// What keeps a pod from being scheduled can only be taken away.
    private static func gates(_ spec: Value, _ old: Value, _ errors: inout FieldErrors) {
        let before = Set(old.list("schedulingGates").map { $0.text("name") })
        for (index, gate) in spec.list("schedulingGates").enumerated() where !before.contains(gate.text("name")) {
            errors.forbidden(
                FieldPath.spec["schedulingGates"][index]["name"],
                "only deletion is allowed, but found new scheduling gate '\(gate.text("name"))'")
        }
    }

    /// A pod that waits to be scheduled may be told more of where.
    private static func waiting(_ spec: inout Value, _ old: Value, _ errors: inout FieldErrors) {
        let now = spec.map("nodeSelector")
        if old.map("nodeSelector").contains(where: { now[$0.key] != $0.value }) {
            errors.invalid(
                FieldPath.spec["nodeSelector"], spec["nodeSelector"],
                "only additions to spec.nodeSelector are allowed (no mutations or deletions)")
        }
        spec["nodeSelector"] = old["nodeSelector"]
        let required = "requiredDuringSchedulingIgnoredDuringExecution"
        let terms: (Value) -> [Value] = {
            $0["affinity"]?["nodeAffinity"]?[required]?.list("nodeSelectorTerms") ?? []
        }
        nodeTerms(
            terms(spec), terms(old), FieldPath.spec["affinity"]["nodeAffinity"][required]["nodeSelectorTerms"], &errors)
        if spec["affinity"]?["nodeAffinity"] != old["affinity"]?["nodeAffinity"] {
            let isAlone = spec["affinity"]?["podAffinity"] == nil && spec["affinity"]?["podAntiAffinity"] == nil
            spec["affinity", "nodeAffinity"] = old["affinity"]?["nodeAffinity"]
            if old["affinity"] == nil, isAlone { spec["affinity"] = nil }
        }
    }

    private static func nodeTerms(_ new: [Value], _ old: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        guard !old.isEmpty else { return }
        guard old.count == new.count else {
            return errors.invalid(
                path, .array(new), "no additions/deletions to non-empty NodeSelectorTerms list are allowed")
        }
        for (index, (new, old)) in zip(new, old).enumerated() {
            let fields = ["matchExpressions", "matchFields"]
            let wasEmpty = fields.allSatisfy { old.list($0).isEmpty }
            let isMore = fields.allSatisfy { new.list($0).starts(with: old.list($0)) }
            if !isMore || wasEmpty && new != old {
                errors.invalid(path[index], new, "only additions are allowed (no mutations or deletions)")
            }
        }
    }

    private static func tolerations(_ spec: Value, _ old: Value, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["tolerations"]
        let now = spec.list("tolerations")
        let identity: (Value) -> [Value?] = { [$0["key"], $0["operator"], $0["value"], $0["effect"]] }
        for toleration in old.list("tolerations") {
            if !now.contains(where: { identity($0) == identity(toleration) }) {
                errors.forbidden(path, "existing toleration can not be modified except its tolerationSeconds")
                return
            }
        }
        TolerationRules.check(now, path, &errors)
    }

    /// Gates may be opened, never closed again.
    private static func schedulingGates(_ spec: Value, _ old: Value, _ errors: inout FieldErrors) {
        let known = old.list("schedulingGates").map { $0["name"] }
        for gate in spec.list("schedulingGates") where !known.contains(gate["name"]) {
            errors.forbidden(
                FieldPath.spec["schedulingGates"],
                "only deletion is allowed, but found new scheduling gate '\(gate.text("name"))'")
        }
    }

    /// The new spec with the old values of the fields that may change, so that any other change shows.
    private static func withAllowedChanges(_ spec: Value, _ old: Value) -> Value {
        var result = spec
        for kind in ["containers", "initContainers"] {
            guard result[kind] != nil else { continue }
            let olds = old.list(kind)
            result[kind] = .array(
                result.list(kind).enumerated().map { index, container in
                    var container = container
                    container["image"] = olds[index]["image"]
                    return container
                })
        }
        for field in ["activeDeadlineSeconds", "tolerations", "schedulingGates"] { result[field] = old[field] }
        if (old.number("terminationGracePeriodSeconds") ?? 0) < 0, spec.number("terminationGracePeriodSeconds") == 1 {
            result["terminationGracePeriodSeconds"] = old["terminationGracePeriodSeconds"]
        }
        return result
    }
}

import Documents
import KubeModel

/// Source: pkg/apis/core/validation/validation.go, `ValidateNode`, `ValidateNodeUpdate`.
enum NodeRules {
    static func check(_ node: Object, _ errors: inout FieldErrors) {
        taints(node.part("spec").list("taints"), &errors)
        for kind in ["capacity", "allocatable"] {
            for (name, amount) in node.part("status").map(kind) {
                ResourceRules.quantity(name, amount, FieldPath(text: "status")[kind].key(name), &errors)
            }
        }
        blocks(podBlocks(node.part("spec")), FieldPath.spec["podCIDRs"], &errors)
    }

    private static func taints(_ taints: [Value], _ errors: inout FieldErrors) {
        var seen: Set<[String]> = []
        for (index, taint) in taints.enumerated() {
            let path = FieldPath.spec["taints"][index]
            let key = taint.text("key")
            errors.invalid(path["key"], key, Names.labelKeyProblems(key))
            let problems = Names.labelValueProblems(taint.text("value"))
            if !problems.isEmpty {
                errors.invalid(path["value"], taint.text("value"), problems.joined(separator: ";"))
            }
            let effect = taint.text("effect")
            if effect.isEmpty {
                errors.required(path["effect"])
            } else {
                errors.oneOf(path["effect"], effect, ["NoSchedule", "PreferNoSchedule", "NoExecute"])
            }
            guard !seen.insert([key, effect]).inserted else { continue }
            errors.duplicate(
                path,
                .members([
                    .init("Key", .string(key)), .init("Value", .string(taint.text("value"))),
                    .init("Effect", .string(effect)), .init("TimeAdded", .null),
                ]))
        }
    }

    /// The older field for one block wins where both are set and differ.
    private static func podBlocks(_ spec: Value) -> [String] {
        let blocks = spec.texts("podCIDRs")
        let single = spec.text("podCIDR")
        return single.isEmpty || single == blocks.first ? blocks : [single]
    }

    private static func blocks(_ blocks: [String], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, block) in blocks.enumerated() {
            errors.invalid(path[index], block, NetworkAddress.problems(ofBlock: block))
        }
        let families = blocks.compactMap { AddressBlock($0)?.address.isVersion4 }
        if blocks.count > 2 || families.count == 2 && Set(families).count < 2 {
            errors.invalid(path, .value(Value(blocks)), "may specify no more than one CIDR for each IP family")
        }
    }

    /// Where a node stands is settled once; what it is marked with may change.
    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let spec = new.part("spec")
        let oldSpec = old.part("spec")
        for (field, shown) in [("podCIDRs", "podCIDR"), ("providerID", "providerID")] {
            guard let before = oldSpec[field], before != "", before != [], spec[field] != before else { continue }
            errors.forbidden(
                FieldPath.spec[field], "node updates may not change \(shown) except from \"\" to valid")
        }
        var rest = spec
        for field in ["taints", "unschedulable", "podCIDR", "podCIDRs", "providerID", "configSource"] {
            rest[field] = oldSpec[field]
        }
        guard errors.isEmpty, rest != oldSpec else { return }
        errors.forbidden(
            FieldPath(text: "[]"),
            "node updates may only change labels, taints, or capacity (or configSource, if the DynamicKubeletConfig "
                + "feature gate is enabled)")
    }
}

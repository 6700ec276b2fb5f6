import Documents
import KubeModel

/// The cluster addresses of a service and their families.
enum ServiceAddressRules {
    private static let path = FieldPath.spec["clusterIPs"]
    private static let families = FieldPath.spec["ipFamilies"]

    static func check(_ spec: Value, _ addresses: [String], _ errors: inout FieldErrors) {
        let shown = BadValue.value(Value(addresses))
        let address = spec.text("clusterIP")
        if !address.isEmpty, addresses.first != address {
            errors.invalid(path, shown, "first value must match `clusterIP`")
        } else if address.isEmpty, !addresses.isEmpty {
            errors.invalid(path, shown, "must be empty when `clusterIP` is not specified")
        }
        families(spec, &errors)
        if let policy = spec["ipFamilyPolicy"]?.string {
            errors.oneOf(
                FieldPath.spec["ipFamilyPolicy"], policy, ["PreferDualStack", "RequireDualStack", "SingleStack"])
        }
        let count = errors.count
        each(addresses, &errors)
        let areBad = errors.count > count
        if addresses.count > 2 { errors.invalid(path, shown, "may only hold up to 2 values") }
        guard !areBad, addresses.first != "None" else { return }
        let kinds = addresses.compactMap { NetworkAddress($0).map { !$0.isVersion4 } }
        if addresses.count > 1, Set(kinds).count < 2 {
            errors.invalid(path, shown, "may specify no more than one IP for each IP family")
        }
        for (index, (family, isVersion6)) in zip(spec.texts("ipFamilies"), kinds).enumerated()
        where family == (isVersion6 ? "IPv4" : "IPv6") {
            errors.invalid(
                path[index], addresses[index], "expected an \(family) value as indicated by `ipFamilies[\(index)]`")
        }
    }

    private static func each(_ addresses: [String], _ errors: inout FieldErrors) {
        for (index, address) in addresses.enumerated() {
            if index == 0, address == "None" {
                if addresses.count > 1 {
                    errors.invalid(path, .value(Value(addresses)), "'None' must be the first and only value")
                }
            } else {
                errors.invalid(path[index], address, NetworkAddress.problems(ofAddress: address))
            }
        }
    }

    private static func families(_ spec: Value, _ errors: inout FieldErrors) {
        var seen: Set<String> = []
        for (index, family) in spec.texts("ipFamilies").enumerated() {
            errors.oneOf(families[index], family, ["IPv4", "IPv6"])
            if !seen.insert(family).inserted { errors.duplicate(families[index], .string(family)) }
        }
    }
}

/// What a change of a service may not do. Source: pkg/apis/core/validation/validation.go, `ValidateServiceUpdate`.
enum ServiceUpdateRules {
    private static let fixed = "may not change once set"

    static func check(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let spec = new.part("spec")
        let oldSpec = old.part("spec")
        if spec.text("type") != "ExternalName", oldSpec.text("type") != "ExternalName" {
            let addresses = ServiceRules.clusterAddresses(spec)
            let before = ServiceRules.clusterAddresses(oldSpec)
            if addresses != ["None"] || before != ["None"] { self.addresses(spec, addresses, before, &errors) }
            if addresses != ["None"], before != ["None"] { families(spec, oldSpec, addresses, &errors) }
        }
        balancer(spec, oldSpec, &errors)
    }

    private static func addresses(
        _ spec: Value, _ addresses: [String], _ before: [String], _ errors: inout FieldErrors
    ) {
        let path = FieldPath.spec["clusterIPs"]
        let shown = BadValue.value(addresses.isEmpty ? .null : Value(addresses))
        if addresses.count == before.count {
            for (index, address) in before.enumerated() where address != addresses[index] {
                errors.invalid(path[index], shown, fixed)
            }
            return
        }
        if addresses.isEmpty { errors.invalid(path[0], shown, "primary clusterIP can not be unset") }
        if let first = addresses.first, let old = before.first, first != old { errors.invalid(path[0], shown, fixed) }
        if addresses.count == 1, before.count > 1 { releases(spec, "clusterIP", &errors) }
    }

    private static func families(
        _ spec: Value, _ old: Value, _ addresses: [String], _ errors: inout FieldErrors
    ) {
        let path = FieldPath.spec["ipFamilies"][0]
        let families = spec.texts("ipFamilies")
        let before = old.texts("ipFamilies")
        let shown = BadValue.value(families.isEmpty ? .null : Value(families))
        if families.count == before.count {
            for (family, old) in zip(families, before) where family != old { errors.invalid(path, shown, fixed) }
            return
        }
        if families.count < before.count, addresses.isEmpty {
            errors.invalid(path, shown, "primary ipFamily can not be unset")
        }
        if let first = families.first, let old = before.first, first != old {
            errors.invalid(path, .value(Value(addresses)), fixed)
        }
        if families.count == 1, before.count > 1 { releases(spec, "ipFamily", &errors) }
    }

    /// Who gives up the second of two must say that one is enough.
    private static func releases(_ spec: Value, _ what: String, _ errors: inout FieldErrors) {
        guard spec.text("ipFamilyPolicy") != "SingleStack" else { return }
        errors.invalid(
            FieldPath.spec["ipFamilyPolicy"], spec["ipFamilyPolicy"],
            "must be set to 'SingleStack' when releasing the secondary \(what)")
    }

    private static func balancer(_ spec: Value, _ old: Value, _ errors: inout FieldErrors) {
        guard spec.text("type") == "LoadBalancer" else { return }
        if old.text("type") == "LoadBalancer", spec["loadBalancerClass"] != old["loadBalancerClass"] {
            errors.invalid(FieldPath.spec["loadBalancerClass"], spec["loadBalancerClass"], fixed)
        }
        let needsCheck: (Value) -> Bool = {
            $0.text("type") == "LoadBalancer" && $0.text("externalTrafficPolicy") == "Local"
        }
        let port = "healthCheckNodePort"
        if needsCheck(spec), needsCheck(old), (spec.number(port) ?? 0) != (old.number(port) ?? 0) {
            errors.forbidden(FieldPath.spec[port], "field is immutable")
        }
    }
}

import Documents
import KubeModel

/// Source: pkg/apis/networking/validation/validation.go, `ValidateNetworkPolicySpec`.
enum NetworkPolicyRules {
    static func check(_ policy: Object, _ errors: inout FieldErrors) {
        let spec = policy.part("spec")
        SelectorRules.check(spec["podSelector"], FieldPath.spec["podSelector"], &errors)
        for (direction, peers) in [("ingress", "from"), ("egress", "to")] {
            for (index, rule) in spec.list(direction).enumerated() {
                let path = FieldPath.spec[direction][index]
                for (place, port) in rule.list("ports").enumerated() { self.port(port, path["ports"][place], &errors) }
                for (place, peer) in rule.list(peers).enumerated() { self.peer(peer, path[peers][place], &errors) }
            }
        }
        let types = spec.texts("policyTypes")
        guard types.count <= 2 else {
            return errors.invalid(
                FieldPath.spec["policyTypes"], .value(Value(types)), "may not specify more than two policyTypes")
        }
        for (index, type) in types.enumerated() {
            errors.oneOf(FieldPath.spec["policyTypes"][index], type, ["Ingress", "Egress"])
        }
    }

    private static func port(_ port: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let name = port["protocol"]?.string { errors.oneOf(path["protocol"], name, ["TCP", "UDP", "SCTP"]) }
        let end = port.number("endPort")
        switch port["port"] {
        case .string(let name)?:
            if let end { errors.invalid(path["endPort"], end, "may not be specified when `port` is non-numeric") }
            errors.invalid(path["port"], name, Names.portNameProblems(name))
        case let number?:
            errors.portNumber(path["port"], number.integer ?? 0)
            if let end {
                if end < number.integer ?? 0 {
                    errors.invalid(path["endPort"], number, "must be greater than or equal to `port`")
                }
                errors.portNumber(path["endPort"], end)
            }
        case nil:
            if let end { errors.invalid(path["endPort"], end, "may not be specified when `port` is not specified") }
        }
    }

    private static func peer(_ peer: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for kind in ["podSelector", "namespaceSelector"] {
            SelectorRules.check(peer[kind], path[kind], &errors)
        }
        if let block = peer["ipBlock"] { self.block(block, path["ipBlock"], &errors) }
        let hasSelector = peer["podSelector"] != nil || peer["namespaceSelector"] != nil
        if !hasSelector, peer["ipBlock"] == nil {
            errors.required(path, "must specify a peer")
        } else if hasSelector, peer["ipBlock"] != nil {
            errors.forbidden(path, "may not specify both ipBlock and another peer")
        }
    }

    private static func block(_ block: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let text = block.text("cidr")
        guard !text.isEmpty else { return errors.required(path["cidr"]) }
        guard let range = AddressBlock(text) else {
            return errors.invalid(path["cidr"], text, NetworkAddress.blockRule)
        }
        for (index, text) in block.texts("except").enumerated() {
            let path = path["except"][index]
            guard let exception = AddressBlock(text) else {
                errors.invalid(path, text, NetworkAddress.blockRule)
                continue
            }
            if !range.contains(exception.address) || range.prefixLength >= exception.prefixLength {
                errors.invalid(path, text, "must be a strict subset of `cidr`")
            }
        }
    }
}

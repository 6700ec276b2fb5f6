import Documents

/// Comparing what rules allow.
///
/// Source: `k8s.io/component-helpers/auth/rbac/validation/policy_comparator.go`,
/// `pkg/registry/rbac/validation/policy_compact.go`.
extension PolicyRule {
    /// The rule as rules that each allow one thing.
    var single: [PolicyRule] {
        var rules: [PolicyRule] = []
        for group in groups {
            for resource in resources {
                for verb in verbs {
                    for name in names.isEmpty ? [[]] : names.map({ [$0] }) {
                        rules.append(PolicyRule(verbs: [verb], groups: [group], resources: [resource], names: name))
                    }
                }
            }
        }
        for path in paths {
            for verb in verbs { rules.append(PolicyRule(verbs: [verb], paths: [path])) }
        }
        return rules
    }

    private init(
        verbs: [String], groups: [String] = [], resources: [String] = [], names: [String] = [], paths: [String] = []
    ) {
        self.init([:])
        self.verbs = verbs
        self.groups = groups
        self.resources = resources
        self.names = names
        self.paths = paths
    }

    /// Whether this rule allows everything that another allows.
    func covers(_ other: PolicyRule) -> Bool {
        guard Self.covers(verbs, other.verbs), paths.isEmpty == other.paths.isEmpty else { return false }
        guard other.paths.isEmpty else { return other.paths.allSatisfy(coversPath) }
        let hasNames =
            names.isEmpty || !other.names.isEmpty && other.names.allSatisfy { names.contains($0) }
        return hasNames && Self.covers(groups, other.groups) && other.resources.allSatisfy(coversResource)
    }

    private static func covers(_ owned: [String], _ wanted: [String]) -> Bool {
        owned.contains("*") || wanted.allSatisfy { owned.contains($0) }
    }

    private func coversResource(_ resource: String) -> Bool {
        if resources.contains("*") || resources.contains(resource) { return true }
        guard let slash = resource.firstIndex(of: "/") else { return false }
        return resources.contains("*" + resource[slash...])
    }

    private func coversPath(_ path: String) -> Bool {
        paths.contains { owned in
            owned == "*" || owned == path || owned.hasSuffix("*") && path.hasPrefix(owned.dropLast())
        }
    }

    /// Rules for the same resource joined into one with all their verbs.
    static func compact(_ rules: [PolicyRule]) -> [PolicyRule] {
        var compacted: [PolicyRule] = []
        for rule in rules {
            let same = compacted.firstIndex {
                rule.paths.isEmpty && $0.groups == rule.groups && $0.resources == rule.resources
                    && $0.names == rule.names && $0.paths.isEmpty
            }
            if let same { compacted[same].verbs += rule.verbs } else { compacted.append(rule) }
        }
        return compacted
    }
}

package import Documents

/// One rule of a role: these verbs on these resources, or on these addresses.
package struct PolicyRule: Hashable, Sendable {
    package var verbs: [String]
    package var groups: [String]
    package var resources: [String]
    package var names: [String]
    package var paths: [String]

    package init(_ value: Value) {
        func list(_ name: String) -> [String] { value[name]?.array?.compactMap(\.string) ?? [] }
        verbs = list("verbs")
        groups = list("apiGroups")
        resources = list("resources")
        names = list("resourceNames")
        paths = list("nonResourceURLs")
    }
}

extension PolicyRule {
    /// Source: `pkg/apis/rbac/v1/evaluation_helpers.go`.
    func allows(_ attributes: RequestAttributes) -> Bool {
        guard verbs.contains("*") || verbs.contains(attributes.verb) else { return false }
        guard attributes.path.isEmpty else { return paths.contains { Self.matches($0, attributes.path) } }
        return (groups.contains("*") || groups.contains(attributes.group)) && allowsResource(attributes)
            && (names.isEmpty || names.contains(attributes.name))
    }

    private func allowsResource(_ attributes: RequestAttributes) -> Bool {
        resources.contains { resource in
            resource == "*" || resource == attributes.fullResource
                || (!attributes.subresource.isEmpty && resource == "*/\(attributes.subresource)")
        }
    }

    private static func matches(_ pattern: String, _ path: String) -> Bool {
        pattern == "*" || pattern == path || (pattern.hasSuffix("*") && path.hasPrefix(pattern.dropLast()))
    }

    /// `{APIGroups:[""], Resources:["secrets"], Verbs:["get"]}`, as the server shows a rule.
    var compactDescription: String {
        func list(_ items: [String]) -> String { "[" + items.map { "\"\($0)\"" }.joined(separator: " ") + "]" }
        var parts: [String] = []
        if !groups.isEmpty { parts.append("APIGroups:\(list(groups))") }
        if !resources.isEmpty { parts.append("Resources:\(list(resources))") }
        if !paths.isEmpty { parts.append("NonResourceURLs:\(list(paths))") }
        if !names.isEmpty { parts.append("ResourceNames:\(list(names))") }
        if !verbs.isEmpty { parts.append("Verbs:\(list(verbs))") }
        return "{" + parts.joined(separator: ", ") + "}"
    }
}

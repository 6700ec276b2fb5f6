import Documents
import KubeModel

extension Describer {
    /// Roles and cluster roles.
    static let role = Describer(events: .none) { role, writer in
        writer.metadata(of: role, hasNamespace: false)
        writer.line("PolicyRule:")
        writer.headings(["Resources", "Non-Resource URLs", "Resource Names", "Verbs"])
        for rule in PolicyRuleText.compact(role.list("rules")) {
            writer.row([rule.title, rule.urlText, rule.nameText, "[\(rule.verbs.joined(separator: " "))]"])
        }
    }
}

/// A rule for one resource or one address, as descriptions list them.
struct PolicyRuleText: Hashable, Sendable {
    var group: String?
    var resource: String?
    var resourceName: String?
    var url: String?
    var verbs: [String]

    /// Takes rules apart into single resources and joins the verbs of each again, in the order that kubectl gives them.
    ///
    /// Source: k8s.io/kubectl/pkg/util/rbac/rbac.go.
    static func compact(_ rules: [Value]) -> [PolicyRuleText] {
        var result: [PolicyRuleText] = []
        for single in rules.flatMap(breakDown) {
            let index = single.url == nil ? result.firstIndex { $0.hasTarget(of: single) } : nil
            guard let index else {
                result.append(single)
                continue
            }
            result[index].verbs += single.verbs.filter { !result[index].verbs.contains($0) }
        }
        let keys = result.map(\.orderKey)
        return result.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { result[$0] }
    }

    private static func breakDown(_ rule: Value) -> [PolicyRuleText] {
        func texts(_ field: String) -> [String] { rule.list(field).map(\.scalarText) }
        let names: [String?] = texts("resourceNames").isEmpty ? [nil] : texts("resourceNames")
        var result: [PolicyRuleText] = []
        for group in texts("apiGroups") {
            for resource in texts("resources") {
                for verb in texts("verbs") {
                    result += names.map {
                        PolicyRuleText(group: group, resource: resource, resourceName: $0, verbs: [verb])
                    }
                }
            }
        }
        return result
            + texts("nonResourceURLs").flatMap { url in
                texts("verbs").map { PolicyRuleText(url: url, verbs: [$0]) }
            }
    }

    private func hasTarget(of other: PolicyRuleText) -> Bool {
        url == nil && group == other.group && resource == other.resource && resourceName == other.resourceName
    }

    /// `deployments.apps/scale`
    var title: String {
        guard let resource else { return "" }
        let parts = resource.split(separator: "/", maxSplits: 1).map(String.init)
        let group = (group ?? "").isEmpty ? "" : ".\(group ?? "")"
        return (parts.first ?? "") + group + (parts.count == 2 ? "/\(parts[1])" : "")
    }

    var urlText: String { "[\(url ?? "")]" }
    var nameText: String { "[\(resourceName ?? "")]" }

    /// The rule as Go prints it, by which kubectl sorts.
    private var orderKey: String {
        "Verbs:[\(verbs.joined(separator: " "))],APIGroups:[\(group ?? "")],Resources:[\(resource ?? "")],"
            + "ResourceNames:\(nameText),NonResourceURLs:\(urlText),"
    }
}

import Documents
import KubeModel

extension Describer {
    static let resourceQuota = Describer(events: .none) { quota, writer in
        writer.field("Name", quota.name)
        writer.field("Namespace", quota.namespace)
        writer.quotaScopes(quota, mark: " * ", level: 0)
        writer.headings(["Resource", "Used", "Hard"], underline: ["--------", "----", "----"], level: 0)
        let used = quota.map("status", "used")
        for (name, hard) in quota.map("status", "hard") {
            writer.row([name, amount(used[name], like: hard), hard.scalarText], level: 0)
        }
    }

    /// What is used, in the format of the hard limit.
    private static func amount(_ used: Value?, like hard: Value) -> String {
        guard let amount = Quantity(used), let limit = Quantity(hard) else { return "0" }
        guard amount.format != limit.format else { return amount.description }
        return Quantity(amount.units, format: limit.format).description
    }
}

extension DescribeWriter {
    private static let scopeTexts: KeyValuePairs = [
        "Terminating":
            "Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.",
        "NotTerminating":
            "Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.",
        "BestEffort":
            "Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.",
        "NotBestEffort":
            "Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.",
    ]

    /// The scopes of a quota and what they mean.
    mutating func quotaScopes(_ quota: Object, mark: String, level: Int) {
        let scopes = quota.list("spec", "scopes").map(\.scalarText).sorted()
        guard !scopes.isEmpty else { return }
        field("Scopes", scopes.joined(separator: ", "), level: level)
        for scope in scopes {
            if let text = Self.scopeTexts.first(where: { $0.key == scope })?.value { line(mark + text, level: level) }
        }
    }
}

import Documents
import KubeModel

extension Describer {
    static let namespace = Describer(
        events: .none,
        needs: { namespace in
            [
                RelatedList(.resourceQuotas, namespace: namespace.name),
                RelatedList(.limitRanges, namespace: namespace.name),
            ]
        },
        write: { namespace, related, writer in
            writer.metadata(of: namespace, hasNamespace: false)
            writer.field("Status", namespace.text("status", "phase"))
            writer.datedConditions(of: namespace)
            if let quotas = related.list(.resourceQuotas, namespace: namespace.name) {
                writer.line()
                writer.quotas(quotas)
            }
            if let ranges = related.list(.limitRanges, namespace: namespace.name) {
                writer.line()
                writer.limitRanges(ranges)
            }
        })
}

extension DescribeWriter {
    /// Conditions with the time of their last change.
    mutating func datedConditions(of object: Object) {
        let conditions = object.list("status", "conditions")
        guard !conditions.isEmpty else { return }
        line("Conditions:")
        headings(["Type", "Status", "LastTransitionTime", "Reason", "Message"])
        for condition in conditions {
            let changed = TimeText.rfc1123(condition.time("lastTransitionTime"))
            row([
                condition.text("type"), condition.text("status"), changed, condition.text("reason"),
                condition.text("message"),
            ])
        }
    }

    fileprivate mutating func quotas(_ quotas: [Object]) {
        guard !quotas.isEmpty else {
            line("No resource quota.")
            return
        }
        line("Resource Quotas")
        for quota in quotas {
            field("Name", quota.name, level: 1)
            quotaScopes(quota, mark: "* ", level: 1)
            headings(["Resource", "Used", "Hard"], underline: ["--------", "---", "---"])
            let used = quota.map("status", "used")
            for (name, hard) in quota.map("status", "hard") {
                row([name, (used[name]?.scalarText ?? "").or("0"), hard.scalarText])
            }
        }
    }

    fileprivate mutating func limitRanges(_ ranges: [Object]) {
        guard !ranges.isEmpty else {
            line("No LimitRange resource.")
            return
        }
        line("Resource Limits")
        limits(of: ranges, indentation: " ")
    }
}

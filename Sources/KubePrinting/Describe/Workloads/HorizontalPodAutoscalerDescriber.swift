import Documents
import KubeModel

extension Describer {
    /// Autoscalers of version v2, and those of v1, which know only the processor.
    static let horizontalPodAutoscaler = Describer { autoscaler, writer in
        writer.metadata(of: autoscaler)
        writer.creationTime(of: autoscaler)
        let target = autoscaler.map("spec", "scaleTargetRef")
        writer.field("Reference", "\(target.text("kind"))/\(target.text("name"))")
        if autoscaler.apiVersion == "autoscaling/v1" {
            utilization(autoscaler, &writer)
        } else {
            metrics(autoscaler, &writer)
        }
        writer.field("Min replicas", autoscaler["spec"]?["minReplicas"]?.scalarText ?? "<unset>")
        writer.field("Max replicas", autoscaler.count("spec", "maxReplicas"))
        if let behavior = autoscaler["spec"]?["behavior"] {
            writer.line("Behavior:")
            direction("Scale Up", behavior["scaleUp"], &writer)
            direction("Scale Down", behavior["scaleDown"], &writer)
        }
        let status = autoscaler.status
        writer.field(
            "\(target.text("kind")) pods",
            "\(status.count("currentReplicas")) current / \(status.count("desiredReplicas")) desired")
        conditions(status.list("conditions"), &writer)
    }

    private static func utilization(_ autoscaler: Object, _ writer: inout DescribeWriter) {
        guard let target = autoscaler["spec"]?["targetCPUUtilizationPercentage"]?.int else { return }
        let current = autoscaler["status"]?["currentCPUUtilizationPercentage"]?.scalarText
        writer.field("Target CPU utilization", "\(target)%")
        writer.field("Current CPU utilization", "\(current ?? "<unknown>")%")
    }

    private static func metrics(_ autoscaler: Object, _ writer: inout DescribeWriter) {
        writer.field("Metrics", "( current / target )")
        let statuses = autoscaler.list("status", "currentMetrics")
        for (index, metric) in autoscaler.list("spec", "metrics").enumerated() {
            let status = statuses.indices.contains(index) ? statuses[index] : .null
            writer.line(AutoscalerMetricText.line(metric, status), level: 1)
        }
    }

    private static func direction(_ title: String, _ rules: Value?, _ writer: inout DescribeWriter) {
        guard let rules else { return }
        writer.line("\(title):", level: 1)
        if let window = rules["stabilizationWindowSeconds"]?.int {
            writer.line("Stabilization Window: \(window) seconds", level: 2)
        }
        let policies = rules.list("policies")
        guard !policies.isEmpty else { return }
        writer.line("Select Policy: \(rules.text("selectPolicy").or("Max"))", level: 2)
        writer.line("Policies:", level: 2)
        for policy in policies {
            let period = "Period: \(policy.count("periodSeconds")) seconds"
            writer.row(["- Type: \(policy.text("type"))", "Value: \(policy.count("value"))", period], level: 3)
        }
    }

    private static func conditions(_ conditions: [Value], _ writer: inout DescribeWriter) {
        guard !conditions.isEmpty else { return }
        writer.line("Conditions:")
        writer.headings(["Type", "Status", "Reason", "Message"])
        for condition in conditions {
            writer.row(["type", "status", "reason", "message"].map { condition.text($0) })
        }
    }
}

/// A metric of an autoscaler with its current and its wanted value.
enum AutoscalerMetricText {
    /// `resource cpu on pods  (as a percentage of request):⇥20% (20m) / 50%`
    static func line(_ metric: Value, _ status: Value) -> String {
        switch metric.text("type") {
        case "External":
            let name = GoText.quoted(metric["external"]?.text("metric", "name") ?? "")
            return "\(name) \(targetValue(metric["external"], status["external"]))"
        case "Pods":
            let name = GoText.quoted(metric["pods"]?.text("metric", "name") ?? "")
            return "\(name) on pods:\t\(pair(metric["pods"], status["pods"], "averageValue"))"
        case "Object":
            let object = metric["object"] ?? .null
            return "\"\(object.text("metric", "name"))\" on \(object.text("describedObject", "kind"))/"
                + "\(object.text("describedObject", "name")) \(targetValue(object, status["object"]))"
        case "Resource":
            let name = metric["resource"]?.text("name") ?? ""
            return "resource \(name) on pods" + resource(metric["resource"], status["resource"])
        case "ContainerResource":
            let source = metric["containerResource"] ?? .null
            return "resource \(source.text("name")) of container \"\(source.text("container"))\" on pods"
                + resource(source, status["containerResource"])
        default: return "<unknown metric type \(GoText.quoted(metric.text("type")))>"
        }
    }

    private static func targetValue(_ source: Value?, _ status: Value?) -> String {
        source?["target", "averageValue"] == nil
            ? "(target value):\t\(pair(source, status, "value"))"
            : "(target average value):\t\(pair(source, status, "averageValue"))"
    }

    private static func resource(_ source: Value?, _ status: Value?) -> String {
        if source?["target", "averageValue"] != nil { return ":\t\(pair(source, status, "averageValue"))" }
        let current = status?["current", "averageUtilization"]?.int.map { percentage in
            "\(percentage)% (\((status?["current", "averageValue"]?.scalarText ?? "").or("<nil>")))"
        }
        let target = source?["target", "averageUtilization"]?.int.map { "\($0)%" }
        return "  (as a percentage of request):\t\(current ?? "<unknown>") / \(target ?? "<auto>")"
    }

    private static func pair(_ source: Value?, _ status: Value?, _ field: String) -> String {
        let current = status?["current", field]?.scalarText ?? ""
        return "\(current.or("<unknown>")) / \(source?["target", field]?.scalarText ?? "")"
    }
}

import Documents

extension TableDefinition {
    static let horizontalPodAutoscalers = TableDefinition([
        .name,
        Column("Reference") {
            "\($0.text("spec", "scaleTargetRef", "kind"))/\($0.text("spec", "scaleTargetRef", "name"))"
        },
        Column("Targets") { AutoscalerText.targets($0) },
        Column("MinPods") { ($0["spec"]?["minReplicas"]?.scalarText ?? "").or("<unset>") },
        .integer("MaxPods") { $0.count("spec", "maxReplicas") },
        .integer("Replicas") { $0.count("status", "currentReplicas") },
        .age,
    ])
}

/// The metrics of an autoscaler, of version v2 or v1.
enum AutoscalerText {
    static let countMax = 2

    /// `cpu: 20%/50%, memory: <unknown>/1Gi + 1 more...`
    static func targets(_ autoscaler: Object) -> String {
        if let target = autoscaler["spec"]?["targetCPUUtilizationPercentage"]?.int {
            let current = autoscaler["status"]?["currentCPUUtilizationPercentage"]?.int.map { "\($0)%" }
            return "cpu: \(current ?? "<unknown>")/\(target)%"
        }
        let specs = autoscaler.list("spec", "metrics")
        guard !specs.isEmpty else { return "<none>" }
        let statuses = autoscaler.list("status", "currentMetrics")
        let all = specs.enumerated().map { index, spec in
            metric(spec, status: statuses.indices.contains(index) ? statuses[index] : .null)
        }
        let shown = all.prefix(countMax).joined(separator: ", ")
        return all.count > countMax ? "\(shown) + \(all.count - countMax) more..." : shown
    }

    private static func metric(_ spec: Value, status: Value) -> String {
        switch spec.text("type") {
        case "External": amount(spec["external"], status["external"])
        case "Object": amount(spec["object"], status["object"])
        case "Pods": pair(spec["pods"], status["pods"], "averageValue")
        case "Resource": resource(spec["resource"], status["resource"])
        case "ContainerResource": resource(spec["containerResource"], status["containerResource"])
        default: "<unknown type>"
        }
    }

    private static func amount(_ spec: Value?, _ status: Value?) -> String {
        spec?["target", "averageValue"] == nil
            ? pair(spec, status, "value") : pair(spec, status, "averageValue") + " (avg)"
    }

    private static func resource(_ spec: Value?, _ status: Value?) -> String {
        let name = spec?.text("name") ?? ""
        if spec?["target", "averageValue"] != nil { return "\(name): \(pair(spec, status, "averageValue"))" }
        let target = spec?["target", "averageUtilization"]?.int.map { "\($0)%" } ?? "<auto>"
        let current = status?["current", "averageUtilization"]?.int.map { "\($0)%" } ?? "<unknown>"
        return "\(name): \(current)/\(target)"
    }

    private static func pair(_ spec: Value?, _ status: Value?, _ field: String) -> String {
        let current = status?["current", field]?.scalarText ?? ""
        return "\(current.or("<unknown>"))/\(spec?["target", field]?.scalarText ?? "")"
    }
}

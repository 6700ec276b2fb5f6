import Documents
import KubeModel

/// Source: pkg/apis/batch/v1/defaults.go, pkg/apis/autoscaling/v2/defaults.go
extension Defaults {
    @Sendable static func job(_ job: inout Object) {
        let labels = job["spec"]?["template"]?["metadata"]?["labels"]?.object ?? Object()
        if !labels.isEmpty, job.labels.isEmpty { job.labels = labels }
        job.making("spec") { spec in
            if spec["completions"] == nil, spec["parallelism"] == nil { spec["completions"] = 1 }
            spec.setDefault("parallelism", 1)
            spec.setDefault("backoffLimit", spec["backoffLimitPerIndex"] == nil ? 6 : Value(Int(Int32.max)))
            spec.setDefault("completionMode", "NonIndexed")
            spec.setDefault("suspend", false)
            spec.setDefault("manualSelector", false)
            spec.with("podFailurePolicy") { policy in
                policy.withEach("rules") { $0.withEach("onPodConditions") { $0.setDefault("status", "True") } }
            }
            spec.setDefault("podReplacementPolicy", spec["podFailurePolicy"] == nil ? "TerminatingOrFailed" : "Failed")
            spec.making("template", podTemplateSpec)
        }
    }

    @Sendable static func cronJob(_ cronJob: inout Object) {
        cronJob.making("spec") { spec in
            spec.setDefault("concurrencyPolicy", "Allow")
            spec.setDefault("suspend", false)
            spec.setDefault("successfulJobsHistoryLimit", 3)
            spec.setDefault("failedJobsHistoryLimit", 1)
            spec.making("jobTemplate") { $0.making("spec") { $0.making("template", podTemplateSpec) } }
        }
    }

    @Sendable static func horizontalPodAutoscaler(_ scaler: inout Object) {
        scaler.making("spec") { spec in
            spec.setDefault("minReplicas", 1)
            if spec["metrics"]?.array?.isEmpty ?? true {
                spec["metrics"] = [
                    [
                        "type": "Resource",
                        "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": 80]],
                    ]
                ]
            }
            spec.with("behavior") { behavior in
                behavior.making("scaleUp") { rules in
                    rules.setDefault("stabilizationWindowSeconds", 0)
                    rules.setDefault("selectPolicy", "Max")
                    rules.setDefault(
                        "policies",
                        [
                            ["type": "Pods", "value": 4, "periodSeconds": 15],
                            ["type": "Percent", "value": 100, "periodSeconds": 15],
                        ])
                }
                behavior.making("scaleDown") { rules in
                    rules.setDefault("selectPolicy", "Max")
                    rules.setDefault("policies", [["type": "Percent", "value": 100, "periodSeconds": 15]])
                }
            }
        }
    }
}

import Documents
import KubeModel

/// Source: pkg/apis/apps/v1/defaults.go
extension Defaults {
    @Sendable static func deployment(_ deployment: inout Object) {
        deployment.making("spec") { spec in
            spec.setDefault("replicas", 1)
            spec.making("strategy") { strategy in
                strategy.setDefault("type", "RollingUpdate")
                guard strategy["type"] == "RollingUpdate" else { return }
                strategy.making("rollingUpdate") {
                    $0.setDefault("maxUnavailable", "25%")
                    $0.setDefault("maxSurge", "25%")
                }
            }
            spec.setDefault("revisionHistoryLimit", 10)
            spec.setDefault("progressDeadlineSeconds", 600)
            spec.making("template", podTemplateSpec)
        }
    }

    @Sendable static func replicaSet(_ set: inout Object) {
        set.making("spec") { spec in
            spec.setDefault("replicas", 1)
            spec.making("template", podTemplateSpec)
        }
    }

    @Sendable static func daemonSet(_ set: inout Object) {
        set.making("spec") { spec in
            spec.making("updateStrategy") { strategy in
                strategy.setDefault("type", "RollingUpdate")
                guard strategy["type"] == "RollingUpdate" else { return }
                strategy.making("rollingUpdate") {
                    $0.setDefault("maxUnavailable", 1)
                    $0.setDefault("maxSurge", 0)
                }
            }
            spec.setDefault("revisionHistoryLimit", 10)
            spec.making("template", podTemplateSpec)
        }
    }

    @Sendable static func statefulSet(_ set: inout Object) {
        set.making("spec") { spec in
            spec.setDefault("podManagementPolicy", "OrderedReady")
            spec.making("updateStrategy") { strategy in
                if strategy["type"] == nil {
                    strategy["type"] = "RollingUpdate"
                    strategy.setDefault("rollingUpdate", .object(Object()))
                }
                guard strategy["type"] == "RollingUpdate" else { return }
                strategy.with("rollingUpdate") { $0.setDefault("partition", 0) }
            }
            spec.making("persistentVolumeClaimRetentionPolicy") {
                $0.setDefault("whenDeleted", "Retain")
                $0.setDefault("whenScaled", "Retain")
            }
            spec.setDefault("replicas", 1)
            spec.setDefault("revisionHistoryLimit", 10)
            spec.making("template", podTemplateSpec)
            spec.withEach("volumeClaimTemplates") { claim in
                claim["apiVersion"] = "v1"
                claim["kind"] = "PersistentVolumeClaim"
                persistentVolumeClaim(&claim)
            }
        }
    }
}

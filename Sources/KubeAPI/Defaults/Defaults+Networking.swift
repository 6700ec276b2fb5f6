import Documents
import KubeModel

/// Source: pkg/apis/networking/v1/defaults.go, pkg/apis/discovery/v1/defaults.go
extension Defaults {
    @Sendable static func ingressClass(_ ingressClass: inout Object) {
        ingressClass.with("spec") { $0.with("parameters") { $0.setDefault("scope", "Cluster") } }
    }

    @Sendable static func networkPolicy(_ policy: inout Object) {
        policy.making("spec") { spec in
            if spec["policyTypes"]?.array?.isEmpty ?? true {
                let hasEgress = spec["egress"]?.array?.isEmpty == false
                spec["policyTypes"] = hasEgress ? ["Ingress", "Egress"] : ["Ingress"]
            }
            for kind in ["ingress", "egress"] {
                spec.withEach(kind) { $0.withEach("ports") { $0.setDefault("protocol", "TCP") } }
            }
        }
    }

    @Sendable static func endpointSlice(_ slice: inout Object) {
        slice.withEach("ports") {
            $0.setDefault("name", "")
            $0.setDefault("protocol", "TCP")
        }
    }
}

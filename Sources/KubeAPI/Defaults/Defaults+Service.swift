import Documents
import KubeModel

extension Defaults {
    /// Source: pkg/apis/core/v1/defaults.go, `SetDefaults_Service`.
    @Sendable static func service(_ service: inout Object) {
        service.making("spec") { spec in
            spec.setDefault("sessionAffinity", "None")
            affinityConfig(&spec)
            spec.setDefault("type", "ClusterIP")
            let type = spec["type"]?.string ?? ""
            spec.withEach("ports", port)
            let isPublic = type == "NodePort" || type == "LoadBalancer"
            let hasExternalAddresses = spec["externalIPs"]?.array?.isEmpty == false
            if isPublic || type == "ClusterIP" && hasExternalAddresses {
                spec.setDefault("externalTrafficPolicy", "Cluster")
            }
            if isPublic || type == "ClusterIP" { spec.setDefault("internalTrafficPolicy", "Cluster") }
            if type == "LoadBalancer" { spec.setDefault("allocateLoadBalancerNodePorts", true) }
        }
        service.with("status") { status in
            status.with("loadBalancer") { balancer in
                balancer.withEach("ingress") { if $0["ip"] != nil { $0.setDefault("ipMode", "VIP") } }
            }
        }
    }

    private static func affinityConfig(_ spec: inout Object) {
        switch spec["sessionAffinity"] {
        case "None": spec["sessionAffinityConfig"] = nil
        case "ClientIP":
            spec.making("sessionAffinityConfig") { $0.making("clientIP") { $0.setDefault("timeoutSeconds", 10800) } }
        default: break
        }
    }

    private static func port(_ port: inout Object) {
        port.setDefault("protocol", "TCP")
        if port["targetPort"] == nil || port["targetPort"] == "" || port["targetPort"] == 0 {
            port["targetPort"] = port["port"] ?? 0
        }
    }
}

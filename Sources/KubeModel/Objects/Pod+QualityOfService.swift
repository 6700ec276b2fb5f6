import Documents

extension Pod {
    /// Who goes first when a node runs short: `Guaranteed`, `Burstable` or `BestEffort`.
    ///
    /// Source: `k8s.io/kubernetes/pkg/apis/core/helper/qos/qos.go`.
    package var qualityOfService: String {
        let resources = ["cpu", "memory"]
        var hasAny = false
        var isGuaranteed = true
        for container in containers where container.role != .ephemeral {
            for resource in resources {
                let limit = container.limit(resource).flatMap { $0.isZero ? nil : $0 }
                let request = container.request(resource).flatMap { $0.isZero ? nil : $0 }
                if limit != nil || request != nil { hasAny = true }
                if limit == nil || (request ?? limit) != limit { isGuaranteed = false }
            }
        }
        guard hasAny else { return "BestEffort" }
        return isGuaranteed ? "Guaranteed" : "Burstable"
    }
}

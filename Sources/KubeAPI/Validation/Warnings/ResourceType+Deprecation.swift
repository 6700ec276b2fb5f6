package import KubeModel

extension ResourceType {
    /// What every request for a resource that is going out of use is answered with besides.
    ///
    /// Source: `k8s.io/api/core/v1/zz_generated.prerelease-lifecycle.go`, `k8s.io/apiserver/pkg/endpoints/deprecation`.
    package var deprecationWarnings: [String] {
        guard group.isEmpty, version == "v1" else { return [] }
        switch plural {
        case "endpoints": return ["v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice"]
        case "componentstatuses": return ["v1 ComponentStatus is deprecated in v1.19+"]
        default: return []
        }
    }
}

package import KubeNodes

extension Cluster {
    /// Lets something go wrong, or come right again, outside anyone's manifests; no time passes.
    package mutating func inject(_ fault: Fault) {
        nodes.inject(fault, api: &api)
        deliverChanges()
    }
}

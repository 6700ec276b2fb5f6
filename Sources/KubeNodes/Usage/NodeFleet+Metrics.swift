import KubeAPI
package import KubeModel

extension NodeFleet {
    /// What a metrics server reads from the kubelets at a moment.
    ///
    /// A rate takes two readings, so that a container which started less than one period before is not in it yet.
    /// Source: github.com/kubernetes-sigs/metrics-server, `pkg/storage`.
    package func metrics(at time: Instant) -> PodMetrics {
        var metrics = PodMetrics(time: time)
        for kubelet in kubelets where kubelet.state == .running {
            metrics.nodes[kubelet.facts.name] = PodMetrics.Reading(
                container: kubelet.facts.name, milliCPU: Int64(Machine.ownProcessor),
                memory: Int64(Machine.ownMemory))
        }
        for case let worker? in workers where kubelets[worker.node].state == .running {
            let readings = worker.containers.compactMap { $0.reading(at: time) }
            guard !readings.isEmpty else { continue }
            metrics.readings[worker.key] = readings
            let node = kubelets[worker.node].facts.name
            for reading in readings {
                metrics.nodes[node]?.milliCPU += reading.milliCPU
                metrics.nodes[node]?.memory += reading.memory
            }
        }
        return metrics
    }
}

extension ContainerWorker {
    fileprivate func reading(at time: Instant) -> PodMetrics.Reading? {
        guard isRunning, let started = run?.startedAt, started + PodMetrics.resolution <= time else { return nil }
        return PodMetrics.Reading(
            container: spec.name, milliCPU: Int64(processor(now: time)), memory: Int64(memory(now: time)))
    }
}

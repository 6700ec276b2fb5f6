import Documents
import KubeAPI
import KubeModel

/// Containers that outgrow their memory.
extension NodeFleet {
    /// Sets the moment at which a leaking container will have reached its limit.
    func armMemoryWatch(_ index: Int, _ worker: inout PodWorker, now: Instant) {
        let container = worker.containers[index]
        guard let leak = container.leak, leak.bytesPerSecond > 0, container.isRunning,
            let limit = container.spec.limit("memory").map({ Int($0.units) })
        else { return }
        let left = max(0, limit - container.memory(now: now))
        worker.timers.set(.outOfMemory(index), at: now + .seconds(left / leak.bytesPerSecond + 1))
    }

    mutating func memoryRanOut(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard worker.containers[index].leak != nil else { return }
        exited(index, ProcessExit(code: 137, reason: "OOMKilled"), &worker, api: &api)
    }
}

import Documents
import KubeAPI
import KubeModel

/// What a pod has its kubelet do right after a container starts and right before it is stopped.
///
/// Source: `pkg/kubelet/lifecycle/handlers.go`.
extension NodeFleet {
    /// Runs the hook of a started container; the sync goes on when it is over.
    mutating func runPostStart(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard profile != .hollow, worker.life == .active,
            let hook = worker.containers[index].spec.value["lifecycle"]?["postStart"],
            let due = beginHook(hook, index, worker, now: api.now)
        else { return }
        worker.stage = .postStart(index)
        worker.timers.set(.hookDone(index), at: due)
    }

    /// Runs the hook of a container about to be stopped; false when there is none.
    mutating func runPreStop(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) -> Bool {
        guard profile != .hollow, let hook = worker.containers[index].spec.value["lifecycle"]?["preStop"],
            let due = beginHook(hook, index, worker, now: api.now)
        else { return false }
        worker.timers.set(.hookDone(index), at: due)
        return true
    }

    private func beginHook(_ hook: Value, _ index: Int, _ worker: PodWorker, now: Instant) -> Instant? {
        hook["sleep"]?["seconds"]?.int.map { now + .seconds($0) }
    }

    mutating func hookEnded(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        if worker.containers[index].stop?.isInHook == true {
            askToEnd(index, &worker, api: &api)
        } else if worker.stage == .postStart(index) {
            worker.stage = .idle
            startNext(&worker, api: &api)
        }
    }
}

import Documents
import KubeAPI
import KubeModel

extension NodeFleet {
    /// Reports the pod's status when it is not what the API already has.
    ///
    /// The worker takes over nothing but the status: what else has changed is news that it has still to be told, or it
    /// would miss a deletion that happens at the moment of a report.
    func writeStatus(_ worker: inout PodWorker, api: inout APIServer) {
        guard var object = api.get(.pods, worker.key), object.uid == worker.uid else { return }
        let facts = kubelets[worker.node].facts
        let status = PodStatusBuilder(worker, facts: facts, now: api.now).status(over: object.status)
        worker.written = status
        guard object["status"] != .object(status) else { return }
        object["status"] = .object(status)
        do {
            try api.updateStatus(.pods, object, as: UserInfo.node(facts.name))
            worker.pod["status"] = .object(status)
        } catch {
            worker.timers.setNoLater(.sync, at: api.now + KubeletTimings.failedSyncDelay)
        }
    }
}

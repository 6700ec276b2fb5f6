import Documents
import KubeAPI
import KubeModel

extension NodeFleet {
    /// Reports the pod's status when it is not what the API already has.
    func writeStatus(_ worker: inout PodWorker, api: inout APIServer) {
        guard var object = api.get(.pods, worker.key), object.uid == worker.uid else { return }
        let facts = kubelets[worker.node].facts
        worker.pod = object
        let status = PodStatusBuilder(worker, facts: facts, now: api.now).status(over: object.status)
        worker.written = status
        guard object["status"] != .object(status) else { return }
        object["status"] = .object(status)
        do {
            worker.pod = try api.updateStatus(.pods, object, as: UserInfo.node(facts.name))
        } catch {
            worker.timers.setNoLater(.sync, at: api.now + KubeletTimings.failedSyncDelay)
        }
    }
}

import Documents
import KubeAPI
import KubeModel

extension NodeFleet {
    /// Does what a timer of a pod was set for.
    mutating func handle(_ timer: PodTimer, _ worker: inout PodWorker, api: inout APIServer) {
        switch timer {
        case .sync: requestSync(&worker, api: &api)
        case .relist:
            worker.removeOldRuns()
            requestSync(&worker, api: &api)
        case .sandboxReady: sandboxBecameReady(&worker, api: &api)
        case .mountRetry: retryMounts(&worker, api: &api)
        case .mountTimeout: reportMountTimeout(&worker, api: &api)
        case .deadline: deadlinePassed(&worker, api: &api)
        case .pulled(let index): pullEnded(index, &worker, api: &api)
        case .process(let index): advanceProcess(index, &worker, api: &api)
        case .probeTimeout(let index, let kind): probeTimedOut(index, kind, &worker, api: &api)
        case .probe(let index, let kind): probe(index, kind, &worker, api: &api)
        case .hookDone(let index): hookEnded(index, &worker, api: &api)
        case .kill(let index): killNow(index, &worker, api: &api)
        case .outOfMemory(let index): memoryRanOut(index, &worker, api: &api)
        case .volumesChanged: refreshVolumes(&worker, api: &api)
        case .terminate: terminate(&worker, api: &api)
        case .remove: removeObject(&worker, api: &api)
        case .session(let id): advanceSession(id, &worker, api: &api)
        }
    }

    /// Syncs the pod now, or as soon as the sync in progress is over.
    mutating func requestSync(_ worker: inout PodWorker, api: inout APIServer) {
        guard worker.life == .active else {
            if worker.life == .terminating { writeStatus(&worker, api: &api) }
            return
        }
        guard worker.stage == .idle else {
            worker.wantsSync = true
            return
        }
        sync(&worker, api: &api)
    }

    /// Writes an event about one container of a pod.
    func record(
        _ kind: EventRecord.Kind, _ reason: String, _ message: String, _ worker: PodWorker, container index: Int? = nil,
        api: inout APIServer
    ) {
        let fieldPath = index.map { worker.containers[$0].spec.fieldPath } ?? ""
        api.record(
            EventRecord(
                worker.pod, fieldPath: fieldPath, kind, reason, message, from: "kubelet",
                host: kubelets[worker.node].facts.name))
    }
}

extension PodWorker {
    /// How messages name a pod: `web_default(3f00cf02-7ddd-471c-a0ff-23fede234dfa)`.
    var description: String { "\(key.name)_\(key.namespace)(\(uid))" }

    /// Of the ended runs of a container only the newest is kept on the node, so that older logs are gone.
    mutating func removeOldRuns() {
        for index in containers.indices where containers[index].run?.state == .exited {
            containers[index].previous?.log = nil
        }
    }
}

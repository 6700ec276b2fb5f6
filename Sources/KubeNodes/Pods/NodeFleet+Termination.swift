import Documents
import KubeAPI
import KubeModel

/// The way of a pod out: its containers are stopped, its end is reported, its object removed.
///
/// Source: `SyncTerminatingPod` and `SyncTerminatedPod` of `pkg/kubelet/kubelet.go`.
extension NodeFleet {
    /// Someone asked for the deletion of a pod, or shortened its grace period.
    mutating func noteDeletion(_ worker: inout PodWorker, old: Object, now: Instant) {
        let seconds = worker.pod["metadata"]?["deletionGracePeriodSeconds"]?.int ?? 30
        let due = now + KubeletTimings.watchLatency
        switch worker.life {
        case .active where !old.isTerminating:
            worker.gracePeriod = .seconds(seconds)
            worker.timers.set(.terminate, at: due)
        case .terminating where old["metadata"]?["deletionGracePeriodSeconds"]?.int != seconds:
            for index in worker.containers.indices where worker.containers[index].stop != nil {
                worker.containers[index].stop?.shorten(to: now + .seconds(max(seconds, 1)))
                if let stop = worker.containers[index].stop { worker.timers.set(.kill(index), at: stop.killAt) }
            }
        case .ended where !old.isTerminating:
            worker.timers.set(.remove, at: now + KubeletTimings.podRemoval)
        case .active, .terminating, .ended: break
        }
    }

    /// The pod has run as long as `activeDeadlineSeconds` allows.
    ///
    /// Source: `pkg/kubelet/active_deadline.go`.
    mutating func deadlinePassed(_ worker: inout PodWorker, api: inout APIServer) {
        guard worker.life == .active else { return }
        let message = "Pod was active on the node longer than the specified deadline"
        record(.normal, "DeadlineExceeded", message, worker, api: &api)
        worker.failure = PodWorker.Failure(reason: "DeadlineExceeded", message: message)
        worker.gracePeriod = .seconds(worker.pod["spec"]?["terminationGracePeriodSeconds"]?.int ?? 30)
        terminate(&worker, api: &api)
    }

    /// Its containers have all done what they had to do: what still runs beside them is stopped, and the pod ends.
    mutating func end(_ worker: inout PodWorker, api: inout APIServer) {
        worker.gracePeriod = .seconds(worker.pod["spec"]?["terminationGracePeriodSeconds"]?.int ?? 30)
        terminate(&worker, api: &api)
    }

    /// Stops everything that runs; sidecars go after the containers that they serve.
    mutating func terminate(_ worker: inout PodWorker, api: inout APIServer) {
        guard worker.life == .active else { return }
        worker.life = .terminating
        worker.stage = .idle
        worker.toStart = []
        worker.terminationDeadline = api.now + worker.gracePeriod
        worker.timers.cancelAll { timer in
            switch timer {
            case .sync, .sandboxReady, .mountRetry, .mountTimeout, .deadline, .pulled, .volumesChanged: true
            case .probe(_, let kind), .probeTimeout(_, let kind): kind != .readiness
            case .relist, .outOfMemory, .process, .hookDone, .kill, .remove, .session, .terminate: false
            }
        }
        let running = worker.containers.indices.filter { worker.containers[$0].isRunning }
        if !running.isEmpty { writeStatus(&worker, api: &api) }
        let first = running.filter { worker.containers[$0].spec.role != .sidecar }
        for index in first { stop(index, grace: worker.gracePeriod, "Stopping container", &worker, api: &api) }
        stopNextSidecar(&worker, api: &api)
    }

    /// Sidecars are stopped one by one, the last started first; then the pod is over.
    mutating func stopNextSidecar(_ worker: inout PodWorker, api: inout APIServer) {
        guard worker.life == .terminating else { return }
        let running = worker.containers.indices.filter { worker.containers[$0].isRunning }
        guard let last = running.last else {
            finishTermination(&worker, api: &api)
            return
        }
        guard running.allSatisfy({ worker.containers[$0].spec.role == .sidecar }), worker.containers[last].stop == nil
        else { return }
        let left = max((worker.terminationDeadline ?? api.now) - api.now, .zero)
        stop(last, grace: left, "Stopping container", &worker, api: &api)
    }

    /// Reports the end of a pod, and removes its object when it was deleted.
    private mutating func finishTermination(_ worker: inout PodWorker, api: inout APIServer) {
        worker.life = .ended
        worker.timers.cancelAll { timer in
            if case .session = timer { false } else { true }
        }
        releaseAddress(&worker)
        writeStatus(&worker, api: &api)
        unmountVolumes(&worker)
        guard worker.pod.isTerminating else { return }
        worker.timers.set(.remove, at: api.now + KubeletTimings.podRemoval)
    }

    /// Lets the object of a deleted pod go.
    func removeObject(_ worker: inout PodWorker, api: inout APIServer) {
        var options = RequestOptions()
        options.gracePeriodSeconds = 0
        options.preconditionUID = worker.uid
        do {
            try api.delete(.pods, worker.key, options: options, as: UserInfo.node(kubelets[worker.node].facts.name))
        } catch .notFound {
            return  // gone already, by force
        } catch {
            worker.timers.set(.remove, at: api.now + KubeletTimings.failedSyncDelay)
        }
    }
}

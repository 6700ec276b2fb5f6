import Documents
import KubeAPI
import KubeModel

/// One look of a kubelet at a pod: what is goes into the status, what should be is started.
///
/// Source: `SyncPod` of `pkg/kubelet/kubelet.go` and of `pkg/kubelet/kuberuntime/kuberuntime_manager.go`.
extension NodeFleet {
    mutating func sync(_ worker: inout PodWorker, api: inout APIServer) {
        worker.wantsSync = false
        worker.timers.cancel(.sync)
        if PodStatusBuilder.phase(of: worker).isFinished {
            end(&worker, api: &api)
            return
        }
        let isFirst = worker.written == nil
        writeStatus(&worker, api: &api)
        if isFirst {
            worker.setDeadline()
            if profile != .hollow { worker.startProbes(now: api.now) }
        }
        triggerReadiness(&worker, api: &api)
        guard mountVolumes(&worker, api: &api) else { return }
        if worker.volumes.wantsRefresh { refreshVolumes(&worker, api: &api) }
        guard worker.hasSandbox else {
            worker.stage = .creatingSandbox
            worker.timers.set(.sandboxReady, at: api.now + KubeletTimings.sandboxStart)
            return
        }
        worker.outcome = .success
        if let doomed = worker.containerToKill(now: api.now) {
            kill(doomed, &worker, api: &api)
            return
        }
        worker.toStart = worker.containersToStart()
        startNext(&worker, api: &api)
    }

    mutating func sandboxBecameReady(_ worker: inout PodWorker, api: inout APIServer) {
        guard worker.stage == .creatingSandbox else { return }
        worker.stage = .idle
        let kubelet = kubelets[worker.node]
        if Pod(worker.pod).usesHostNetwork {
            worker.address = kubelet.facts.address
        } else if let address = pools[kubelet.pool].take() {
            worker.address = address
            slotByAddress[address] = worker.slot
        } else {
            reportFullNetwork(&worker, api: &api)
            return
        }
        worker.hasSandbox = true
        worker.timers.setNoLater(.relist, at: worker.relist(after: api.now))
        worker.outcome = .success
        worker.toStart = worker.containersToStart()
        startNext(&worker, api: &api)
    }

    private mutating func reportFullNetwork(_ worker: inout PodWorker, api: inout APIServer) {
        record(
            .warning, "FailedCreatePodSandBox",
            "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox: plugin type=\"aws-cni\" failed (add): add cmd: failed to assign an IP address to container",
            worker, api: &api)
        worker.outcome = .failed
        completeSync(&worker, api: &api)
    }

    /// Starts the containers of the sync one after the other; each may have to wait for its image.
    mutating func startNext(_ worker: inout PodWorker, api: inout APIServer) {
        while worker.stage == .idle, worker.life == .active, !worker.toStart.isEmpty {
            start(worker.toStart.removeFirst(), &worker, api: &api)
        }
        guard worker.stage == .idle, worker.life == .active else { return }
        completeSync(&worker, api: &api)
    }

    /// Decides when the pod is looked at again.
    ///
    /// Source: `completeWork` of `pkg/kubelet/pod_workers.go`. A pod in which all is well is not looked at again until
    /// something happens to it, because nothing would come of it.
    func completeSync(_ worker: inout PodWorker, api: inout APIServer) {
        if worker.wantsSync {
            worker.wantsSync = false
            worker.timers.set(.sync, at: api.now)
            return
        }
        switch worker.outcome {
        case .success: break
        case .failed: worker.timers.set(.sync, at: api.now + jittered(KubeletTimings.failedSyncDelay, api: &api))
        case .backingOff(let end):
            let wait = min(max(end - api.now, .zero), KubeletTimings.syncPeriod)
            let due = api.now + jittered(wait, api: &api)
            worker.timers.set(.sync, at: min(due, worker.nextOwnSync(after: api.now)))
        }
    }

    private func jittered(_ wait: Duration, api: inout APIServer) -> Duration {
        let share = Double(api.random.below(1000)) / 1000 * KubeletTimings.failedSyncJitter
        return .microseconds(wait.microseconds + Int64(Double(wait.microseconds) * share))
    }
}

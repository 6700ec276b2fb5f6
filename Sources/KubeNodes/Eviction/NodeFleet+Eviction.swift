import Documents
import KubeAPI
import KubeModel
import Shell

/// What a kubelet does when its machine runs short of memory, or a pod fills its disk: it ends pods.
///
/// It looks every ten seconds, but only at machines on which something has changed or still grows.
/// Source: `pkg/kubelet/eviction/eviction_manager.go`.
extension NodeFleet {
    /// Lets the kubelet of a node look at what its pods use, at its next turn.
    mutating func watchPressure(ofNode node: Int, now: Instant) {
        guard profile != .hollow, !kubelets[node].isPressureWatched else { return }
        kubelets[node].isPressureWatched = true
        queue.schedule(.pressure(node), at: now + KubeletTimings.evictionMonitorPeriod)
    }

    mutating func checkPressure(ofNode node: Int, api: inout APIServer) {
        kubelets[node].isPressureWatched = false
        guard kubelets[node].state == .running else { return }
        let slots = workers.indices.filter { workers[$0]?.node == node && workers[$0]?.life == .active }
        for slot in slots { evictForDisk(slot, api: &api) }
        let free = Machine.memoryBytes - memoryInUse(onNode: node, now: api.now)
        if free < KubeletTimings.evictionMemory {
            relieve(node, free: free, slots, api: &api)
        } else {
            noteRelief(node, api: &api)
        }
        let grows = slots.contains { workers[$0]?.mayGrow(now: api.now) ?? false }
        if grows || kubelets[node].pressureSince != nil { watchPressure(ofNode: node, now: api.now) }
    }

    private func memoryInUse(onNode node: Int, now: Instant) -> Int {
        workers.reduce(Machine.ownMemory) { sum, worker in
            guard let worker, worker.node == node else { return sum }
            return sum + worker.memory(now: now)
        }
    }

    /// Says that memory is short, and ends the pod that is the first to go.
    private mutating func relieve(_ node: Int, free: Int, _ slots: [Int], api: inout APIServer) {
        let name = kubelets[node].facts.name
        if kubelets[node].pressureSince == nil {
            setMemoryPressure(true, node, api: &api)
            if let object = api.get(.nodes, ObjectKey(name: name)) {
                api.record(
                    EventRecord(
                        object, .warning, "EvictionThresholdMet", "Attempting to reclaim memory", from: "kubelet",
                        host: name))
            }
        }
        kubelets[node].pressureSince = api.now
        let candidates = slots.compactMap { workers[$0] }.map { EvictionCandidate($0, now: api.now) }
        guard let first = candidates.filter({ !$0.isCritical }).min() else { return }
        evict(first.slot, first.message(free: free), api: &api)
    }

    /// Memory has been there again for long enough.
    private mutating func noteRelief(_ node: Int, api: inout APIServer) {
        guard let since = kubelets[node].pressureSince, api.now - since >= KubeletTimings.pressureTransition else {
            return
        }
        kubelets[node].pressureSince = nil
        setMemoryPressure(false, node, api: &api)
    }

    private func setMemoryPressure(_ isShort: Bool, _ node: Int, api: inout APIServer) {
        let name = kubelets[node].facts.name
        guard var object = api.get(.nodes, ObjectKey(name: name)) else { return }
        let reason = isShort ? "KubeletHasInsufficientMemory" : "KubeletHasSufficientMemory"
        object.setCondition([
            "type": "MemoryPressure", "status": isShort ? "True" : "False", "reason": .string(reason),
            "message": .string("kubelet has \(isShort ? "insufficient" : "sufficient") memory available"),
            "lastHeartbeatTime": .string(api.now.rfc3339), "lastTransitionTime": .string(api.now.rfc3339),
        ])
        do { object = try api.updateStatus(.nodes, object, as: UserInfo.node(name)) } catch { return }
        let event = "NodeHas\(isShort ? "Insufficient" : "Sufficient")Memory"
        api.record(
            EventRecord(object, .normal, event, "Node \(name) status is now: \(event)", from: "kubelet", host: name))
    }

    /// Ends a pod that has written more than it may.
    private mutating func evictForDisk(_ slot: Int, api: inout APIServer) {
        guard let message = workers[slot]?.diskExcess else { return }
        evict(slot, message, api: &api)
    }

    /// Ends a pod for good, and says why.
    private mutating func evict(_ slot: Int, _ message: String, api: inout APIServer) {
        guard var worker = take(slot), worker.life == .active else { return }
        record(.warning, "Evicted", message, worker, api: &api)
        if var object = api.get(.pods, worker.key), object.uid == worker.uid {
            object.setCondition([
                "type": "DisruptionTarget", "status": "True", "reason": "TerminationByKubelet",
                "message": .string(message), "lastProbeTime": .null, "lastTransitionTime": .string(api.now.rfc3339),
                "observedGeneration": Value(object.generation),
            ])
            let user = UserInfo.node(kubelets[worker.node].facts.name)
            do { worker.pod = try api.updateStatus(.pods, object, as: user) } catch { worker.wantsSync = true }
        }
        worker.failure = PodWorker.Failure(reason: "Evicted", message: message)
        worker.gracePeriod = KubeletTimings.evictionGrace
        terminate(&worker, api: &api)
        put(worker)
    }
}

extension PodWorker {
    func memory(now: Instant) -> Int {
        containers.reduce(0) { $0 + ($1.isRunning ? $1.memory(now: now) : 0) }
    }

    /// Its use of memory may rise without anything being done to it.
    fileprivate func mayGrow(now: Instant) -> Bool {
        containers.contains { container in
            guard container.isRunning else { return false }
            if let leak = container.leak, leak.bytesPerSecond > 0 { return true }
            guard case .service(let run)? = container.run?.process else { return false }
            return run.service.memory.contains { run.startedAt + $0.after > now }
        }
    }

    /// What a pod says that has outgrown the limit of a volume or of a container.
    ///
    /// Source: `emptyDirLimitEviction` of the eviction manager.
    fileprivate var diskExcess: String? {
        for volume in Pod(pod).volumes {
            guard case .emptyDirectory = volume.source,
                let limit = volume.value["emptyDir"]?["sizeLimit"], let most = Quantity(limit)?.units,
                let tree = volumes.trees[volume.name]?.tree, tree.byteCount > most
            else { continue }
            return "Usage of EmptyDir volume \"\(volume.name)\" exceeds the limit \"\(limit.string ?? "\(most)")\". "
        }
        return nil
    }
}

import Documents
import KubeAPI
import KubeModel

/// What changes of objects mean to the kubelets.
extension NodeFleet {
    mutating func observePod(_ change: ObjectChange, now: Instant) {
        let object = change.object
        if change.action == .deleted {
            if let slot = slotByUID[object.uid] { forget(slot) }
            return
        }
        guard let name = object["spec"]?["nodeName"]?.string, let node = kubeletByName[name] else { return }
        guard let slot = slotByUID[object.uid] else {
            adopt(object, node: node, now: now)
            return
        }
        update(slot, to: object, now: now)
    }

    /// A kubelet hears of a cordon when it next updates the status of its node.
    mutating func observeNode(_ change: ObjectChange, now: Instant) {
        guard change.action == .modified, let index = kubeletByName[change.object.name],
            Node(change.object).isUnschedulable != kubelets[index].isCordonReported
        else { return }
        let period = KubeletTimings.statusUpdatePeriod.microseconds
        let due = Instant(microseconds: (now.microseconds / period + 1) * period)
        queue.schedule(.reportCordon(index), at: due)
    }

    private mutating func adopt(_ pod: Object, node: Int, now: Instant) {
        let slot = freeSlots.popLast() ?? workers.count
        if slot == workers.count { workers.append(nil) }
        var worker = PodWorker(pod: pod, slot: slot, node: node, now: now)
        if pod.isTerminating || Pod(pod).isFinished { worker.life = .ended }
        if pod.isTerminating { worker.timers.set(.remove, at: now + KubeletTimings.watchLatency) }
        if worker.life == .active { worker.timers.set(.sync, at: now + KubeletTimings.watchLatency) }
        slotByUID[pod.uid] = slot
        put(worker)
    }

    private mutating func update(_ slot: Int, to pod: Object, now: Instant) {
        guard var worker = take(slot) else { return }
        let old = worker.pod
        worker.pod = pod
        let isSpecChanged = pod["spec"] != old["spec"]
        if pod.isTerminating {
            noteDeletion(&worker, old: old, now: now)
        } else if isSpecChanged || pod["metadata"]?["labels"] != old["metadata"]?["labels"]
            || pod["metadata"]?["annotations"] != old["metadata"]?["annotations"]
        {
            if isSpecChanged { worker.refreshContainers() }
            worker.volumes.wantsRefresh = true
            worker.timers.setNoLater(.sync, at: now + KubeletTimings.watchLatency)
        }
        put(worker)
    }

    /// Drops everything that a pod had: its object is gone.
    mutating func forget(_ slot: Int) {
        guard var worker = take(slot) else { return }
        releaseAddress(&worker)
        forgetSources(worker)
        slotByUID[worker.uid] = nil
        freeSlots.append(slot)
    }

    mutating func releaseAddress(_ worker: inout PodWorker) {
        guard worker.hasSandbox else { return }
        worker.hasSandbox = false
        if let address = worker.address, !Pod(worker.pod).usesHostNetwork {
            pools[kubelets[worker.node].pool].release(address)
            slotByAddress[address] = nil
        }
    }
}

extension PodWorker {
    /// Takes over changed images and deadlines, and containers that were added.
    mutating func refreshContainers() {
        for container in Pod(pod).containers {
            guard let index = containers.firstIndex(where: { $0.spec.name == container.name }) else {
                containers.append(ContainerWorker(container))
                continue
            }
            guard containers[index].spec != container else { continue }
            if containers[index].spec.image != container.image {
                containers[index].resetBackOff()
            }
            containers[index].spec = container
        }
        setDeadline()
    }

    /// Lets `activeDeadlineSeconds` end the pod.
    mutating func setDeadline() {
        guard let seconds = pod["spec"]?["activeDeadlineSeconds"]?.int else { return }
        let start = pod["status"]?["startTime"]?.string.flatMap(Instant.init(rfc3339:)) ?? boundAt
        timers.set(.deadline, at: start + .seconds(seconds))
    }
}

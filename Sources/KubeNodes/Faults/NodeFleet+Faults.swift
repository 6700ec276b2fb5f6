import Documents
package import KubeAPI
import KubeModel

extension NodeFleet {
    /// Lets a fault happen now; what there is nothing to do for is left alone.
    package mutating func inject(_ fault: Fault, api: inout APIServer) {
        switch fault {
        case .nodeLost(let name): if let node = kubeletByName[name] { lose(node, api: &api) }
        case .nodeBack(let name): if let node = kubeletByName[name] { restore(node, api: &api) }
        case .nodeRebooted(let name): if let node = kubeletByName[name] { reboot(node, api: &api) }
        case .registryDown: registry = .down
        case .registryUp: registry = .up
        case .registrySlow(let factor): registry = .slow(factor: max(1, factor))
        case .containerKilled(let key, let container):
            change(key, container, api: &api) { fleet, worker, index, api in
                fleet.exited(index, ProcessExit(code: 137), &worker, api: &api)
            }
        case .memoryLeak(let key, let container, let bytes):
            change(key, container, api: &api) { fleet, worker, index, api in
                worker.containers[index].leak = (since: api.now, bytesPerSecond: max(0, bytes))
                fleet.armMemoryWatch(index, &worker, now: api.now)
                fleet.watchPressure(ofNode: worker.node, now: api.now)
            }
        case .probesFail(let key, let container, let seconds):
            change(key, container, api: &api) { fleet, worker, index, api in
                worker.containers[index].probesFailUntil = api.now + .seconds(seconds)
                fleet.worldChanged(&worker, now: api.now)
            }
        }
    }

    private mutating func change(
        _ key: ObjectKey, _ container: String, api: inout APIServer,
        _ body: (inout NodeFleet, inout PodWorker, Int, inout APIServer) -> Void
    ) {
        guard let uid = api.get(.pods, key)?.uid, let slot = slotByUID[uid], var worker = take(slot) else { return }
        if let index = worker.containers.firstIndex(where: { $0.spec.name == container }) {
            body(&self, &worker, index, &api)
        }
        put(worker)
    }

    /// The annotation by which a lease says since when its kubelet is silent.
    ///
    /// Kubelets renew their leases every ten seconds; here a lease is written only when that begins or ends, so that
    /// idle time costs nothing. A lease without this annotation is renewed in time.
    package static let silentSince = Node.silentSinceAnnotation

    private mutating func lose(_ node: Int, api: inout APIServer) {
        guard kubelets[node].state == .running else { return }
        kubelets[node].state = .lost
        writeLease(node, silentSince: api.now, api: &api)
    }

    private mutating func restore(_ node: Int, api: inout APIServer) {
        guard kubelets[node].state == .lost else { return }
        kubelets[node].state = .running
        writeLease(node, silentSince: nil, api: &api)
        postReady(node, bootID: nil, api: &api)
        for slot in workers.indices where workers[slot]?.node == node {
            guard var worker = take(slot) else { continue }
            worker.wakeAt = nil
            worker.timers.setNoLater(.relist, at: worker.relist(after: api.now))
            put(worker)
        }
    }

    private mutating func reboot(_ node: Int, api: inout APIServer) {
        kubelets[node].state = .running
        writeLease(node, silentSince: nil, api: &api)
        let bootID = api.random.uid()
        postReady(node, bootID: bootID, api: &api)
        for slot in workers.indices where workers[slot]?.node == node {
            guard var worker = take(slot) else { continue }
            worker.wakeAt = nil
            if worker.life == .active, worker.hasSandbox { restartSandbox(&worker, api: &api) }
            put(worker)
        }
    }

    /// Everything in the pod has ended with its machine; it gets a new sandbox and a new address.
    private mutating func restartSandbox(_ worker: inout PodWorker, api: inout APIServer) {
        for index in worker.containers.indices where worker.containers[index].isRunning {
            exited(index, ProcessExit(code: 255, reason: "Unknown"), &worker, api: &api)
        }
        guard worker.life == .active else { return }
        record(
            .normal, "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.", worker, api: &api)
        releaseAddress(&worker)
        worker.address = nil
        worker.stage = .idle
        worker.isInitialized = false
        for index in worker.indices(.initial) {
            worker.containers[index].previous = worker.containers[index].run
            worker.containers[index].run = nil
        }
        worker.timers.set(.sync, at: api.now + KubeletTimings.watchLatency)
    }

    private func writeLease(_ node: Int, silentSince: Instant?, api: inout APIServer) {
        let name = kubelets[node].facts.name
        guard var lease = api.get(.leases, ObjectKey(namespace: "kube-node-lease", name: name)) else { return }
        lease["spec", "renewTime"] = .string(api.now.rfc3339Micro)
        lease["metadata", "annotations"] = silentSince.map { [Self.silentSince: .string($0.rfc3339Micro)] }
        do { try api.update(.leases, lease, as: UserInfo.node(name)) } catch { return }
    }

    /// A kubelet that can talk again says that all is well.
    private func postReady(_ node: Int, bootID: String?, api: inout APIServer) {
        let name = kubelets[node].facts.name
        guard var object = api.get(.nodes, ObjectKey(name: name)) else { return }
        for condition in NodeDescription.conditions(now: api.now) {
            if let condition = condition.object { object.setCondition(condition) }
        }
        if let bootID { object["status", "nodeInfo", "bootID"] = .string(bootID) }
        do { object = try api.updateStatus(.nodes, object, as: UserInfo.node(name)) } catch { return }
        guard let bootID else { return }
        api.record(
            EventRecord(
                object, .warning, "Rebooted", "Node \(name) has been rebooted, boot id: \(bootID)", from: "kubelet",
                host: name))
    }
}

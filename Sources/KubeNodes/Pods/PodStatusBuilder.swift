import Documents
import KubeModel

/// The status that a kubelet reports of a pod.
///
/// Source: `generateAPIPodStatus` of `pkg/kubelet/kubelet_pods.go`.
struct PodStatusBuilder {
    let worker: PodWorker
    let facts: NodeDescription
    let now: Instant
    let phase: Pod.Phase

    init(_ worker: PodWorker, facts: NodeDescription, now: Instant) {
        self.worker = worker
        self.facts = facts
        self.now = now
        phase = Self.phase(of: worker)
    }
}

extension Pod.Phase {
    var isFinished: Bool { self == .succeeded || self == .failed }
}

extension PodStatusBuilder {
    /// The new status, made from the one that the API has now, whose foreign parts it keeps.
    func status(over old: Object) -> Object {
        var status = old
        let containers = statuses(of: .main)
        let initial = initialStatuses()
        let ephemeral = statuses(of: .ephemeral)
        status["phase"] = .string(phase.rawValue)
        status["containerStatuses"] = .array(containers)
        status["initContainerStatuses"] = initial.isEmpty ? nil : .array(initial)
        status["ephemeralContainerStatuses"] = ephemeral.isEmpty ? nil : .array(ephemeral)
        status["hostIP"] = .string(facts.address)
        status["hostIPs"] = [["ip": .string(facts.address)]]
        if let address = worker.address {
            status["podIP"] = .string(address)
            status["podIPs"] = [["ip": .string(address)]]
        }
        if status["startTime"] == nil { status["startTime"] = .string(now.rfc3339) }
        if status["qosClass"] == nil { status["qosClass"] = .string(Pod(worker.pod).qualityOfService) }
        status["observedGeneration"] = Value(worker.pod.generation)
        let resources = worker.pod["spec"]?["resources"]
        status["resources"] = resources ?? .object(Object())
        status["allocatedResources"] = resources?["requests"]
        if let failure = worker.failure, phase == .failed {
            status["reason"] = .string(failure.reason)
            status["message"] = .string(failure.message)
        }
        status["conditions"] = .array(conditions(over: old["conditions"]?.array ?? [], containers, initial))
        return status
    }
}

// MARK: - Phase

extension PodStatusBuilder {
    /// Source: `getPhase` of `pkg/kubelet/kubelet_pods.go`.
    static func phase(of worker: PodWorker) -> Pod.Phase {
        if worker.life == .ended, worker.failure != nil { return .failed }
        var isInitializing = false
        for index in worker.containers.indices {
            switch worker.containers[index].spec.role {
            case .initial:
                let run = worker.containers[index].run
                if run?.state == .exited, run?.exitCode == 0 { continue }
                if let run, run.state == .exited, !worker.restarts(index, exitCode: run.exitCode) { return .failed }
                isInitializing = true
            case .sidecar:
                if worker.containers[index].run == nil { isInitializing = true }
            case .main, .ephemeral: break
            }
        }
        if isInitializing, !worker.isInitialized { return .pending }
        return mainPhase(of: worker)
    }

    private static func mainPhase(of worker: PodWorker) -> Pod.Phase {
        let main = worker.indices(.main)
        var isRunning = false
        for index in main {
            guard let run = worker.containers[index].run else { return .pending }
            switch run.state {
            case .created: return .pending
            case .running: isRunning = true
            case .exited: break
            }
        }
        if isRunning { return .running }
        let isOver = worker.life == .ended
        if !isOver, main.contains(where: { worker.restarts($0, exitCode: worker.containers[$0].run?.exitCode ?? 0) }) {
            return .running
        }
        return main.allSatisfy { worker.containers[$0].run?.exitCode == 0 } ? .succeeded : .failed
    }
}

// MARK: - Containers

extension PodStatusBuilder {
    private func statuses(of role: Container.Role) -> [Value] {
        worker.indices(role).map { .object(containerStatus($0)) }
    }

    private func initialStatuses() -> [Value] {
        worker.containers.indices.filter {
            let role = worker.containers[$0].spec.role
            return role == .initial || role == .sidecar
        }.map { .object(containerStatus($0)) }
    }

    private var hasInitialContainers: Bool {
        worker.containers.contains { $0.spec.role == .initial || $0.spec.role == .sidecar }
    }

    func containerStatus(_ index: Int) -> Object {
        let container = worker.containers[index]
        var status: Object = [
            "image": .string(container.spec.image), "imageID": "", "lastState": .object(Object()),
            "name": .string(container.spec.name), "ready": .bool(worker.isReady(index)),
            "restartCount": Value(container.restartCount), "started": .bool(container.hasStarted),
            "state": ["waiting": ["reason": hasInitialContainers ? "PodInitializing" : "ContainerCreating"]],
        ]
        if let run = container.run {
            describe(run, container, in: &status)
            if run.state != .created { status["state"] = state(of: run) }
            if let previous = container.previous { status["lastState"] = state(of: previous) }
        }
        applyStartFailure(index, container, to: &status)
        return status
    }

    private func describe(_ run: ContainerRun, _ container: ContainerWorker, in status: inout Object) {
        status["containerID"] = .string("containerd://\(run.id)")
        status["image"] = .string(run.image)
        status["imageID"] = .string(run.imageID)
        let spec = container.spec
        if spec.role == .main || spec.role == .sidecar {
            status["resources"] = .object(spec.resources)
            status["allocatedResources"] = spec.resources["requests"]
        }
        let mounts = spec.value["volumeMounts"]?.array ?? []
        guard !mounts.isEmpty else { return }
        status["volumeMounts"] = .array(
            mounts.map { mount in
                var entry: Object = ["mountPath": mount["mountPath"] ?? "", "name": mount["name"] ?? ""]
                if mount["readOnly"]?.bool == true {
                    entry["readOnly"] = true
                    entry["recursiveReadOnly"] = "Disabled"
                }
                return .object(entry)
            })
    }

    private func state(of run: ContainerRun) -> Value {
        let started = run.startedAt.map { Value.string($0.rfc3339) } ?? .null
        guard run.state == .exited else { return ["running": ["startedAt": started]] }
        var terminated: Object = [
            "containerID": .string("containerd://\(run.id)"), "exitCode": Value(Int(run.exitCode)),
            "finishedAt": .string((run.finishedAt ?? now).rfc3339), "reason": .string(run.reason), "startedAt": started,
        ]
        if !run.message.isEmpty { terminated["message"] = .string(run.message) }
        return ["terminated": .object(terminated)]
    }

    /// A container that could not be started waits, and its end becomes its last state.
    private func applyStartFailure(_ index: Int, _ container: ContainerWorker, to status: inout Object) {
        guard let failure = container.startFailure, worker.shouldStart(index), worker.life != .ended else { return }
        if let terminated = status["state"]?["terminated"] { status["lastState"] = ["terminated": terminated] }
        status["state"] = ["waiting": ["reason": .string(failure.reason), "message": .string(failure.message)]]
    }
}

import Documents
import KubeModel

/// What a sync has to do to the containers of a pod.
///
/// Source: `computePodActions` and `computeInitContainerActions` of `pkg/kubelet/kuberuntime`.
extension PodWorker {
    /// The containers that should run and do not, in the order in which they are started.
    func containersToStart() -> [Int] {
        if isInitialized {
            let restarts = indices(.sidecar) + indices(.main)
            return restarts.filter { shouldStart($0) } + indices(.ephemeral).filter { containers[$0].run == nil }
        }
        var sidecars: [Int] = []
        for index in containers.indices {
            let container = containers[index]
            switch container.spec.role {
            case .initial:
                if container.run?.state == .exited, container.run?.exitCode == 0 { continue }
                if container.isRunning { return sidecars }
                return shouldStart(index) ? sidecars + [index] : sidecars
            case .sidecar:
                guard container.isRunning else {
                    sidecars.append(index)
                    if container.run == nil { return sidecars }
                    continue
                }
                if !container.hasStarted { return sidecars }
            case .main, .ephemeral: break
            }
        }
        return sidecars + indices(.main).filter { shouldStart($0) }
    }

    func indices(_ role: Container.Role) -> [Int] {
        containers.indices.filter { containers[$0].spec.role == role }
    }

    /// It has not run yet, or it has ended and its policy says that it runs again.
    func shouldStart(_ index: Int) -> Bool {
        guard let run = containers[index].run else { return true }
        return run.state == .exited && shouldRestart(index, exitCode: run.exitCode)
    }

    /// Source: `ShouldContainerBeRestarted` of `pkg/kubelet/container/helpers.go`.
    func shouldRestart(_ index: Int, exitCode: Int32) -> Bool {
        failure == nil && !pod.isTerminating && restarts(index, exitCode: exitCode)
    }

    /// What the policies alone say, whatever else happens to the pod.
    func restarts(_ index: Int, exitCode: Int32) -> Bool {
        let container = containers[index].spec
        if let rules = container.value["restartPolicyRules"]?.array {
            for rule in rules where rule["action"]?.string == "Restart" {
                let codes = rule["exitCodes"]?["values"]?.array?.compactMap(\.int) ?? []
                let isIn = codes.contains(Int(exitCode))
                if isIn == (rule["exitCodes"]?["operator"]?.string != "NotIn") { return true }
            }
        }
        switch policy(of: container) {
        case .always: return true
        case .onFailure: return exitCode != 0
        case .never: return false
        }
    }

    /// The container's own policy, or that of its pod; an init container that is no sidecar runs only until it succeeds.
    private func policy(of container: Container) -> RestartPolicy {
        switch container.role {
        case .ephemeral: return .never
        case .sidecar: return .always
        case .initial:
            if let own = container.value["restartPolicy"]?.string.flatMap(RestartPolicy.init) { return own }
            return Pod(pod).restartPolicy == .never ? .never : .onFailure
        case .main:
            return container.value["restartPolicy"]?.string.flatMap(RestartPolicy.init) ?? Pod(pod).restartPolicy
        }
    }

    /// A running container whose image was changed, or whose startup or liveness probe has failed.
    func containerToKill(now: Instant) -> Int? {
        containers.indices.first { index in
            let container = containers[index]
            guard container.isRunning, container.stop == nil else { return false }
            return container.isOutdated || container.hasFailedProbe
        }
    }
}

extension ContainerWorker {
    /// It runs another image than its pod now asks for.
    var isOutdated: Bool {
        guard let run else { return false }
        return run.requestedImage != spec.image
    }
}

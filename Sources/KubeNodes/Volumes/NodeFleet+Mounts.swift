import Documents
import KubeAPI
import KubeModel
import Shell

/// Mounting the volumes of a pod, and trying again when something is missing.
///
/// Source: `pkg/kubelet/volumemanager` and `pkg/volume/util/operationexecutor`.
extension NodeFleet {
    /// Whether all volumes are mounted; otherwise the kubelet says why, and tries again later.
    mutating func mountVolumes(_ worker: inout PodWorker, api: inout APIServer) -> Bool {
        if worker.volumes.areMounted { return true }
        guard worker.timers.due(of: .mountRetry) == nil else { return false }
        let problems = mountProblems(worker, api: api)
        guard !problems.isEmpty else {
            worker.volumes.areMounted = true
            worker.timers.cancel(.mountTimeout)
            rememberSources(&worker, api: api)
            return true
        }
        for problem in problems {
            record(
                .warning, "FailedMount",
                "MountVolume.SetUp failed for volume \"\(problem.volume)\" : \(problem.reason)",
                worker, api: &api)
        }
        let wait = min(
            KubeletTimings.mountRetry * (1 << min(worker.volumes.failures, 10)), KubeletTimings.mountRetryMax)
        worker.volumes.failures += 1
        worker.timers.set(.mountRetry, at: api.now + wait)
        if worker.timers.due(of: .mountTimeout) == nil {
            worker.timers.set(.mountTimeout, at: api.now + KubeletTimings.mountTimeout)
        }
        return false
    }

    mutating func retryMounts(_ worker: inout PodWorker, api: inout APIServer) {
        guard worker.life == .active, mountVolumes(&worker, api: &api) else { return }
        requestSync(&worker, api: &api)
    }

    func reportMountTimeout(_ worker: inout PodWorker, api: inout APIServer) {
        let names = mountProblems(worker, api: api).map(\.volume).joined(separator: " ")
        record(
            .warning, "FailedMount",
            "Unable to attach or mount volumes: unmounted volumes=[\(names)], unattached volumes=[], failed to process volumes=[]: context deadline exceeded",
            worker, api: &api)
        worker.timers.set(.mountTimeout, at: api.now + KubeletTimings.mountTimeout)
    }

    private struct MountProblem {
        var volume: String
        var reason: String
    }

    private func mountProblems(_ worker: PodWorker, api: borrowing APIServer) -> [MountProblem] {
        var problems: [MountProblem] = []
        for volume in Pod(worker.pod).volumes {
            if let reason = problem(of: volume, worker, api: api) {
                problems.append(MountProblem(volume: volume.name, reason: reason))
            }
        }
        return problems
    }

    private func problem(of volume: Volume, _ worker: PodWorker, api: borrowing APIServer) -> String? {
        let namespace = worker.key.namespace
        switch volume.source {
        case .configMap(let name, let isOptional):
            return missing("ConfigMap", name, isOptional, volume.value["configMap"], namespace, api: api)
        case .secret(let name, let isOptional):
            return missing("Secret", name, isOptional, volume.value["secret"], namespace, api: api)
        case .projected:
            for source in volume.value["projected"]?["sources"]?.array ?? [] {
                for (field, kind) in [("configMap", "ConfigMap"), ("secret", "Secret")] {
                    guard let part = source[field], let name = part["name"]?.string else { continue }
                    let isOptional = part["optional"]?.bool ?? false
                    if let reason = missing(kind, name, isOptional, part, namespace, api: api) { return reason }
                }
            }
            return nil
        case .hostPath(let path, let type): return hostPathProblem(path, type, worker)
        case .emptyDirectory, .downwardAPI, .claim, .ephemeralClaim, .other: return nil
        }
    }

    private func missing(
        _ kind: String, _ name: String, _ isOptional: Bool, _ source: Value?, _ namespace: String,
        api: borrowing APIServer
    ) -> String? {
        guard let data = ConfigurationData(kind: kind, ObjectKey(namespace: namespace, name: name), api: api) else {
            return isOptional ? nil : "\(kind.lowercased()) \"\(name)\" not found"
        }
        for item in source?["items"]?.array ?? [] where !isOptional {
            let key = item["key"]?.string ?? ""
            if !data.keys.contains(key) {
                return "references non-existent \(kind == "Secret" ? "secret" : "config") key: \(key)"
            }
        }
        return nil
    }

    mutating func unmountVolumes(_ worker: inout PodWorker) {
        forgetSources(worker)
        worker.volumes = PodVolumes()
    }

    /// Source: `pkg/volume/hostpath/host_path.go`.
    private func hostPathProblem(_ path: String, _ type: String, _ worker: PodWorker) -> String? {
        let tree = kubelets[worker.node].files.tree(at: path)
        switch type {
        case "Directory": return tree?.isFolder == true ? nil : "hostPath type check failed: \(path) is not a directory"
        case "File":
            return tree.map { !$0.isFolder } == true ? nil : "hostPath type check failed: \(path) is not a file"
        case "Socket": return "hostPath type check failed: \(path) is not a socket file"
        case "CharDevice": return "hostPath type check failed: \(path) is not a character device"
        case "BlockDevice": return "hostPath type check failed: \(path) is not a block device"
        default: return nil
        }
    }
}

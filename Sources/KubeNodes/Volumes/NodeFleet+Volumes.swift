import Documents
import KubeAPI
import KubeModel
import Shell

/// Where the files of volumes live: with the pod, on the node, or with a persistent volume that outlives both.
extension NodeFleet {
    enum VolumePlace: Hashable {
        case pod(name: String)
        case host(path: String)
        case disk(String)
    }

    func place(of volume: Volume, _ worker: PodWorker, api: borrowing APIServer) -> VolumePlace {
        switch volume.source {
        case .hostPath(let path, _): return .host(path: path)
        case .claim(let name, _): return place(ofClaim: name, worker, api: api)
        case .ephemeralClaim: return place(ofClaim: "\(worker.key.name)-\(volume.name)", worker, api: api)
        case .emptyDirectory, .configMap, .secret, .downwardAPI, .projected, .other: return .pod(name: volume.name)
        }
    }

    private func place(ofClaim name: String, _ worker: PodWorker, api: borrowing APIServer) -> VolumePlace {
        let claim = api.get(.persistentVolumeClaims, ObjectKey(namespace: worker.key.namespace, name: name))
        let disk = claim?["spec"]?["volumeName"]?.string ?? "\(worker.key.namespace)/\(name)"
        if let path = api.get(.persistentVolumes, ObjectKey(name: disk))?["spec"]?["hostPath"]?["path"]?.string {
            return .host(path: path)
        }
        return .disk(disk)
    }

    /// The files of a volume as they are now.
    func files(of volume: Volume, _ worker: PodWorker, api: borrowing APIServer) -> PodVolumes.StoredTree {
        let empty = FileTree.folder(mode: 0o777, modified: worker.boundAt.seconds)
        switch place(of: volume, worker, api: api) {
        case .pod(let name):
            if let stored = worker.volumes.trees[name] { return stored }
            let made = VolumeFiles(worker, kubelets[worker.node].facts, now: worker.boundAt).tree(of: volume)
            return PodVolumes.StoredTree(tree: made ?? empty)
        case .host(let path):
            let kubelet = kubelets[worker.node]
            return PodVolumes.StoredTree(
                tree: kubelet.files.tree(at: path) ?? empty, version: kubelet.fileVersions[path] ?? 0)
        case .disk(let name): return disks[name] ?? PodVolumes.StoredTree(tree: empty)
        }
    }

    /// Keeps what containers have written to a volume.
    mutating func store(_ tree: FileTree, in volume: Volume, _ worker: inout PodWorker, api: borrowing APIServer) {
        let version = files(of: volume, worker, api: api).version + 1
        switch place(of: volume, worker, api: api) {
        case .pod(let name): worker.volumes.trees[name] = PodVolumes.StoredTree(tree: tree, version: version)
        case .host(let path):
            kubelets[worker.node].files.mount(tree, at: path)
            kubelets[worker.node].fileVersions[path] = version
        case .disk(let name): disks[name] = PodVolumes.StoredTree(tree: tree, version: version)
        }
    }

    // MARK: Changes of ConfigMaps and Secrets

    /// Notes from which objects a pod's files come.
    mutating func rememberSources(_ worker: inout PodWorker, api: borrowing APIServer) {
        for volume in Pod(worker.pod).volumes {
            for key in volume.sourceKeys {
                worker.volumes.sources[key] = api.get(
                    key.kind == "Secret" ? .secrets : .configMaps,
                    ObjectKey(namespace: worker.key.namespace, name: key.name))
                guard key.name != "kube-root-ca.crt" else { continue }
                volumeUsers["\(key.kind)/\(worker.key.namespace)/\(key.name)", default: []].insert(worker.slot)
            }
        }
    }

    mutating func forgetSources(_ worker: PodWorker) {
        for key in worker.volumes.sources.keys {
            let name = "\(key.kind)/\(worker.key.namespace)/\(key.name)"
            volumeUsers[name]?.remove(worker.slot)
            if volumeUsers[name]?.isEmpty == true { volumeUsers[name] = nil }
        }
    }

    /// The kubelet brings changed entries into the files when it next syncs the pod by itself.
    mutating func observeConfiguration(_ change: ObjectChange, now: Instant) {
        let object = change.object
        guard let users = volumeUsers["\(change.resource.kind)/\(object.namespace)/\(object.name)"] else { return }
        for slot in users.sorted() {
            guard var worker = take(slot) else { continue }
            worker.timers.setNoLater(.volumesChanged, at: worker.nextOwnSync(after: now))
            put(worker)
        }
    }

    /// Makes the files of a pod anew from what the objects say now.
    mutating func refreshVolumes(_ worker: inout PodWorker, api: inout APIServer) {
        guard worker.life == .active, worker.volumes.areMounted else { return }
        rememberSources(&worker, api: api)
        worker.volumes.wantsRefresh = false
        let maker = VolumeFiles(worker, kubelets[worker.node].facts, now: api.now)
        for volume in Pod(worker.pod).volumes {
            guard let tree = maker.tree(of: volume) else { continue }
            let version = worker.volumes.trees[volume.name]?.version ?? 0
            worker.volumes.trees[volume.name] = PodVolumes.StoredTree(tree: tree, version: version + 1)
        }
        worldChanged(&worker, now: api.now)
    }
}

extension PodWorker {
    /// When the kubelet next looks at the pod without being asked to.
    func nextOwnSync(after now: Instant) -> Instant {
        let period = KubeletTimings.syncPeriod.microseconds
        let age = (now - boundAt).microseconds
        return boundAt + .microseconds((age / period + 1) * period)
    }
}

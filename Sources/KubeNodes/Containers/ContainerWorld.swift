import Documents
import KubeAPI
import KubeModel
import Shell

/// The files that a container sees: its image's, its own, and its volumes.
///
/// It is made when something first runs or looks in the container; most containers never need one.
struct ContainerWorld: Sendable {
    var files: MemoryFileSystem
    /// The volumes as they were when they were last brought in.
    var seen: [String: Int] = [:]
}

extension NodeFleet {
    /// The container's world with its volumes as they are now.
    func world(_ index: Int, _ worker: PodWorker, api: borrowing APIServer) -> ContainerWorld {
        var world = worker.containers[index].run?.world ?? newWorld(index, worker, now: api.now)
        world.files.now = api.now.seconds
        let volumes = Pod(worker.pod).volumes
        for mount in worker.containers[index].spec.mounts {
            guard let volume = volumes.first(where: { $0.name == mount.name }) else { continue }
            let stored = files(of: volume, worker, api: api)
            let seen = world.seen[mount.path]
            guard seen != stored.version else { continue }
            let subPath = worker.subPath(of: mount, index)
            // A part of a volume that is mounted alone does not follow the changes of its object.
            if seen != nil, !subPath.isEmpty, volume.isAlwaysReadOnly { continue }
            world.seen[mount.path] = stored.version
            world.files.mount(
                stored.tree.part(subPath, now: api.now.seconds), at: mount.path,
                readOnly: mount.isReadOnly || volume.isAlwaysReadOnly)
        }
        return world
    }

    /// One file or folder of a container, without making its whole world.
    func tree(at path: String, _ index: Int, _ worker: PodWorker, api: borrowing APIServer) -> FileTree? {
        let mounts = worker.containers[index].spec.mounts.filter { path == $0.path || path.hasPrefix($0.path + "/") }
        guard let mount = mounts.max(by: { $0.path.utf8.count < $1.path.utf8.count }),
            let volume = Pod(worker.pod).volumes.first(where: { $0.name == mount.name })
        else {
            let run = worker.containers[index].run
            if let files = run?.world?.files { return files.tree(at: path) }
            return root(of: run).part(ifThere: path)
        }
        let tree = files(of: volume, worker, api: api).tree.part(worker.subPath(of: mount, index), now: 0)
        return tree.part(ifThere: String(path.dropFirst(mount.path.count)))
    }

    private func root(of run: ContainerRun?) -> FileTree {
        guard let reference = try? ImageReference(parsing: run?.requestedImage ?? "") else { return .folder() }
        return catalog.find(reference)?.root(tag: reference.tag) ?? .folder()
    }

    /// Keeps the world of a container and what was written to its volumes.
    mutating func keep(_ world: ContainerWorld, _ index: Int, _ worker: inout PodWorker, api: borrowing APIServer) {
        var world = world
        let volumes = Pod(worker.pod).volumes
        for mount in worker.containers[index].spec.mounts where !mount.isReadOnly {
            guard let volume = volumes.first(where: { $0.name == mount.name }), !volume.isAlwaysReadOnly,
                let tree = world.files.tree(at: mount.path)
            else { continue }
            let stored = files(of: volume, worker, api: api)
            let subPath = worker.subPath(of: mount, index)
            guard stored.tree.part(subPath, now: 0).content != tree.content else { continue }
            store(stored.tree.replacing(subPath, with: tree, now: api.now.seconds), in: volume, &worker, api: api)
            world.seen[mount.path] = stored.version + 1
            if volume.value["emptyDir"]?["sizeLimit"] != nil { watchPressure(ofNode: worker.node, now: api.now) }
        }
        worker.containers[index].run?.world = world
    }

    private func newWorld(_ index: Int, _ worker: PodWorker, now: Instant) -> ContainerWorld {
        let spec = worker.containers[index].spec
        var root = root(of: worker.containers[index].run)
        root.isReadOnly = spec.value["securityContext"]?["readOnlyRootFilesystem"]?.bool ?? false
        var files = MemoryFileSystem(root: root, now: now.seconds)
        files.mount(.file(worker.hostName + "\n"), at: "/etc/hostname")
        files.mount(.file(hostsFile(worker)), at: "/etc/hosts")
        files.mount(.file(resolverFile(worker)), at: "/etc/resolv.conf")
        files.mount(.file("", mode: 0o666), at: spec.terminationMessagePath)
        return ContainerWorld(files: files)
    }

    /// Source: `pkg/kubelet/kubelet_pods.go`, `managedHostsFileContent`.
    private func hostsFile(_ worker: PodWorker) -> String {
        var lines = [
            "# Kubernetes-managed hosts file.", "127.0.0.1\tlocalhost", "::1\tlocalhost ip6-localhost ip6-loopback",
            "fe00::\tip6-localnet", "fe00::\tip6-mcastprefix", "fe00::1\tip6-allnodes", "fe00::2\tip6-allrouters",
        ]
        let subdomain = worker.pod["spec"]?["subdomain"]?.string ?? ""
        let whole = "\(worker.hostName).\(subdomain).\(worker.key.namespace).svc.\(Self.clusterDomain)\t"
        lines.append("\(worker.address ?? "")\t\(subdomain.isEmpty ? "" : whole)\(worker.hostName)")
        let aliases = worker.pod["spec"]?["hostAliases"]?.array ?? []
        if !aliases.isEmpty { lines += ["", "# Entries added by HostAliases."] }
        for alias in aliases {
            let names = alias["hostnames"]?.array?.compactMap(\.string).joined(separator: "\t") ?? ""
            lines.append("\(alias["ip"]?.string ?? "")\t\(names)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func resolverFile(_ worker: PodWorker) -> String {
        let policy = worker.pod["spec"]?["dnsPolicy"]?.string ?? "ClusterFirst"
        let own = worker.pod["spec"]?["dnsConfig"]
        var servers =
            policy == "ClusterFirst" || policy == "ClusterFirstWithHostNet" ? [Self.nameServer] : ["192.168.0.2"]
        var searches =
            ["\(worker.key.namespace).svc", "svc"].map { "\($0).\(Self.clusterDomain)" } + [Self.clusterDomain]
        if servers != [Self.nameServer] { searches = [] }
        if policy == "None" { servers = [] }
        servers += own?["nameservers"]?.array?.compactMap(\.string) ?? []
        searches += own?["searches"]?.array?.compactMap(\.string) ?? []
        let options = (own?["options"]?.array ?? []).map { option in
            let name = option["name"]?.string ?? ""
            return option["value"]?.string.map { "\(name):\($0)" } ?? name
        }
        var lines: [String] = searches.isEmpty ? [] : ["search \(searches.joined(separator: " "))"]
        lines += servers.map { "nameserver \($0)" }
        let all = (servers.contains(Self.nameServer) ? ["ndots:5"] : []) + options
        if !all.isEmpty { lines.append("options \(all.joined(separator: " "))") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension PodWorker {
    /// The part of a volume that a mount shows, with variables filled in.
    func subPath(of mount: VolumeMount, _ index: Int) -> String {
        guard !mount.subPathExpression.isEmpty else { return mount.subPath }
        let environment = containers[index].run?.environment ?? []
        return VariableExpansion.expand(mount.subPathExpression) { name in
            environment.last { $0.name == name }?.value
        }
    }
}

extension FileTree {
    /// What is at a path inside; an empty folder when there is nothing yet.
    func part(_ path: String, now: Int64) -> FileTree {
        path.split(separator: "/").reduce(self) { tree, name in
            tree.children[String(name)] ?? .folder(mode: 0o777, modified: now)
        }
    }

    /// What is at a path inside, when there is something.
    func part(ifThere path: String) -> FileTree? {
        var tree = self
        for name in path.split(separator: "/") {
            guard let child = tree.children[String(name)] else { return nil }
            tree = child
        }
        return tree
    }

    /// The tree with another one at a path inside.
    func replacing(_ path: String, with tree: FileTree, now: Int64) -> FileTree {
        replacing(path.split(separator: "/").map(String.init)[...], with: tree, now: now)
    }

    private func replacing(_ parts: ArraySlice<String>, with tree: FileTree, now: Int64) -> FileTree {
        guard let name = parts.first else { return tree }
        var children = children
        let child = children[name] ?? .folder(mode: 0o777, modified: now)
        children[name] = child.replacing(parts.dropFirst(), with: tree, now: now)
        var result = self
        result.content = .folder(children)
        return result
    }
}

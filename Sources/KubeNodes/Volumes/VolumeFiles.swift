import Documents
import KubeModel
import Shell

/// Makes the files of volumes whose contents come from objects.
struct VolumeFiles {
    let volumes: PodVolumes
    let facts: FieldFacts
    let pod: Object
    let now: Instant

    init(_ worker: PodWorker, _ node: NodeDescription, now: Instant) {
        volumes = worker.volumes
        facts = FieldFacts(worker, node, 0)
        pod = worker.pod
        self.now = now
    }
}

extension VolumeFiles {
    /// The files of a volume that the kubelet fills; `nil` for those that start empty or live elsewhere.
    func tree(of volume: Volume) -> FileTree? {
        var files: [(path: String, tree: FileTree)] = []
        switch volume.source {
        case .configMap(let name, _):
            files = entries("ConfigMap", name, volume.value["configMap"], defaultMode(volume.value["configMap"]))
        case .secret(let name, _):
            files = entries("Secret", name, volume.value["secret"], defaultMode(volume.value["secret"]))
        case .downwardAPI:
            files = downward(volume.value["downwardAPI"], defaultMode(volume.value["downwardAPI"]))
        case .projected: files = projected(volume.value["projected"])
        case .emptyDirectory, .hostPath, .claim, .ephemeralClaim, .other: return nil
        }
        return folder(files)
    }

    private func defaultMode(_ source: Value?) -> Int { source?["defaultMode"]?.int ?? 0o644 }

    private func entries(_ kind: String, _ name: String, _ source: Value?, _ mode: Int) -> [(String, FileTree)] {
        guard let object = volumes.sources[.init(kind: kind, name: name)] else { return [] }
        let data = ConfigurationData(kind: kind, object)
        guard let items = source?["items"]?.array else {
            return data.keys.map { ($0, file(data.bytes($0) ?? [], mode)) }
        }
        return items.compactMap { item in
            guard let key = item["key"]?.string, let bytes = data.bytes(key) else { return nil }
            return (item["path"]?.string ?? key, file(bytes, item["mode"]?.int ?? mode))
        }
    }

    private func downward(_ source: Value?, _ mode: Int) -> [(String, FileTree)] {
        (source?["items"]?.array ?? []).map { item in
            var text = ""
            if let reference = item["resourceFieldRef"] {
                text = facts.resource(reference)
            } else if let path = item["fieldRef"]?["fieldPath"]?.string, let value = try? facts.field(path) {
                text = value  // fields that do not exist were refused when the pod was made
            }
            return (item["path"]?.string ?? "", file(Array(text.utf8), item["mode"]?.int ?? mode))
        }
    }

    private func projected(_ source: Value?) -> [(String, FileTree)] {
        let mode = defaultMode(source)
        return (source?["sources"]?.array ?? []).flatMap { part -> [(String, FileTree)] in
            if let token = part["serviceAccountToken"] {
                return [(token["path"]?.string ?? "token", file(Array(self.token.utf8), mode))]
            }
            if let map = part["configMap"] { return entries("ConfigMap", map["name"]?.string ?? "", map, mode) }
            if let secret = part["secret"] { return entries("Secret", secret["name"]?.string ?? "", secret, mode) }
            return downward(part["downwardAPI"], mode)
        }
    }

    /// Three parts like those of a real token, which nobody here can check.
    private var token: String {
        let account = pod["spec"]?["serviceAccountName"]?.string ?? "default"
        let subject = "system:serviceaccount:\(pod.namespace):\(account)"
        let header = Base64.encode(Array(#"{"alg":"RS256","kid":"simulated"}"#.utf8))
        let claims = Base64.encode(Array(#"{"aud":["https://kubernetes.default.svc"],"sub":"\#(subject)"}"#.utf8))
        var generator = SeededGenerator(seed: pod.uid.utf8.reduce(17) { $0 &* 31 &+ UInt64($1) })
        return [header, claims, generator.hexadecimal(count: 64)].joined(separator: ".")
    }

    private func file(_ bytes: [UInt8], _ mode: Int) -> FileTree {
        .file(bytes, mode: mode, modified: now.seconds)
    }

    /// A folder with files at paths of several parts.
    private func folder(_ files: [(path: String, tree: FileTree)]) -> FileTree {
        var children: [String: FileTree] = [:]
        for (path, tree) in files {
            Self.place(tree, path.split(separator: "/").map(String.init)[...], in: &children, now.seconds)
        }
        return .folder(children, mode: 0o777, modified: now.seconds)
    }

    private static func place(
        _ tree: FileTree, _ parts: ArraySlice<String>, in children: inout [String: FileTree], _ now: Int64
    ) {
        guard let name = parts.first else { return }
        guard parts.count > 1 else {
            children[name] = tree
            return
        }
        var inner = children[name]?.children ?? [:]
        place(tree, parts.dropFirst(), in: &inner, now)
        children[name] = .folder(inner, modified: now)
    }
}

import Documents
import KubeModel
import Shell

/// Makes ConfigMaps and Secrets from literals, files and lists of variables.
///
/// Source: `sigs.k8s.io/kustomize/api/internal/generators`.
struct KustomizeGenerators {
    let kustomization: Kustomization
    let folder: String
    let context: KubectlContext

    init(_ kustomization: Kustomization, folder: String, context: KubectlContext) {
        self.kustomization = kustomization
        self.folder = folder
        self.context = context
    }
}

extension KustomizeGenerators {
    func run(on resources: inout [KustomizeResource]) throws(KubectlError) {
        for (field, kind) in [("configMapGenerator", "ConfigMap"), ("secretGenerator", "Secret")] {
            for entry in kustomization.list(field) { try run(entry, kind, on: &resources) }
        }
    }

    private func run(_ entry: Value, _ kind: String, on resources: inout [KustomizeResource]) throws(KubectlError) {
        let name = entry["name"]?.string ?? ""
        var object: Object = ["apiVersion": "v1", "kind": .string(kind), "metadata": ["name": .string(name)]]
        if let namespace = entry["namespace"]?.string { object.namespace = namespace }
        let values = try values(entry)
        let texts = values.filter { KeyValueSources.isText($0.value) }
        if kind == "Secret" {
            object["type"] = .string(entry["type"]?.string ?? "Opaque")
            if !values.isEmpty {
                object["data"] = .object(Object(values.map { ($0.key, .string(Base64.encode($0.value))) }))
            }
        } else {
            if !texts.isEmpty {
                object["data"] = .object(
                    Object(texts.map { ($0.key, .string(String(decoding: $0.value, as: UTF8.self))) }))
            }
            let binaries = values.filter { !KeyValueSources.isText($0.value) }
            if !binaries.isEmpty {
                object["binaryData"] = .object(Object(binaries.map { ($0.key, .string(Base64.encode($0.value))) }))
            }
        }
        let needsHash = try applyOptions(entry, to: &object)
        try place(
            KustomizeResource(object, needsHash: needsHash), behavior: entry["behavior"]?.string ?? "create",
            in: &resources)
    }

    /// Labels and annotations of all generated objects and of this one; says whether the name gets a hash.
    private func applyOptions(_ entry: Value, to object: inout Object) throws(KubectlError) -> Bool {
        var needsHash = true
        for options in [Value.object(kustomization.map("generatorOptions")), entry["options"] ?? [:]] {
            for (key, value) in options["labels"]?.object ?? [:] { object["metadata", "labels", key] = value }
            for (key, value) in options["annotations"]?.object ?? [:] { object["metadata", "annotations", key] = value }
            if let isDisabled = options["disableNameSuffixHash"]?.bool { needsHash = !isDisabled }
            if options["immutable"]?.bool == true { object["immutable"] = true }
        }
        return needsHash
    }

    private func place(_ resource: KustomizeResource, behavior: String, in resources: inout [KustomizeResource])
        throws(KubectlError)
    {
        let place = resources.firstIndex { $0.object.kind == resource.object.kind && $0.isNamed(resource.object.name) }
        switch (behavior, place) {
        case ("create", nil): resources.append(resource)
        case ("create", _?):
            throw .message("may not add resource with an already registered id: \(resource.identity)")
        case ("merge", let place?), ("replace", let place?):
            var object = resources[place].object
            for field in ["data", "binaryData"] {
                let old = behavior == "merge" ? object[field]?.object ?? [:] : [:]
                var merged = old
                for (key, value) in resource.object[field]?.object ?? [:] { merged[key] = value }
                object[field] = merged.isEmpty ? nil : .object(merged)
            }
            for map in ["labels", "annotations"] {
                for (key, value) in resource.object["metadata"]?[map]?.object ?? [:] {
                    object["metadata", map, key] = value
                }
            }
            resources[place].object = object
            resources[place].needsHash = resource.needsHash
        case ("merge", nil), ("replace", nil):
            throw .message("id \(resource.identity) does not exist; cannot merge or replace")
        default: throw .message("unknown behavior: \(behavior)")
        }
    }

    private func values(_ entry: Value) throws(KubectlError) -> [(key: String, value: [UInt8])] {
        var values: [(key: String, value: [UInt8])] = []
        func add(_ key: String, _ value: [UInt8]) throws(KubectlError) {
            if values.contains(where: { $0.key == key }) {
                throw .message("configmap \(entry["name"]?.string ?? "") illegally repeats the key `\(key)`")
            }
            values.append((key: key, value: value))
        }
        func texts(_ field: String) -> [String] { entry[field]?.array?.compactMap(\.string) ?? [] }
        for file in texts("envs") + [entry["env"]?.string].compactMap({ $0 }) {
            for line in String(decoding: try read(file), as: UTF8.self).split(separator: "\n") {
                let line = String(line).trimmed
                if line.isEmpty || line.hasPrefix("#") { continue }
                let (key, value) = KeyValueSources.split(line) ?? (line, context.variable(line) ?? "")
                try add(key, Array(value.utf8))
            }
        }
        for file in texts("files") {
            let (key, path) =
                KeyValueSources.split(file) ?? (file.split(separator: "/").last.map(String.init) ?? file, file)
            try add(key, try read(path))
        }
        for literal in texts("literals") {
            guard let (key, value) = KeyValueSources.split(literal), !key.isEmpty else {
                throw .message("invalid literal source \(literal), expected key=value")
            }
            try add(key, Array(Self.unquoted(value).utf8))
        }
        return values
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'" else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }

    private func read(_ name: String) throws(KubectlError) -> [UInt8] {
        let path = KustomizeBuild.path(name, in: folder)
        guard path.hasPrefix(folder == "/" ? "/" : folder + "/") else {
            throw .message("security; file '\(path)' is not in or below '\(folder)'")
        }
        do { return try context.files.read(path) } catch {
            throw .message(
                "loading KV pairs: file sources: [\(name)]: evalsymlink failure on '\(path)' : lstat \(path): \(error.goReason)"
            )
        }
    }
}

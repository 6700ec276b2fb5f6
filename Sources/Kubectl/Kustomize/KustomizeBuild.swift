import Documents
import KubeModel
import Shell

/// Builds the resources that a folder with a kustomization stands for.
///
/// Source: `sigs.k8s.io/kustomize/api/internal/target/kusttarget.go`.
struct KustomizeBuild {
    private let context: KubectlContext
    private(set) var warnings: [String] = []
    /// The folders on the way down, so that none is within itself.
    private var open: [String] = []
    private static let depthMax = 32

    init(_ context: KubectlContext) {
        self.context = context
    }
}

extension KustomizeBuild {
    /// All resources, with their final names.
    mutating func build(_ folder: String) throws(KubectlError) -> [KustomizeResource] {
        let path = context.absolute(folder)
        guard let status = context.files.status(of: path) else {
            throw .message(
                "must build at directory: not a valid directory: evalsymlink failure on '\(folder)' : lstat \(path): no such file or directory"
            )
        }
        guard status.isDirectory else { throw .message("must build at directory: '\(folder)': file is not directory") }
        let kustomization = try load(path)
        var resources = try accumulate(kustomization, at: path, onto: [])
        for index in resources.indices where resources[index].needsHash {
            resources[index].rename(
                resources[index].object.name + "-" + ContentHash.of(resources[index].object, withName: false))
        }
        NameReferences.fix(&resources)
        let order = kustomization.map("sortOptions")["order"]?.string ?? "legacy"
        return order == "fifo" ? resources : resources.inLegacyOrder
    }

    private mutating func load(_ path: String) throws(KubectlError) -> Kustomization {
        let found = Kustomization.fileNames.filter { context.files.status(of: "\(path)/\($0)")?.isDirectory == false }
        guard let name = found.first else {
            throw .message(
                "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '\(path)'"
            )
        }
        if found.count > 1 {
            throw .message("Found multiple kustomization files: \(path)/\(found.joined(separator: ", "))\n")
        }
        let value: Value
        do { value = try YAML.parse(try read("\(path)/\(name)")) } catch let error as DocumentError {
            throw .message("invalid Kustomization: \(error.message)")
        } catch let error as KubectlError { throw error } catch { throw .message("invalid Kustomization") }
        guard case .object(let object) = value, !object.isEmpty else { throw .message("kustomization.yaml is empty") }
        let kustomization = try Kustomization(object)
        warnings += kustomization.warnings
        return kustomization
    }

    private func read(_ path: String) throws(KubectlError) -> [UInt8] {
        do { return try context.files.read(path) } catch { throw .message("open \(path): \(error.goReason)") }
    }

    /// The resources of a kustomization after everything that it does to them and to those before.
    private mutating func accumulate(_ kustomization: Kustomization, at path: String, onto before: [KustomizeResource])
        throws(KubectlError) -> [KustomizeResource]
    {
        guard open.count < Self.depthMax, !open.contains(path) else {
            throw .message("cycle detected: candidate root '\(path)' contains visited root '\(path)'")
        }
        open.append(path)
        defer { open.removeLast() }
        var resources = before
        for name in kustomization.texts("bases") + kustomization.texts("resources") {
            try add(try self.resources(named: name, at: path), to: &resources)
        }
        for name in kustomization.texts("components") {
            let folder = Self.path(name, in: path)
            let component = try load(folder)
            guard component.isComponent else {
                throw .message(
                    "accumulating components: accumulateDirectory: \"expected kind 'Component' for path '\(folder)' but got 'Kustomization'\""
                )
            }
            resources = try accumulate(component, at: folder, onto: resources)
        }
        let generators = KustomizeGenerators(kustomization, folder: path, context: context)
        try generators.run(on: &resources)
        let transformers = KustomizeTransformers(kustomization, patches: try patches(kustomization, at: path))
        try transformers.run(on: &resources)
        return resources
    }

    private func add(_ new: [KustomizeResource], to resources: inout [KustomizeResource]) throws(KubectlError) {
        for resource in new {
            if resources.contains(where: { $0.identity == resource.identity }) {
                throw .message(
                    "accumulating resources: merging resources from: may not add resource with an already registered id: \(resource.identity)"
                )
            }
            resources.append(resource)
        }
    }

    private mutating func resources(named name: String, at folder: String) throws(KubectlError) -> [KustomizeResource] {
        if name.contains("://") || name.hasPrefix("github.com/") || name.hasPrefix("git@") {
            throw .message("accumulating resources: reading '\(name)' from the network is not simulated")
        }
        let path = Self.path(name, in: folder)
        guard let status = context.files.status(of: path) else {
            let missing = "evalsymlink failure on '\(path)' : lstat \(path): no such file or directory"
            throw .message(
                "accumulating resources: accumulation err='accumulating resources from '\(name)': \(missing)': must build at directory: not a valid directory: \(missing)"
            )
        }
        if status.isDirectory {
            let base = try load(path)
            return try accumulate(base, at: path, onto: [])
        }
        try checkInside(path, folder, name)
        return try objects(in: path, named: name).map { KustomizeResource($0) }
    }

    /// Only folders may lie outside: a kustomization of its own, not single files of others.
    private func checkInside(_ path: String, _ folder: String, _ name: String) throws(KubectlError) {
        guard !path.hasPrefix(folder == "/" ? "/" : folder + "/"),
            context.flags.text("load-restrictor") != "LoadRestrictionsNone"
        else { return }
        throw .message(
            "accumulating resources: accumulation err='accumulating resources from '\(name)': security; file '\(path)' is not in or below '\(folder)'': must build at directory: '\(path)': file is not directory"
        )
    }

    private func objects(in path: String, named name: String) throws(KubectlError) -> [Object] {
        let stream = YAML.stream(in: try read(path))
        if let failure = stream.failure {
            throw .message(
                "accumulating resources: accumulation err='accumulating resources from '\(name)': MalformedYAMLError: \(failure.message) in File: \(name)'"
            )
        }
        var objects: [Object] = []
        for document in stream.documents {
            guard case .object(let object) = document.value, !object.kind.isEmpty else {
                throw .message(
                    "accumulating resources: accumulation err='accumulating resources from '\(name)': missing Resource metadata'"
                )
            }
            if let items = object["items"]?.array, object.kind.hasSuffix("List") {
                objects += items.compactMap(\.object)
            } else {
                objects.append(object)
            }
        }
        return objects
    }

    /// The patches in the order in which they are applied.
    private func patches(_ kustomization: Kustomization, at folder: String) throws(KubectlError) -> [KustomizePatch] {
        var patches: [KustomizePatch] = []
        for text in kustomization.texts("patchesStrategicMerge") {
            let isFile = !text.contains("\n") && context.files.status(of: Self.path(text, in: folder)) != nil
            let source = isFile ? String(decoding: try read(Self.path(text, in: folder)), as: UTF8.self) : text
            patches += try KustomizePatch.parse(source, target: nil)
        }
        for entry in kustomization.list("patches") + kustomization.list("patchesJson6902") {
            var source = entry["patch"]?.string ?? ""
            if let name = entry["path"]?.string {
                let path = Self.path(name, in: folder)
                guard context.files.status(of: path) != nil else {
                    throw .message(
                        "failed to get the patch file from path(\(name)): evalsymlink failure on '\(path)' : lstat \(path): no such file or directory"
                    )
                }
                source = String(decoding: try read(path), as: UTF8.self)
            }
            if source.trimmed.isEmpty { throw .message("must specify one of patch and path in\n\(JSON.encode(entry))") }
            patches += try KustomizePatch.parse(source, target: entry["target"])
        }
        return patches
    }

    /// A path as a kustomization in a folder means it.
    static func path(_ name: String, in folder: String) -> String {
        KubectlContext.join(name.hasPrefix("/") ? "/" : folder, name)
    }
}

extension KubectlContext {
    /// What `kubectl kustomize` prints.
    mutating func kustomization(at folder: String) throws(KubectlError) -> String {
        var build = KustomizeBuild(self)
        let result: [KustomizeResource]
        do { result = try build.build(folder) } catch {
            for warning in build.warnings { printError("# Warning: \(warning)") }
            throw error
        }
        for warning in build.warnings { printError("# Warning: \(warning)") }
        return result.map { YAML.encode(.object($0.object)) }.joined(separator: "---\n")
    }
}

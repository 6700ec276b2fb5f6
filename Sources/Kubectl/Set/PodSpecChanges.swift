import Documents
import KubeAPI
import KubeModel

/// What `kubectl set` does to one kind of field: how it is named, and how it fails.
struct SetOperation: Sendable {
    /// `image updated`
    var name: String
    /// What stands before the words of the server: `failed to patch image update to pod template: `.
    var failure: String
    /// Changes are recorded in the object when `--record` asks for it.
    var records = false
}

extension Flag {
    /// The flags that all `kubectl set` commands share.
    static func setting(_ purpose: String) -> [Flag] { setting(filename(purpose)) }

    static func setting(_ files: [Flag]) -> [Flag] {
        files + printing + [
            all("Select all resources, in the namespace of the specified resource types"), dryRun,
            fieldManager("kubectl-set"), local, selector,
        ]
    }
}

extension KubectlContext {
    /// The objects that a `set` command changes.
    mutating func settable(_ arguments: [String]) throws(KubectlError) -> [ResourceInfo] {
        var query = query(arguments)
        query.fetchesLatest = true
        query.allowsEmptySelector = query.selectsAll
        if query.isLocal, !arguments.isEmpty {
            throw .message(
                "error: you must specify resources by --filename when --local is set.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'"
            )
        }
        return try find(query).checked().infos
    }

    func checkSetFlags(_ dryRun: DryRun) throws(KubectlError) {
        if flags.bool("local"), dryRun == .server {
            throw .message("cannot specify --local and --dry-run=server - did you mean --dry-run=client?")
        }
        if flags.bool("all"), !flags.text("selector").isEmpty {
            throw .message("cannot set --all and --selector at the same time")
        }
    }

    /// Changes objects one by one, sends what differs, and reports all failures at the end.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/set` `CalculatePatches`.
    mutating func change(
        _ infos: [ResourceInfo], _ operation: SetOperation,
        by edit: (inout Object, ResourceInfo, inout KubectlContext) throws(KubectlError) -> Void
    ) throws(KubectlError) {
        let dryRun = try dryRun()
        var printer = try printer(operation: operation.name, dryRun: dryRun)
        var errors: [KubectlError] = []
        for info in infos {
            do {
                try change(info, operation, dryRun, &printer, by: edit)
            } catch {
                errors += error.parts
            }
        }
        if let error = KubectlError.joined(errors) { throw error }
    }

    private mutating func change(
        _ info: ResourceInfo, _ operation: SetOperation, _ dryRun: DryRun, _ printer: inout Printer,
        by edit: (inout Object, ResourceInfo, inout KubectlContext) throws(KubectlError) -> Void
    ) throws(KubectlError) {
        let original = info.object ?? Object()
        var object = original
        var failure: KubectlError?
        do { try edit(&object, info, &self) } catch { failure = error }
        if object != original {
            if operation.records, flags.bool("record") {
                object.annotations["kubernetes.io/change-cause"] = .string(changeCause)
            }
            if !flags.bool("local"), dryRun != .client {
                object = try send(object, insteadOf: original, info, operation, dryRun)
            }
            let isTyped = flags.bool("local")
            try show(isTyped ? GoZeroFields.added(to: object) : object, with: &printer, isTyped: isTyped)
        }
        if let failure { throw failure }
    }

    private mutating func send(
        _ object: Object, insteadOf original: Object, _ info: ResourceInfo, _ operation: SetOperation, _ dryRun: DryRun
    ) throws(KubectlError) -> Object {
        let options = WriteOptions(dryRun: dryRun, fieldManager: flags.text("field-manager"), validation: .warn)
        do {
            return try patch(info, from: original, to: object, options)
        } catch {
            throw operation.failure.isEmpty ? error : .message(operation.failure + error.text)
        }
    }

    /// Sends the patch that turns one state of an object into another.
    mutating func patch(_ info: ResourceInfo, from original: Object, to object: Object, _ options: WriteOptions)
        throws(KubectlError) -> Object
    {
        guard let schema = Schema.builtIn.patchSchema(for: info.type) else {
            return try patch(info, .merge, MergePatch.diff(.object(original), .object(object)), options)
        }
        let difference: Value
        do { difference = try StrategicMergePatch.diff(.object(original), .object(object), schema: schema) } catch {
            throw .message(error.message)
        }
        return try patch(info, .strategicMerge, difference, options)
    }
}

extension KubectlError {
    /// The errors that a list of errors is made of.
    var parts: [KubectlError] {
        if case .several(let errors) = self { errors } else { [self] }
    }
}

/// The specification of pods inside an object: its own, or that of its template.
enum PodSpecPath {
    /// `nil` for kinds without pods.
    static func path(of kind: String) -> [String]? {
        switch kind {
        case "Pod": ["spec"]
        case "CronJob": ["spec", "jobTemplate", "spec", "template", "spec"]
        case "Deployment", "DaemonSet", "ReplicaSet", "StatefulSet", "Job", "ReplicationController":
            ["spec", "template", "spec"]
        default: nil
        }
    }

    /// Source: `k8s.io/kubectl/pkg/polymorphichelpers` `UpdatePodSpecForObject`.
    static func required(_ info: ResourceInfo) throws(KubectlError) -> [String] {
        if let path = path(of: info.type.kind) { return path }
        throw .message(
            "error: \(info.builtName) the object is not a pod or does not have a pod template: *v1.\(info.type.kind)\n"
        )
    }
}

extension Object {
    /// Changes the containers in a list of a pod specification whose names match; says whether there was one.
    @discardableResult
    mutating func changeContainers(
        at path: [String], matching name: String, by edit: (inout Object) throws(KubectlError) -> Void
    ) throws(KubectlError) -> Bool {
        guard var containers = self[path: path]?.array else { return false }
        var isFound = false
        for index in containers.indices {
            guard var container = containers[index].object, Glob.matches(name, container.text("name")) else { continue }
            isFound = true
            try edit(&container)
            containers[index] = .object(container)
        }
        if isFound { self[path: path] = .array(containers) }
        return isFound
    }

    /// A member that is a string; empty for anything else.
    func text(_ key: String) -> String { self[key]?.string ?? "" }
}

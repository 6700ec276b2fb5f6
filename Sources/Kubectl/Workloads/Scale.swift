import Documents
import KubeAPI
import KubeModel

extension Command {
    static let scale = Command(
        name: "scale", group: .deploy,
        usage: "[--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME)",
        summary: "Set a new size for a deployment, replica set, replication controller, or stateful set.",
        details: "With --current-replicas or --resource-version the change is made only when they still hold.",
        examples: """
            # Three replicas
            kubectl scale deployment/web --replicas=3

            # Only if there are two now
            kubectl scale --current-replicas=2 --replicas=3 deployment/web

            # Several at once
            kubectl scale --replicas=5 statefulset/db statefulset/cache
            """,
        flags: Flag.filename("identifying the resource to set a new size") + Flag.printing + [
            .all("Select all resources in the namespace of the specified resource types"),
            .integer("current-replicas", default: -1, "Precondition for current size. The default -1 asks for none."),
            Flag.integer("replicas", "The new desired number of replicas. Required.").required,
            .text("resource-version", "Precondition for resource version."), .selector, .dryRun, .record,
            .duration(
                "timeout", "The length of time to wait before giving up on a scale operation, zero means don't wait."),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runScale() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/scale/scale.go`.
    fileprivate mutating func runScale() throws(KubectlError) {
        if flags.integer("replicas") < 0 {
            throw .message("The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0")
        }
        if flags.integer("current-replicas") < -1 {
            throw .message("The --current-replicas must specify an integer of -1 or greater")
        }
        let dryRun = try dryRun()
        var printer = try printer(operation: "scaled", dryRun: dryRun)
        var query = query()
        query.allowsEmptySelector = query.selectsAll
        query.fetchesLatest = true
        let result = try find(query)
        if !flags.text("resource-version").isEmpty, result.infos.count > 1 {
            throw .message("cannot use --resource-version with multiple resources")
        }
        if result.infos.isEmpty { throw KubectlError.joined(result.errors) ?? .message("no objects passed to scale") }
        for info in result.infos {
            if dryRun != .client { try scale(info, dryRun) }
            if flags.bool("record"), dryRun == .none { try recordCause(of: info) }
            try show(info.object ?? Object(), with: &printer)
        }
        if let error = KubectlError.joined(result.errors) { throw error }
    }

    private mutating func scale(_ info: ResourceInfo, _ dryRun: DryRun) throws(KubectlError) {
        var scaled = info
        scaled.subresource = "scale"
        let replicas = flags.integer("replicas")
        let options = WriteOptions(dryRun: dryRun, fieldManager: "kubectl")
        if flags.integer("current-replicas") >= 0 || !flags.text("resource-version").isEmpty {
            var scale = try get(scaled)
            try checkPreconditions(scale)
            scale["spec", "replicas"] = Value(replicas)
            _ = try replace(scale, scaled, options)
        } else {
            _ = try patch(scaled, .merge, ["spec": ["replicas": Value(replicas)]], options)
        }
        guard flags.duration("timeout") > .zero, dryRun == .none else { return }
        let isDone = try wait(until: now + flags.duration("timeout")) { context throws(KubectlError) in
            let scale = try context.get(scaled)
            return scale["status"]?["replicas"]?.int ?? 0 == replicas
        }
        if !isDone { throw .message("timed out waiting for \(info.name.goQuoted) to be synced") }
    }

    private func checkPreconditions(_ scale: Object) throws(KubectlError) {
        let wanted = flags.integer("current-replicas")
        let actual = scale["spec"]?["replicas"]?.int ?? 0
        if wanted >= 0, wanted != actual { throw .message("Expected replicas to be \(wanted), was \(actual)") }
        let version = flags.text("resource-version")
        if !version.isEmpty, version != scale.resourceVersion {
            throw .message("Expected resource version to be \(version), was \(scale.resourceVersion)")
        }
    }

    /// Keeps the command line in the object, for `--record`.
    mutating func recordCause(of info: ResourceInfo) throws(KubectlError) {
        _ = try patch(
            info, .merge, ["metadata": ["annotations": ["kubernetes.io/change-cause": .string(changeCause)]]],
            WriteOptions(fieldManager: "kubectl"))
    }
}

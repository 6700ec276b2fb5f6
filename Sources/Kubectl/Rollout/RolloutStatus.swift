import Documents
import KubeAPI
import KubeModel

extension Command {
    static let rolloutStatus = Command(
        name: "status", group: .subcommands, usage: "(TYPE NAME | TYPE/NAME) [flags]",
        summary: "Show the status of the rollout.",
        details: "By default the command watches the latest rollout until it is done; --watch=false looks once.",
        examples: """
            # Wait until a rollout is done
            kubectl rollout status deployment/web

            # At most a minute
            kubectl rollout status deployment/web --timeout=60s
            """,
        flags: Flag.filename("identifying the resource to get from a server.") + [
            .integer("revision", "Pin to a specific revision for showing its status. Defaults to 0 (last revision)."),
            .selector, .duration("timeout", "The length of time to wait before ending watch, zero means never."),
            .bool("watch", "w", default: true, "Watch the status of the rollout until it's done."),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runRolloutStatus() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/rollout/rollout_status.go`.
    fileprivate mutating func runRolloutStatus() throws(KubectlError) {
        if flags.integer("revision") < 0 {
            throw .message("revision must be a positive integer: \(flags.integer("revision"))")
        }
        let result = try rollouts().checked()
        if result.infos.isEmpty { return printError("No resources found in \(namespace) namespace.") }
        let timeout = flags.duration("timeout")
        let deadline = timeout > .zero ? now + timeout : nil
        for info in result.infos { try followRollout(info, until: deadline) }
    }

    private mutating func followRollout(_ info: ResourceInfo, until deadline: Instant?) throws(KubectlError) {
        guard let viewer = RolloutProgress.viewer(of: info.type.kind) else {
            throw .message(
                "no status viewer has been implemented for \(info.type.kind)\(info.type.group.isEmpty ? "" : "." + info.type.group)"
            )
        }
        let object = try get(info)
        if try say(viewer, object) || !flags.bool("watch") { return }
        var revision = Int64(object.resourceVersion) ?? 0
        while true {
            flushOutput()
            if let deadline, now >= deadline { throw .message("timed out waiting for the condition") }
            switch connection.waitForChange(until: deadline) {
            case .changed, .deadlineReached: break
            case .interrupted: throw .exit(code: 130)
            case .budgetExceeded: throw .exit(code: 1)
            }
            for change in try changes(of: info, since: &revision) {
                if change.action == .deleted { throw .message("object has been deleted") }
                if try say(viewer, change.object) { return }
            }
        }
    }

    /// What was written to one object since a revision, which moves on.
    private func changes(of info: ResourceInfo, since revision: inout Int64) throws(KubectlError) -> [ObjectChange] {
        let all: [ObjectChange]
        do { all = try connection.changes(to: info.type, since: revision) } catch { throw .server(error) }
        revision = all.last?.revision ?? revision
        return all.filter { $0.object.key == info.key }
    }

    private mutating func say(_ viewer: RolloutProgress.Viewer, _ object: Object) throws(KubectlError) -> Bool {
        let revision = flags.integer("revision")
        if revision > 0, object.kind == "Deployment" {
            let current = object.annotations[RolloutHistory.revisionAnnotation]?.string ?? "0"
            if current != String(revision) {
                throw .message("desired revision (\(revision)) is different from the running revision (\(current))")
            }
        }
        let progress = try viewer(object)
        writeLine(progress.text)
        return progress.isDone
    }
}

/// How far the rollout of a workload is.
///
/// Source: `k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go`.
struct RolloutProgress {
    var text: String
    var isDone = false

    typealias Viewer = @Sendable (Object) throws(KubectlError) -> RolloutProgress

    static func viewer(of kind: String) -> Viewer? {
        switch kind {
        case "Deployment": deployment
        case "DaemonSet": daemonSet
        case "StatefulSet": statefulSet
        default: nil
        }
    }

    private static let deployment: Viewer = { object throws(KubectlError) in
        let name = object.name.goQuoted
        let status = object.status
        guard object.generation <= status.count("observedGeneration") else {
            return RolloutProgress(text: "Waiting for deployment spec update to be observed...")
        }
        if object.condition("Progressing")?["reason"]?.string == "ProgressDeadlineExceeded" {
            throw .message("deployment \(name) exceeded its progress deadline")
        }
        let wanted = object["spec"]?["replicas"]?.int ?? 1
        let updated = status.count("updatedReplicas")
        let waiting = "Waiting for deployment \(name) rollout to finish:"
        if updated < wanted {
            return RolloutProgress(text: "\(waiting) \(updated) out of \(wanted) new replicas have been updated...")
        }
        if status.count("replicas") > updated {
            return RolloutProgress(
                text: "\(waiting) \(status.count("replicas") - updated) old replicas are pending termination...")
        }
        if status.count("availableReplicas") < updated {
            return RolloutProgress(
                text: "\(waiting) \(status.count("availableReplicas")) of \(updated) updated replicas are available...")
        }
        return RolloutProgress(text: "deployment \(name) successfully rolled out", isDone: true)
    }

    private static let daemonSet: Viewer = { object throws(KubectlError) in
        let name = object.name.goQuoted
        let status = object.status
        try checkStrategy(object)
        guard object.generation <= status.count("observedGeneration") else {
            return RolloutProgress(text: "Waiting for daemon set spec update to be observed...")
        }
        let wanted = status.count("desiredNumberScheduled")
        let waiting = "Waiting for daemon set \(name) rollout to finish:"
        if status.count("updatedNumberScheduled") < wanted {
            return RolloutProgress(
                text:
                    "\(waiting) \(status.count("updatedNumberScheduled")) out of \(wanted) new pods have been updated..."
            )
        }
        if status.count("numberAvailable") < wanted {
            return RolloutProgress(
                text: "\(waiting) \(status.count("numberAvailable")) of \(wanted) updated pods are available...")
        }
        return RolloutProgress(text: "daemon set \(name) successfully rolled out", isDone: true)
    }

    private static let statefulSet: Viewer = { object throws(KubectlError) in
        let status = object.status
        try checkStrategy(object)
        let observed = status.count("observedGeneration")
        if observed == 0 || object.generation > observed {
            return RolloutProgress(text: "Waiting for statefulset spec update to be observed...")
        }
        let wanted = object["spec"]?["replicas"]?.int ?? 1
        let updated = status.count("updatedReplicas")
        if status.count("readyReplicas") < wanted {
            return RolloutProgress(text: "Waiting for \(wanted - status.count("readyReplicas")) pods to be ready...")
        }
        if let rolling = object["spec"]?["updateStrategy"]?["rollingUpdate"], !rolling.isNull {
            let partition = rolling["partition"]?.int ?? 0
            if updated < wanted - partition {
                return RolloutProgress(
                    text:
                        "Waiting for partitioned roll out to finish: \(updated) out of \(wanted - partition) new pods have been updated..."
                )
            }
            return RolloutProgress(
                text: "partitioned roll out complete: \(updated) new pods have been updated...", isDone: true)
        }
        let update = status.text("updateRevision"), current = status.text("currentRevision")
        if update != current {
            return RolloutProgress(
                text: "waiting for statefulset rolling update to complete \(updated) pods at revision \(update)...")
        }
        return RolloutProgress(
            text:
                "statefulset rolling update complete \(status.count("currentReplicas")) pods at revision \(current)...",
            isDone: true)
    }

    private static func checkStrategy(_ object: Object) throws(KubectlError) {
        if object["spec"]?["updateStrategy"]?["type"]?.string == "RollingUpdate" { return }
        throw .message("rollout status is only available for RollingUpdate strategy type")
    }
}

extension Object {
    /// A member that is a whole number; zero for anything else.
    func count(_ key: String) -> Int { self[key]?.int ?? 0 }
}

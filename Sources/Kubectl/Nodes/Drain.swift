import Documents
import KubeAPI
import KubeModel
import Shell

extension Command {
    static let drain = Command(
        name: "drain", group: .cluster, usage: "NODE", summary: "Drain node in preparation for maintenance.",
        details: """
            The node is marked unschedulable, and its pods are evicted, or deleted when the server does not know evictions. \
            Pods of daemon sets and static pods stay. Pods that no controller would replace, and those with local data, \
            are an error, unless --force or --delete-emptydir-data is given.
            """,
        examples: """
            # Everything but daemon sets
            kubectl drain node-1 --ignore-daemonsets

            # Also pods without a controller, with a grace period of 15 minutes
            kubectl drain node-1 --force --grace-period=900
            """,
        flags: [
            .chunkSize,
            .bool(
                "delete-emptydir-data",
                "Continue even if there are pods using emptyDir (local data that will be deleted when the node is drained)."
            ),
            .bool(
                "disable-eviction",
                "Force drain to use delete, even if eviction is supported. This will bypass checking PodDisruptionBudgets, use with caution."
            ),
            .dryRun, .bool("force", "Continue even if there are pods that do not declare a controller."),
            .integer(
                "grace-period", default: -1,
                "Period of time in seconds given to each pod to terminate gracefully. If negative, the default value specified in the pod will be used."
            ),
            .bool("ignore-daemonsets", "Ignore DaemonSet-managed pods."),
            .text("pod-selector", "Label selector to filter pods on the node"), .selector,
            .integer(
                "skip-wait-for-delete-timeout",
                "If pod DeletionTimestamp older than N seconds, skip waiting for the pod."),
            .duration("timeout", "The length of time to wait before giving up, zero means infinite"),
        ],
        completion: .names("nodes"),
        action: .run { context throws(KubectlError) in try context.runDrain() })
}

/// The pods of a node that a drain removes, and what it says of the others.
private struct DrainPlan {
    var pods: [Object] = []
    /// Reasons to stop, each with the pods it is about.
    var errors: [(reason: String, pods: [String])] = []
    var warnings: [(reason: String, pods: [String])] = []
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/drain/drain.go`.
    fileprivate mutating func runDrain() throws(KubectlError) {
        let nodes = try selectedNodes(verb: "drain")
        let dryRun = try dryRun()
        for node in nodes { try cordon(node, true, dryRun) }
        var failed: [(name: String, error: KubectlError)] = []
        for node in nodes {
            do {
                try drain(node, dryRun)
                writeLine("node/\(node.name) drained\(dryRun.suffix)")
            } catch {
                if case .exit = error { throw error }
                printError(
                    "error: unable to drain node \(node.name.goQuoted) due to error: \(error.text), continuing command..."
                )
                failed.append((node.name, error))
            }
        }
        guard !failed.isEmpty else { return }
        printError("There are pending nodes to be drained:")
        for (name, _) in failed { printError(" \(name)") }
        for error in failed.flatMap(\.error.parts) { printError(error.sentence) }
        throw .exit(code: 1)
    }

    private mutating func drain(_ node: ResourceInfo, _ dryRun: DryRun) throws(KubectlError) {
        let plan = try drainPlan(node)
        if !plan.errors.isEmpty {
            throw .message(
                plan.errors.map { "\($0.reason): \($0.pods.joined(separator: ", "))" }.joined(separator: "; "))
        }
        if !plan.warnings.isEmpty {
            warn(plan.warnings.map { "\($0.reason): \($0.pods.joined(separator: ", "))" }.joined(separator: "; "))
        }
        if dryRun == .client {
            for pod in plan.pods { writeLine("evicting pod \(pod.namespace)/\(pod.name) (dry run)") }
            return
        }
        var eviction = Eviction(pods: plan.pods, node: node.name)
        try eviction.run(in: &self, dryRun)
    }

    private mutating func drainPlan(_ node: ResourceInfo) throws(KubectlError) -> DrainPlan {
        let pods = try list(
            .pods, namespace: "", labels: flags.text("pod-selector"), fields: "spec.nodeName=\(node.name)")
        var plan = DrainPlan()
        for pod in pods {
            switch try verdict(on: pod) {
            case .skip: continue
            case .delete: plan.pods.append(pod)
            case .warn(let reason, let deletes):
                Self.note(reason, pod, in: &plan.warnings)
                if deletes { plan.pods.append(pod) }
            case .refuse(let reason): Self.note(reason, pod, in: &plan.errors)
            }
        }
        return plan
    }

    private static func note(_ reason: String, _ pod: Object, in notes: inout [(reason: String, pods: [String])]) {
        let name = "\(pod.namespace)/\(pod.name)"
        if let index = notes.firstIndex(where: { $0.reason == reason }) {
            notes[index].pods.append(name)
        } else {
            notes.append((reason, [name]))
        }
    }

    private enum DrainVerdict {
        case skip, delete
        case warn(String, deletes: Bool)
        case refuse(String)
    }

    /// Source: `k8s.io/kubectl/pkg/drain/filters.go`.
    private mutating func verdict(on pod: Object) throws(KubectlError) -> DrainVerdict {
        if pod.annotations["kubernetes.io/config.mirror"] != nil { return .skip }
        let isFinished = Pod(pod).isFinished
        if let owner = pod.controller, owner.kind == "DaemonSet", !isFinished {
            let info = ResourceInfo(type: .daemonSets, namespace: pod.namespace, name: owner.name)
            if try getIfPresent(info) != nil {
                return flags.bool("ignore-daemonsets")
                    ? .warn("ignoring DaemonSet-managed Pods", deletes: false)
                    : .refuse("cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore)")
            }
        }
        var verdict = DrainVerdict.delete
        let hasLocalData = pod["spec"]?["volumes"]?.array?.contains { $0["emptyDir"] != nil } ?? false
        if hasLocalData, !isFinished {
            if !flags.bool("delete-emptydir-data") {
                return .refuse("cannot delete Pods with local storage (use --delete-emptydir-data to override)")
            }
            verdict = .warn("deleting Pods with local storage", deletes: true)
        }
        if pod.controller == nil, !isFinished {
            if !flags.bool("force") {
                return .refuse("cannot delete Pods that declare no controller (use --force to override)")
            }
            return .warn("deleting Pods that declare no controller", deletes: true)
        }
        // Local data of pods that are replaced elsewhere is only told of when something else is worth telling.
        if case .warn = verdict { return .delete }
        return verdict
    }
}

/// Evicts pods until they are gone, again and again where a disruption budget says not yet.
private struct Eviction {
    let pods: [Object]
    let node: String

    private enum State {
        case waiting(until: Instant), evicted, gone
        case failed(KubectlError)

        var isOver: Bool {
            switch self {
            case .gone, .failed: true
            case .waiting, .evicted: false
            }
        }
    }

    private var states: [State] = []
    private var deadline: Instant?

    init(pods: [Object], node: String) {
        self.pods = pods
        self.node = node
    }

    /// Source: `k8s.io/kubectl/pkg/drain/drain.go` `evictPods`.
    mutating func run(in context: inout KubectlContext, _ dryRun: DryRun) throws(KubectlError) {
        states = pods.map { _ in .waiting(until: context.now) }
        let timeout = context.flags.duration("timeout")
        if timeout > .zero { deadline = context.now + timeout }
        while true {
            evictDue(in: &context, dryRun)
            try collectGone(in: &context, dryRun)
            if states.allSatisfy(\.isOver) { break }
            context.flushOutput()
            let next = states.compactMap { if case .waiting(let due) = $0 { due } else { nil } }
            let isWaiting = states.contains { if case .evicted = $0 { true } else { false } }
            let end = isWaiting ? deadline : nil
            switch context.connection.waitForChange(until: (next + [end].compactMap { $0 }).min()) {
            case .changed, .deadlineReached: continue
            case .interrupted: throw .exit(code: 130)
            case .budgetExceeded: throw .exit(code: 1)
            }
        }
        try reportFailures(in: &context)
    }

    private mutating func evictDue(in context: inout KubectlContext, _ dryRun: DryRun) {
        let due = pods.indices.filter { if case .waiting(let due) = states[$0] { due <= context.now } else { false } }
        for index in due {
            context.writeLine("evicting pod \(pods[index].namespace)/\(pods[index].name)\(dryRun.suffix)")
        }
        for index in due {
            let what = "error when evicting pods/\(pods[index].name.goQuoted) -n \(pods[index].namespace.goQuoted)"
            // The time is looked at only before an attempt, so that a wait of five seconds may outlast it.
            if let deadline, context.now >= deadline {
                let timeout = context.flags.duration("timeout").goText
                states[index] = .failed(.message("\(what): global timeout reached: \(timeout)"))
                continue
            }
            do {
                try evict(pods[index], in: &context, dryRun)
                states[index] = .evicted
            } catch  where error.isNotFound {
                states[index] = .gone
            } catch  where error.reason == "TooManyRequests" {
                context.printError("\(what) (will retry after 5s): \(error.text)")
                states[index] = .waiting(until: context.now + .seconds(5))
            } catch {
                states[index] = .failed(.message("\(what): \(error.text)"))
            }
        }
    }

    private func evict(_ pod: Object, in context: inout KubectlContext, _ dryRun: DryRun) throws(KubectlError) {
        let grace = context.flags.integer("grace-period")
        var request = APIRequest(.delete, .pods, namespace: pod.namespace, name: pod.name)
        if !context.flags.bool("disable-eviction") {
            request.verb = .create
            request.subresource = "eviction"
            request.body = [
                "apiVersion": "policy/v1", "kind": "Eviction",
                "metadata": ["name": .string(pod.name), "namespace": .string(pod.namespace)],
                "deleteOptions": grace >= 0 ? ["gracePeriodSeconds": Value(grace)] : [:],
            ]
        }
        if grace >= 0 { request.options.gracePeriodSeconds = grace }
        request.options.isDryRun = dryRun == .server
        _ = try context.send(request)
    }

    private mutating func collectGone(in context: inout KubectlContext, _ dryRun: DryRun) throws(KubectlError) {
        for index in pods.indices {
            guard case .evicted = states[index] else { continue }
            let pod = pods[index]
            let current = dryRun == .none ? try context.getIfPresent(ResourceInfo(pod, type: .pods)) : nil
            if let current, current.uid == pod.uid {
                guard let deadline, context.now >= deadline else { continue }
                let timeout = context.flags.duration("timeout").goText
                states[index] = .failed(
                    .message(
                        "error when waiting for pod \(pod.name.goQuoted) terminating: global timeout reached: \(timeout)"
                    ))
                continue
            }
            states[index] = .gone
            context.writeLine(
                "pod/\(pod.name) \(context.flags.bool("disable-eviction") ? "deleted" : "evicted")\(dryRun.suffix)")
        }
    }

    /// What could not be evicted in time.
    private func reportFailures(in context: inout KubectlContext) throws(KubectlError) {
        var errors: [KubectlError] = []
        var pending: [String] = []
        for (index, state) in states.enumerated() {
            guard case .failed(let error) = state else { continue }
            errors.append(error)
            pending.append(pods[index].name)
        }
        guard let error = KubectlError.joined(errors) else { return }
        context.printError("There are pending pods in node \(node.goQuoted) when an error occurred: \(error.text)")
        for name in pending { context.printError("pod/\(name)") }
        throw error
    }
}

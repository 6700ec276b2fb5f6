import Documents
import KubeAPI
import KubeModel

/// Starts every pod that it sees after a while, and lets terminating ones go; nothing runs in them.
struct PretendKubelet: Component {
    /// From creation (or binding) to Ready; `nil` leaves pods as they are.
    var startTime: Duration? = .seconds(1)
    /// From the request to delete to the end.
    var stopTime = Duration.milliseconds(500)
    /// Pods wait for a node before they start.
    var needsNode = false
    /// How pods with these name prefixes end: after how long, and with which code.
    var ends: [(prefix: String, after: Duration, code: Int)] = []

    private enum Step { case start, stop, end(code: Int) }

    private var queue = EventQueue<(ObjectKey, Step)>()
    private static let user = UserInfo.node("pretend")
}

extension PretendKubelet {
    var nextDue: Instant? { queue.nextDue }

    mutating func observe(_ changes: ArraySlice<ObjectChange>, api: borrowing APIServer) {
        for change in changes where change.resource.plural == "pods" && change.action != .deleted {
            let pod = change.object
            if pod.isTerminating, change.old?.isTerminating != true {
                queue.schedule((pod.key, .stop), at: api.now + stopTime)
            } else if let startTime, hasJustCome(change) {
                queue.schedule((pod.key, .start), at: api.now + startTime)
                if let end = ends.first(where: { pod.name.hasPrefix($0.prefix) }) {
                    queue.schedule((pod.key, .end(code: end.code)), at: api.now + startTime + end.after)
                }
            }
        }
    }

    mutating func run(api: inout APIServer) {
        while let (_, (key, step)) = queue.pop(dueBy: api.now) {
            guard let pod = api.get(.pods, key) else { continue }
            switch step {
            case .start: report(pod, phase: "Running", ready: true, code: nil, &api)
            case .end(let code): report(pod, phase: code == 0 ? "Succeeded" : "Failed", ready: false, code: code, &api)
            case .stop: stop(pod, &api)
            }
        }
    }

    private func hasJustCome(_ change: ObjectChange) -> Bool {
        let hasNode = Pod(change.object).nodeName != nil
        if needsNode { return hasNode && change.old.flatMap { Pod($0).nodeName } == nil }
        return change.action == .added
    }

    private func report(_ pod: Object, phase: String, ready: Bool, code: Int?, _ api: inout APIServer) {
        guard !Pod(pod).isFinished, !pod.isTerminating else { return }
        var pod = pod
        pod["status", "phase"] = .string(phase)
        if pod["status"]?["startTime"] == nil { pod["status", "startTime"] = .string(api.now.rfc3339) }
        pod["status", "podIP"] = .string("10.0.0.\(1 + (Int(pod.resourceVersion) ?? 0) % 250)")
        var ready: Object = [
            "type": "Ready", "status": ready ? "True" : "False", "lastTransitionTime": .string(api.now.rfc3339),
        ]
        ready["reason"] = nil
        pod.setCondition(ready)
        var container: Object = ["name": "main", "restartCount": 0]
        if let code {
            container["state"] = [
                "terminated": ["exitCode": Value(code), "finishedAt": .string(api.now.rfc3339)]
            ]
        }
        pod["status", "containerStatuses"] = [.object(container)]
        _ = try? api.updateStatus(.pods, pod, as: Self.user)
    }

    private func stop(_ pod: Object, _ api: inout APIServer) {
        if !Pod(pod).isFinished {
            var pod = pod
            pod["status", "phase"] = "Failed"
            _ = try? api.updateStatus(.pods, pod, as: Self.user)
        }
        var options = RequestOptions()
        options.gracePeriodSeconds = 0
        try? api.delete(.pods, pod.key, options: options, as: Self.user)
    }
}

import Documents
import KubeModel

/// What a pod says of its own troubles.
extension Diagnosis {
    func cause(ofPod pod: Object) -> Cause? {
        let name = ObjectName(pod)
        if pod.isTerminating { return nil }
        if let condition = pod.condition("PodScheduled"), condition["status"]?.string == "False" {
            return .unschedulable(pod: name, message: condition["message"]?.string ?? "")
        }
        for list in ["initContainerStatuses", "containerStatuses"] {
            for status in pod.status[list]?.array ?? [] {
                if let cause = cause(of: status, in: name) { return cause }
            }
        }
        guard Pod(pod).phase == .running, !Pod(pod).isReady else { return nil }
        let probe = lastEvent(about: pod) { $0["reason"]?.string == "Unhealthy" }
        return .notReady(pod: name, message: probe?["message"]?.string)
    }

    private func cause(of status: Value, in pod: ObjectName) -> Cause? {
        let container = status["name"]?.string ?? ""
        if let waiting = status["state"]?["waiting"], let reason = waiting["reason"]?.string {
            switch reason {
            case "ContainerCreating", "PodInitializing": return nil
            case "CrashLoopBackOff": break
            default:
                let message = waiting["message"]?.string ?? ""
                return .waiting(pod: pod, container: container, reason: reason, message: message)
            }
        }
        let ends = [status["state"]?["terminated"], status["lastState"]?["terminated"]]
        guard let end = ends.compactMap({ $0 }).first, let code = end["exitCode"]?.int,
            code != 0 || status["state"]?["waiting"] != nil, !(status["ready"]?.bool ?? false)
        else { return nil }
        let lines = cluster.logTail(namespace: pod.namespace, pod: pod.name, container: container)
        return .crashed(
            pod: pod, container: container, exitCode: code, reason: end["reason"]?.string ?? "",
            lastLine: lines.last { !$0.isEmpty })
    }
}

/// The command that shows more about a cause.
extension Diagnosis {
    func nextCommand(for cause: Cause) -> String {
        switch cause {
        case .crashed(let pod, let container, _, _, _):
            "kubectl logs \(pod.name) -c \(container) --previous\(pod.namespaceFlag)"
        case .waiting(let pod, _, _, _), .unschedulable(let pod, _), .notReady(let pod, _):
            "kubectl describe pod \(pod.name)\(pod.namespaceFlag)"
        case .condition(let object, _, _, _), .warning(let object, _, _), .terminating(let object, _):
            "kubectl describe \(object.argument)\(object.namespaceFlag)"
        case .selectsNothing(let object, _, _): "kubectl get pods --show-labels\(object.namespaceFlag)"
        case .suspended(let object):
            "kubectl patch \(object.argument)\(object.namespaceFlag) -p '{\"spec\":{\"suspend\":false}}'"
        case .notYetScheduled: "clock +5m"
        case .inProgress(let object): "kubectl get \(object.argument)\(object.namespaceFlag) -w"
        }
    }
}

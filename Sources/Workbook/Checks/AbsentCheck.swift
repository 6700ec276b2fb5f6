import KubeModel

/// No object may match a pattern.
enum AbsentCheck {
    static func findings(of pattern: ObjectPattern, in cluster: some CheckedCluster) -> [Finding] {
        guard let search = PatternSearch(pattern, in: cluster) else { return [] }
        return search.matches.map { object in
            let subject = ObjectName(object)
            let next =
                object.isTerminating
                ? "kubectl get \(subject.argument)\(subject.namespaceFlag)"
                : "kubectl delete \(subject.argument)\(subject.namespaceFlag)"
            let cause = object.isTerminating ? Cause.terminating(subject, finalizers: object.finalizers) : nil
            return Finding(subject: subject, problem: .present, cause: cause, nextCommand: next)
        }
    }
}

import Documents
import KubeModel

/// What a Deployment writes into the annotations of its sets. Source: `pkg/controller/deployment/util/deployment_util.go`.
extension Rollout {
    static let desiredAnnotation = "deployment.kubernetes.io/desired-replicas"
    static let maxAnnotation = "deployment.kubernetes.io/max-replicas"
    private static let historyAnnotation = "deployment.kubernetes.io/revision-history"
    private static let notCopied: Set<String> = [
        "kubectl.kubernetes.io/last-applied-configuration", Deployment.revisionAnnotation, historyAnnotation,
        desiredAnnotation, maxAnnotation, "deprecated.deployment.rollback.to",
    ]

    /// Gives the new set the deployment's annotations and the revision; whether anything changed.
    func copyAnnotations(to set: inout ReplicaSet, revision: Int) -> Bool {
        let before = set.object.annotations
        var annotations = before
        for (name, value) in deployment.object.annotations where !Self.notCopied.contains(name) {
            annotations[name] = value
        }
        if set.revision < revision {
            if let old = annotations[Deployment.revisionAnnotation]?.string { remember(old, in: &annotations) }
            annotations[Deployment.revisionAnnotation] = .string(String(revision))
        }
        set.object.annotations = annotations
        return annotations != before
    }

    /// Notes in the set how many pods the deployment wants now, and how many at most; whether anything changed.
    @discardableResult
    func annotateReplicas(_ set: inout ReplicaSet) -> Bool {
        let desired = Value.string(String(deployment.replicas))
        let most = Value.string(String(podCountMax))
        guard
            set.object.annotations[Self.desiredAnnotation] != desired
                || set.object.annotations[Self.maxAnnotation] != most
        else { return false }
        set.object.annotations[Self.desiredAnnotation] = desired
        set.object.annotations[Self.maxAnnotation] = most
        return true
    }

    /// Appends a revision to those that a set has had, and drops the oldest when the list is too long.
    private func remember(_ revision: String, in annotations: inout Object) {
        var revisions = (annotations[Self.historyAnnotation]?.string ?? "").split(separator: ",").map(String.init)
        revisions.append(revision)
        while revisions.joined(separator: ",").utf8.count > Timing.revisionHistoryLengthMax { revisions.removeFirst() }
        annotations[Self.historyAnnotation] = .string(revisions.joined(separator: ","))
    }
}

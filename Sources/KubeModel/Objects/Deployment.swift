package import Documents

/// Replaces pods by newer ones, a ReplicaSet for each version of the template.
package struct Deployment: PodTemplateOwner {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension Deployment {
    package enum Strategy: String, Sendable {
        case rollingUpdate = "RollingUpdate"
        case recreate = "Recreate"
    }

    /// Where the number of the current revision is kept.
    package static let revisionAnnotation = "deployment.kubernetes.io/revision"

    package var strategy: Strategy {
        object["spec"]?["strategy"]?["type"]?.string.flatMap(Strategy.init) ?? .rollingUpdate
    }

    package var isPaused: Bool { object["spec"]?["paused"]?.bool ?? false }
    package var collisionCount: Int? { object["status"]?["collisionCount"]?.int }

    /// Seconds without progress until the rollout counts as failed; `nil` when nobody asks.
    package var progressDeadlineSeconds: Int? {
        guard let seconds = object["spec"]?["progressDeadlineSeconds"]?.int, seconds != Int(Int32.max) else {
            return nil
        }
        return seconds
    }

    /// How many pods above and below the wanted number a rolling update may go; zero for other strategies.
    ///
    /// Both rounding to zero would stand still, so then one may be unavailable (`ResolveFenceposts`).
    package var limits: (surge: Int, unavailable: Int) {
        guard strategy == .rollingUpdate else { return (0, 0) }
        let settings = object["spec"]?["strategy"]?["rollingUpdate"]
        let surge = IntOrPercent(settings?["maxSurge"])?.resolved(of: replicas, roundingUp: true) ?? 0
        var unavailable = IntOrPercent(settings?["maxUnavailable"])?.resolved(of: replicas, roundingUp: false) ?? 0
        if surge == 0, unavailable == 0 { unavailable = 1 }
        return (surge, replicas == 0 ? 0 : min(unavailable, replicas))
    }

    package var revision: Int { object.annotations[Self.revisionAnnotation]?.string.flatMap { Int($0) } ?? 0 }
}

import Documents
import KubeModel

/// How long a Job waits before it makes another pod after failures: 10 s, doubled with each one, up to 10 min.
///
/// Source: `pkg/controller/job/backoff_utils.go`.
struct JobBackoff: Hashable, Sendable {
    private var failures = 0
    private var lastFailure: Instant?
}

extension JobBackoff {
    /// Takes pods into account that have just ended; a success forgets the failures before it.
    mutating func note(succeeded: [Object], failed: [Object]) {
        let ends = succeeded.map { (Self.endTime(of: $0), false) } + failed.map { (Self.endTime(of: $0), true) }
        for (time, isFailure) in ends.sorted(by: { $0.0 < $1.0 }) {
            failures = isFailure ? failures + 1 : 0
            lastFailure = isFailure ? max(time, lastFailure ?? time) : nil
        }
    }

    func remaining(now: Instant) -> Duration {
        lastFailure.map { Self.remaining(failures: failures, last: $0, now: now) } ?? .zero
    }

    static func remaining(failures: Int, last: Instant, now: Instant) -> Duration {
        guard failures > 0 else { return .zero }
        let doubled = Timing.jobFailurePauseFirst * (1 << min(failures - 1, 20))
        return max(.zero, last + min(doubled, Timing.jobFailurePauseMax) - now)
    }

    /// When the last container of a pod ended; when nobody knows, when it stopped being ready or was deleted.
    static func endTime(of object: Object) -> Instant {
        let pod = Pod(object)
        let sidecars = Set(pod.containers.filter { $0.role == .sidecar }.map(\.name))
        let statuses =
            pod.containerStatuses + pod.initContainerStatuses.filter { sidecars.contains($0["name"]?.string ?? "") }
        let ends = statuses.map { status in
            status["state"]?["terminated"]?["finishedAt"]?.string.flatMap(Instant.init(rfc3339:))
        }
        let known = ends.compactMap { $0 }
        if known.count == ends.count, let last = known.max() { return last }
        if object.condition("Ready")?["status"] == "False", let change = pod.readyChangeTime { return change }
        if let deleted = object.deletionTimestamp {
            return deleted - .seconds(object["metadata"]?["deletionGracePeriodSeconds"]?.int ?? 0)
        }
        return object.creationTimestamp ?? Instant(microseconds: 0)
    }
}

import KubeModel

/// How long failed pods of a DaemonSet are left on their nodes before they are replaced: 1 s, doubled up to 15 min.
///
/// A daemon that its kubelet turns away again and again must not be made anew without pause.
/// Source: `pkg/controller/daemon/daemon_controller.go`, `failedPodsBackoff`; `k8s.io/client-go/util/flowcontrol/backoff.go`.
struct FailedDaemonBackoff: Hashable, Sendable {
    private struct Entry: Hashable, Sendable {
        let pause: Duration
        let since: Instant
    }

    /// By the names of the nodes.
    private var entries: [String: Entry] = [:]
}

extension FailedDaemonBackoff {
    /// The time to wait before the failed pod of a node is replaced; when there is none, one more failure is counted.
    mutating func wait(node: String, now: Instant) -> Duration? {
        guard let entry = entries[node], now - entry.since <= Timing.failedDaemonPauseMax * 2 else {
            entries[node] = Entry(pause: Timing.failedDaemonPauseFirst, since: now)
            return nil
        }
        let left = entry.since + entry.pause - now
        guard left <= .zero else { return left }
        entries[node] = Entry(pause: min(entry.pause * 2, Timing.failedDaemonPauseMax), since: now)
        return nil
    }
}

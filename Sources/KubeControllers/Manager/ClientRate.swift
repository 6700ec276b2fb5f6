import KubeModel

/// How fast the client of a controller may write: a bucket of tokens that fills steadily and may be overdrawn once.
///
/// A reconcile is never cut in two; one that wrote more than there was makes the controller pause until the bucket has
/// filled again. Source: `k8s.io/client-go/util/flowcontrol/throttle.go` and the flags `--kube-api-qps` and
/// `--kube-api-burst` of the kube-controller-manager.
struct ClientRate: Sendable {
    private let perSecond: Double
    private let burst: Double
    private var tokens: Double
    private var filledAt: Instant?

    init(perSecond: Double, burst: Double) {
        self.perSecond = perSecond
        self.burst = burst
        tokens = burst
    }
}

extension ClientRate {
    /// When the controller may work again.
    func opens(now: Instant) -> Instant {
        guard tokens < 0, let filledAt else { return now }
        return filledAt + .microseconds(Int64(-tokens / perSecond * 1_000_000) + 1)
    }

    mutating func take(_ count: Int, now: Instant) {
        if let filledAt {
            let elapsed = Double(now.microseconds - filledAt.microseconds) / 1_000_000
            tokens = min(burst, tokens + elapsed * perSecond)
        }
        filledAt = now
        tokens -= Double(count)
    }
}

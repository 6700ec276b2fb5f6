import KubeModel

/// How much a run may use before it is stopped, so that no manifest and no script runs for ever.
package struct Budget: Hashable, Sendable {
    /// How many turns of the event loop one wait may take.
    package var steps = 2_000_000
    /// How much simulated time one wait may take.
    package var time = Duration.seconds(400 * 86_400)

    /// How many objects the cluster may hold.
    package var objects = 250_000

    package init() {}
}

/// Why a run ended.
package enum RunOutcome: Hashable, Sendable {
    /// The time asked for has come.
    case reached
    /// Nothing has anything left to do before the time asked for.
    case settled
    /// Something was written (only when the caller asked to stop there).
    case changed
    /// The budget is used up; what was still moving, by component or object.
    case exceeded(moving: [String])
}

package import KubeModel

/// How time passes while something waits.
package enum Pacing: Sendable {
    /// At once, from event to event; the closure says whether the user wants to stop.
    case jump(isInterrupted: @Sendable () -> Bool)
    /// With the wall clock; the closure sleeps so long, or returns false as soon as the user wants to stop.
    case follow(sleep: @Sendable (Duration) -> Bool)
    /// At once, and as if the user had pressed Ctrl-C where it was pressed: how a stopped command is done again.
    case replay(Interruption)

    package static let unattended = Pacing.jump(isInterrupted: { false })
}

/// Where a command was stopped by Ctrl-C.
package struct Interruption: Hashable, Sendable {
    package var time: Instant
    /// The turn of the shell before which it was stopped; `nil` in journals that did not count them.
    package var turn: Int?

    package init(time: Instant, turn: Int? = nil) {
        self.time = time
        self.turn = turn
    }
}

extension Pacing {
    /// Whether the shell is to be stopped before a turn.
    func isInterrupted(turn: Int, now: Instant) -> Bool {
        switch self {
        case .jump(let isInterrupted): isInterrupted()
        case .follow(let sleep): !sleep(.zero)
        case .replay(let interruption): interruption.turn.map { turn == $0 } ?? (turn > 1 && now >= interruption.time)
        }
    }
}

import Foundation
import KubeModel

/// Moves the simulated clock along with the one on the wall while nobody asks for anything.
struct WallClock {
    private var simulated: Instant
    private var wall: ContinuousClock.Instant

    init(at now: Instant) {
        simulated = now
        wall = ContinuousClock.now
    }

    /// Where the simulated clock should be by now.
    var now: Instant {
        simulated + (ContinuousClock.now - wall)
    }

    /// The simulation was moved by a command; time goes on from there.
    mutating func set(to now: Instant) {
        simulated = now
        wall = ContinuousClock.now
    }

    /// Sleeps, and returns false as soon as `isInterrupted` says so.
    static func sleep(_ duration: Duration, unless isInterrupted: () -> Bool) -> Bool {
        let end = ContinuousClock.now + duration
        while ContinuousClock.now < end {
            if isInterrupted() { return false }
            let rest = min(end - ContinuousClock.now, .milliseconds(20))
            let nanoseconds = rest.components.attoseconds / 1_000_000_000
            var request = timespec(tv_sec: 0, tv_nsec: Int(max(0, nanoseconds)))
            nanosleep(&request, nil)
        }
        return !isInterrupted()
    }
}

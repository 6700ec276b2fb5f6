import KubeModel

/// The latest tries of the scheduler, so that a learner can ask why a pod is where it is.
struct AttemptLog: Sendable {
    /// Older tries are forgotten.
    static let countMax = 256
    /// In clusters with more nodes than this nothing is remembered: nobody reads tables of that size.
    static let nodeCountMax = 64

    private var attempts: [SchedulingAttempt] = []
}

extension AttemptLog {
    mutating func append(_ attempt: SchedulingAttempt) {
        if attempts.count >= Self.countMax { attempts.removeFirst(Self.countMax / 2) }
        attempts.append(attempt)
    }

    func list(_ pod: ObjectKey) -> [SchedulingAttempt] {
        attempts.filter { $0.pod == pod }
    }
}

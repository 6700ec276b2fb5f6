import KubeAPI
import KubeModel

extension KubectlContext {
    /// Lets time pass until a condition holds; `false` when the deadline comes first.
    ///
    /// What was printed so far is handed on before every wait.
    mutating func wait(
        until deadline: Instant?, for condition: (inout KubectlContext) throws(KubectlError) -> Bool
    ) throws(KubectlError) -> Bool {
        while true {
            if try condition(&self) { return true }
            if let deadline, now >= deadline { return false }
            flushOutput()
            switch connection.waitForChange(until: deadline) {
            case .changed, .deadlineReached: continue
            case .interrupted: throw .exit(code: 130)
            case .budgetExceeded: throw .exit(code: 1)
            }
        }
    }

    /// Lets so much time pass, whatever happens meanwhile.
    mutating func sleep(_ duration: Duration) throws(KubectlError) {
        _ = try wait(until: now + duration) { _ in false }
    }
}

/// Why something is not as expected, as far as the cluster itself knows.
///
/// Messages are the cluster's own, in its English.
package enum Cause: Hashable, Sendable {
    /// `CreateContainerConfigError`, `ImagePullBackOff`, `ErrImagePull`, ...
    case waiting(pod: ObjectName, container: String, reason: String, message: String)
    /// A container ends again and again, or ended badly.
    case crashed(pod: ObjectName, container: String, exitCode: Int, reason: String, lastLine: String?)
    case unschedulable(pod: ObjectName, message: String)
    /// Runs, and its readiness probe says no, or has not been asked yet.
    case notReady(pod: ObjectName, message: String?)
    case condition(ObjectName, type: String, reason: String, message: String)
    case warning(ObjectName, reason: String, message: String)
    /// A selector that selects no pod; `labels` are those of pods that it may have meant.
    case selectsNothing(ObjectName, selector: String, labels: String?)
    case terminating(ObjectName, finalizers: [String])
    case suspended(ObjectName)
    /// A CronJob whose time has not come; the schedule as written.
    case notYetScheduled(ObjectName, schedule: String)
    /// A controller has not yet seen the last change.
    case inProgress(ObjectName)
}

package import Documents
package import KubeModel

/// What one line of `kubectl get pods` says: a pod's containers in a word and three numbers.
///
/// Source: `printPod` of k8s.io/kubernetes/pkg/printers/internalversion/printers.go.
package struct PodSummary: Sendable {
    package let object: Object
    /// `Running`, `Init:0/1`, `CrashLoopBackOff`, `Completed`, `Terminating`, ...
    package private(set) var status: String
    package private(set) var readyCount = 0
    package let containerCount: Int
    package private(set) var restartCount = 0
    package private(set) var lastRestart: Instant?

    package init(_ object: Object) {
        self.object = object
        let initContainers = object.list("spec", "initContainers")
        let sidecars = Set(initContainers.filter { $0.text("restartPolicy") == "Always" }.map { $0.text("name") })
        containerCount = object.list("spec", "containers").count + sidecars.count
        status = Self.phaseText(object)
        let sidecarRestarts = summarizeInitContainers(count: initContainers.count, sidecars: sidecars)
        if let sidecarRestarts { summarizeContainers(after: sidecarRestarts) }
        if object.isTerminating { markTerminating() }
    }
}

extension PodSummary {
    /// `3`, or with the time since the last end: `3 (20s ago)`.
    package func restarts(now: Instant) -> String {
        guard restartCount != 0, let lastRestart else { return String(restartCount) }
        return "\(restartCount) (\(HumanDuration.text(now - lastRestart)) ago)"
    }

    private static func phaseText(_ pod: Object) -> String {
        if pod.condition("PodScheduled")?.text("reason") == "SchedulingGated" { return "SchedulingGated" }
        return pod.text("status", "reason").or(pod.text("status", "phase"))
    }

    private struct Restarts {
        var count = 0
        var last: Instant?

        mutating func add(_ status: Value) {
            count += status.count("restartCount")
            if let ended = status.time("lastState", "terminated", "finishedAt"), last.map({ $0 < ended }) ?? true {
                last = ended
            }
        }
    }

    /// Reads the init containers up to the first that is not done.
    ///
    /// Gives the sidecars' restarts when the containers count too; `nil` while the pod still initializes.
    private mutating func summarizeInitContainers(count: Int, sidecars: Set<String>) -> Restarts? {
        var all = Restarts()
        var ofSidecars = Restarts()
        var isInitializing = false
        for (index, container) in object.list("status", "initContainerStatuses").enumerated() {
            let isSidecar = sidecars.contains(container.text("name"))
            all.add(container)
            if isSidecar { ofSidecars.add(container) }
            if container["state", "terminated"] != nil, container.count("state", "terminated", "exitCode") == 0 {
                continue
            }
            if isSidecar, container.flag("started") {
                if container.flag("ready") { readyCount += 1 }
                continue
            }
            status = "Init:" + Self.unfinished(container, progress: "\(index)/\(count)")
            isInitializing = true
            break
        }
        if isInitializing, object.condition("Initialized")?.text("status") != "True" {
            (restartCount, lastRestart) = (all.count, all.last)
            return nil
        }
        return ofSidecars
    }

    /// Why an init container is not done: its bad end, what it waits for, or how far the pod has come.
    private static func unfinished(_ container: Value, progress: String) -> String {
        if let terminated = container["state", "terminated"] { return ending(terminated) }
        let waiting = container.text("state", "waiting", "reason")
        return waiting.isEmpty || waiting == "PodInitializing" ? progress : waiting
    }

    /// `Error`, `Signal:9`, `ExitCode:3`
    private static func ending(_ terminated: Value) -> String {
        let reason = terminated.text("reason")
        if !reason.isEmpty { return reason }
        let signal = terminated.count("signal")
        return signal != 0 ? "Signal:\(signal)" : "ExitCode:\(terminated.count("exitCode"))"
    }

    private mutating func summarizeContainers(after sidecars: Restarts) {
        var restarts = sidecars
        var hasRunning = false
        var failure: String?
        for container in object.list("status", "containerStatuses").reversed() {
            restarts.add(container)
            let waiting = container.text("state", "waiting", "reason")
            if !waiting.isEmpty {
                status = waiting
            } else if let terminated = container["state", "terminated"] {
                status = Self.ending(terminated)
                if terminated.count("exitCode") != 0 { failure = status }
            } else if container.flag("ready"), container["state", "running"] != nil {
                hasRunning = true
                readyCount += 1
            }
        }
        (restartCount, lastRestart) = (restarts.count, restarts.last)
        guard status == "Completed" else { return }
        if hasRunning, object.condition("Ready")?.text("status") == "True" {
            status = "Running"
        } else if let failure {
            status = failure
        } else if hasRunning {
            status = "NotReady"
        }
    }

    private mutating func markTerminating() {
        if object.text("status", "reason") == "NodeLost" {
            status = "Unknown"
        } else if !["Succeeded", "Failed"].contains(object.text("status", "phase")) {
            status = "Terminating"
        }
    }
}

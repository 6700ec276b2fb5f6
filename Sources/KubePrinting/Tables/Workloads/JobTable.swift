import Documents
import KubeModel

extension TableDefinition {
    static let jobs = TableDefinition(
        [
            .name,
            Column("Status") { status($0) },
            Column("Completions") { completions($0) },
            .timed("Duration") { job, now in duration(job, now: now) },
            .age,
        ], podTemplate: ["spec", "template"], selector: .selector("spec", "selector"))

    private static func status(_ job: Object) -> String {
        func holds(_ type: String) -> Bool { job.condition(type)?.text("status") == "True" }
        if holds("Complete") { return "Complete" }
        if holds("Failed") { return "Failed" }
        if job.isTerminating { return "Terminating" }
        return ["Suspended", "FailureTarget", "SuccessCriteriaMet"].first(where: holds) ?? "Running"
    }

    /// `1/3`, `0/1 of 5` for a work queue.
    private static func completions(_ job: Object) -> String {
        let succeeded = job.count("status", "succeeded")
        if let wanted = job["spec"]?["completions"]?.int { return "\(succeeded)/\(wanted)" }
        let parallelism = job.count("spec", "parallelism")
        return parallelism > 1 ? "\(succeeded)/1 of \(parallelism)" : "\(succeeded)/1"
    }

    private static func duration(_ job: Object, now: Instant) -> String {
        guard let start = job.time("status", "startTime") else { return "" }
        return HumanDuration.text((job.time("status", "completionTime") ?? now) - start)
    }
}

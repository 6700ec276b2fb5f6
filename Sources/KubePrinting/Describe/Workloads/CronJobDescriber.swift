import Documents
import KubeModel

extension Describer {
    static let cronJob = Describer { job, writer in
        writer.metadata(of: job)
        writer.field("Schedule", job.text("spec", "schedule"))
        writer.field("Concurrency Policy", job.text("spec", "concurrencyPolicy"))
        writer.field("Suspend", FlagText.optional(job["spec"]?["suspend"]))
        writer.field("Time Zone", orUnset(job["spec"]?["timeZone"]))
        writer.field("Successful Job History Limit", orUnset(job["spec"]?["successfulJobsHistoryLimit"]))
        writer.field("Failed Job History Limit", orUnset(job["spec"]?["failedJobsHistoryLimit"]))
        let deadline = job["spec"]?["startingDeadlineSeconds"]?.int
        writer.field("Starting Deadline Seconds", deadline.map { "\($0)s" } ?? "<unset>")
        jobTemplate(job["spec", "jobTemplate", "spec"] ?? [:], &writer)
        let last = job.time("status", "lastScheduleTime")
        writer.field("Last Schedule Time", last.map(TimeText.rfc1123) ?? "<unset>")
        let active = job.list("status", "active").map { $0.text("name") }
        writer.field("Active Jobs", active.joined(separator: ", ").or("<none>"))
    }

    private static func jobTemplate(_ specification: Value, _ writer: inout DescribeWriter) {
        writer.field("Selector", specification["selector"].map(LabelText.plainSelector) ?? "<unset>")
        writer.field("Parallelism", orUnset(specification["parallelism"]))
        writer.field("Completions", orUnset(specification["completions"]))
        if let deadline = specification["activeDeadlineSeconds"]?.int {
            writer.field("Active Deadline Seconds", "\(deadline)s")
        }
        writer.podTemplate(specification["template"])
    }

    private static func orUnset(_ value: Value?) -> String { value?.scalarText ?? "<unset>" }
}

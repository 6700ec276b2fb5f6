import Documents
import KubeModel

extension Describer {
    static let job = Describer { job, writer in
        writer.field("Name", job.name)
        writer.field("Namespace", job.namespace)
        writer.field("Selector", LabelText.plainSelector(job["spec"]?["selector"]))
        writer.labels("Labels", job.labels)
        writer.annotations(job.annotations)
        writer.controller(of: job)
        specification(job, &writer)
        times(job, &writer)
        let status = job.status
        let ready = status["ready"]?.int.map { " (\($0) Ready)" } ?? ""
        writer.field(
            "Pods Statuses",
            "\(status.count("active")) Active\(ready) / \(status.count("succeeded")) Succeeded / "
                + "\(status.count("failed")) Failed")
        if job.text("spec", "completionMode") == "Indexed" {
            writer.field("Completed Indexes", shortenedIndexes(status.text("completedIndexes")))
        }
        writer.podTemplate(job["spec"]?["template"])
    }

    private static func specification(_ job: Object, _ writer: inout DescribeWriter) {
        writer.optional("Parallelism", job["spec"]?["parallelism"])
        writer.field("Completions", job["spec"]?["completions"]?.scalarText ?? "<unset>")
        writer.optional("Completion Mode", job["spec"]?["completionMode"])
        writer.optional("Suspend", job["spec"]?["suspend"])
        writer.optional("Backoff Limit", job["spec"]?["backoffLimit"])
        writer.optional("TTL Seconds After Finished", job["spec"]?["ttlSecondsAfterFinished"])
    }

    private static func times(_ job: Object, _ writer: inout DescribeWriter) {
        let start = job.time("status", "startTime")
        let end = job.time("status", "completionTime")
        if let start { writer.field("Start Time", TimeText.rfc1123(start)) }
        if let end { writer.field("Completed At", TimeText.rfc1123(end)) }
        if let start, let end { writer.field("Duration", HumanDuration.text(end - start)) }
        if let deadline = job["spec"]?["activeDeadlineSeconds"]?.int {
            writer.field("Active Deadline Seconds", "\(deadline)s")
        }
    }

    /// A list of indexes, cut at the first comma after fifty characters.
    private static func shortenedIndexes(_ indexes: String) -> String {
        guard let comma = indexes.dropFirst(50).firstIndex(of: ",") else { return indexes.or("<none>") }
        return indexes[...comma] + "..."
    }
}

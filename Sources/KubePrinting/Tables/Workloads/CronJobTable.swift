import Documents
import KubeModel

extension TableDefinition {
    static let cronJobs = TableDefinition(
        [
            .name,
            Column("Schedule") { $0.text("spec", "schedule") },
            Column("Timezone") { $0.text("spec", "timeZone").or("<none>") },
            Column("Suspend") { FlagText.optional($0["spec"]?["suspend"]) },
            .integer("Active") { $0.list("status", "active").count },
            .timed("Last Schedule") { job, now in
                job.time("status", "lastScheduleTime").map { HumanDuration.since($0, now: now) } ?? "<none>"
            },
            .age,
        ], podTemplate: ["spec", "jobTemplate", "spec", "template"],
        selector: .selector("spec", "jobTemplate", "spec", "selector"))
}

/// Truth values as kubectl writes most of them.
enum FlagText {
    /// `True`, `False`, `<unset>`
    static func optional(_ value: Value?) -> String { value?.bool.map(text) ?? "<unset>" }

    static func text(_ flag: Bool) -> String { flag ? "True" : "False" }
}

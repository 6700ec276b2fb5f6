package import Documents

/// Makes a Job at every moment of a schedule.
package struct CronJob: ObjectView {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension CronJob {
    /// What to do when the last Job still runs.
    package enum ConcurrencyPolicy: String, Sendable {
        case allow = "Allow"
        case forbid = "Forbid"
        case replace = "Replace"
    }

    package var schedule: String { object["spec"]?["schedule"]?.string ?? "" }
    package var timeZone: String? { object["spec"]?["timeZone"]?.string }
    package var isSuspended: Bool { object["spec"]?["suspend"]?.bool ?? false }
    package var startingDeadlineSeconds: Int? { object["spec"]?["startingDeadlineSeconds"]?.int }
    package var successfulHistoryLimit: Int? { object["spec"]?["successfulJobsHistoryLimit"]?.int }
    package var failedHistoryLimit: Int? { object["spec"]?["failedJobsHistoryLimit"]?.int }
    package var jobTemplate: Value { object["spec"]?["jobTemplate"] ?? [:] }
    package var active: [Value] { object["status"]?["active"]?.array ?? [] }

    package var concurrencyPolicy: ConcurrencyPolicy {
        object["spec"]?["concurrencyPolicy"]?.string.flatMap(ConcurrencyPolicy.init) ?? .allow
    }

    package var lastScheduleTime: Instant? {
        object["status"]?["lastScheduleTime"]?.string.flatMap(Instant.init(rfc3339:))
    }
}

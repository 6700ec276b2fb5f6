package import Documents

/// Runs pods until enough of them have succeeded.
package struct Job: PodTemplateOwner {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension Job {
    package static let trackingFinalizer = "batch.kubernetes.io/job-tracking"
    package static let completionIndexKey = "batch.kubernetes.io/job-completion-index"

    package var parallelism: Int { object["spec"]?["parallelism"]?.int ?? 1 }
    /// `nil` for a work queue: the first success ends it.
    package var completions: Int? { object["spec"]?["completions"]?.int }
    package var isIndexed: Bool { object["spec"]?["completionMode"]?.string == "Indexed" }
    package var isSuspended: Bool { object["spec"]?["suspend"]?.bool ?? false }
    package var backoffLimit: Int { object["spec"]?["backoffLimit"]?.int ?? 6 }
    package var backoffLimitPerIndex: Int? { object["spec"]?["backoffLimitPerIndex"]?.int }
    package var maxFailedIndexes: Int? { object["spec"]?["maxFailedIndexes"]?.int }
    package var activeDeadlineSeconds: Int? { object["spec"]?["activeDeadlineSeconds"]?.int }
    package var secondsToLiveAfterFinished: Int? { object["spec"]?["ttlSecondsAfterFinished"]?.int }
    package var startTime: Instant? { object["status"]?["startTime"]?.string.flatMap(Instant.init(rfc3339:)) }
    package var completionTime: Instant? { object["status"]?["completionTime"]?.string.flatMap(Instant.init(rfc3339:)) }

    /// Another pod takes a failed one's place only when that has really ended.
    package var replacesOnlyFailed: Bool { object["spec"]?["podReplacementPolicy"]?.string == "Failed" }

    /// The condition that says that it is over: `Complete` or `Failed`.
    package var finishedCondition: Value? {
        object["status"]?["conditions"]?.array?.first { condition in
            condition["status"] == "True" && (condition["type"] == "Complete" || condition["type"] == "Failed")
        }
    }

    package var isFinished: Bool { finishedCondition != nil }
}

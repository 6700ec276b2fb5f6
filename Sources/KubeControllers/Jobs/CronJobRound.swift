import Documents
import KubeAPI
import KubeModel

/// One look at a CronJob and its Jobs, and what is done about them.
struct CronJobRound {
    /// With the status as it becomes.
    var cronJob: CronJob
    private var jobs: [Object]
    private let user: UserInfo

    init(_ cronJob: CronJob, user: UserInfo, api: borrowing APIServer) {
        self.cronJob = cronJob
        self.user = user
        jobs = api.list(.jobs, controlledBy: cronJob.uid)
    }
}

extension CronJobRound {
    static let component = "cronjob-controller"

    func report(_ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer) {
        api.record(EventRecord(cronJob.object, kind, reason, message, from: Self.component))
    }

    /// Deletes finished Jobs beyond the limits of the history, the oldest first.
    mutating func forgetOldJobs(_ api: inout APIServer) {
        for (type, limit) in [("Complete", cronJob.successfulHistoryLimit), ("Failed", cronJob.failedHistoryLimit)] {
            guard let limit else { continue }
            let finished = jobs.filter { Job($0).finishedCondition?["type"]?.string == type }.sorted(
                by: Self.startedBefore)
            for job in finished.prefix(max(0, finished.count - limit)) { delete(job, &api) }
        }
    }

    /// Takes Jobs that are over or gone out of the list of active ones.
    mutating func noteFinishedJobs(_ api: inout APIServer) {
        for job in jobs {
            let isActive = cronJob.active.contains { $0["uid"]?.string == job.uid }
            switch (isActive, Job(job).finishedCondition) {
            case (false, nil):
                let message = "Saw a job that the controller did not create or forgot: \(job.name)"
                report(.warning, "UnexpectedJob", message, &api)
            case (true, let condition?):
                drop(uid: job.uid)
                let type = condition["type"]?.string ?? ""
                report(.normal, "SawCompletedJob", "Saw completed job: \(job.name), condition: \(type)", &api)
                noteSuccess(of: job)
            case (false, .some): noteSuccess(of: job)
            case (true, nil): break
            }
        }
        let known = Set(jobs.map(\.uid))
        for reference in cronJob.active where !known.contains(reference["uid"]?.string ?? "") {
            drop(uid: reference["uid"]?.string ?? "")
            report(.normal, "MissingJob", "Active job went missing: \(reference["name"]?.string ?? "")", &api)
        }
    }

    /// Deletes a Job with its pods.
    mutating func delete(_ job: Object, _ api: inout APIServer) {
        var options = RequestOptions()
        options.propagationPolicy = .background
        do { try api.delete(.jobs, job.key, options: options, as: user) } catch {
            return report(.warning, "FailedDelete", "Deleted job: \(error.message)", &api)
        }
        jobs.removeAll { $0.uid == job.uid }
        drop(uid: job.uid)
        report(.normal, "SuccessfulDelete", "Deleted job \(job.name)", &api)
    }

    /// Makes the Job of a moment of the schedule; one of that name that is there already is left alone.
    mutating func start(at moment: Instant, in zone: ZoneRules, _ api: inout APIServer) throws(APIError) {
        let job = newJob(at: moment, in: zone)
        let created: Object
        do {
            created = try api.create(.jobs, job, as: user)
        } catch .alreadyExists {
            return
        } catch {
            if !error.isNamespaceTerminating {
                report(.warning, "FailedCreate", "Error creating job: \(error.message)", &api)
            }
            throw error
        }
        report(.normal, "SuccessfulCreate", "Created job \(created.name)", &api)
        var active = cronJob.active
        active.append([
            "apiVersion": "batch/v1", "kind": "Job", "name": .string(created.name),
            "namespace": .string(created.namespace),
            "uid": .string(created.uid), "resourceVersion": .string(created.resourceVersion),
        ])
        cronJob.object["status", "active"] = .array(active)
        cronJob.object["status", "lastScheduleTime"] = .string(moment.rfc3339)
    }

    /// `batch-app-29690684`: the minutes since the epoch.
    func jobName(at moment: Instant) -> String { "\(cronJob.name)-\(moment.seconds / 60)" }

    func activeJob(named name: String) -> Bool {
        cronJob.active.contains { $0["name"]?.string == name }
    }

    private func newJob(at moment: Instant, in zone: ZoneRules) -> Object {
        let template = cronJob.jobTemplate
        var job: Object = [
            "apiVersion": "batch/v1", "kind": "Job",
            "metadata": [
                "name": .string(jobName(at: moment)), "namespace": .string(cronJob.namespace),
                "ownerReferences": [OwnerReference(controller: cronJob.object).value],
            ],
            "spec": template["spec"] ?? [:],
        ]
        job["metadata", "labels"] = template["metadata"]?["labels"]
        job["metadata", "annotations"] = template["metadata"]?["annotations"]
        job["metadata", "annotations", "batch.kubernetes.io/cronjob-scheduled-timestamp"] = .string(
            zone.rfc3339(moment))
        return job
    }

    private mutating func noteSuccess(of job: Object) {
        guard Job(job).finishedCondition?["type"]?.string == "Complete", let time = Job(job).completionTime else {
            return
        }
        let last = cronJob.object["status"]?["lastSuccessfulTime"]?.string.flatMap(Instant.init(rfc3339:))
        if last.map({ time > $0 }) ?? true { cronJob.object["status", "lastSuccessfulTime"] = .string(time.rfc3339) }
    }

    private mutating func drop(uid: String) {
        let rest = cronJob.active.filter { $0["uid"]?.string != uid }
        guard rest.count != cronJob.active.count else { return }
        cronJob.object["status", "active"] = rest.isEmpty ? nil : .array(rest)
    }

    private static func startedBefore(_ left: Object, _ right: Object) -> Bool {
        let times = (Job(left).startTime, Job(right).startTime)
        guard let first = times.0 else { return false }
        guard let second = times.1 else { return true }
        return first == second ? left.name < right.name : first < second
    }
}

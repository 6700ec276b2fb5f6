import Documents
import KubeAPI
import KubeModel

/// Whether a Job is to be started now, and when to look again.
extension CronJobRound {
    /// The moments that have passed since the last start: the latest one, and whether there were too many to count.
    private struct Missed {
        var latest: Instant?
        var isTooMany = false
    }

    /// Starts the Job of the latest moment that has passed; returns the time until the next one.
    mutating func startIfDue(_ api: inout APIServer) throws(APIError) -> Duration? {
        let now = api.now
        guard let zone = zone(&api), !cronJob.isSuspended else { return nil }
        guard let schedule = CronSchedule(cronJob.schedule) else {
            report(.warning, "UnparseableSchedule", "unparseable schedule: \"\(cronJob.schedule)\"", &api)
            return nil
        }
        let next = schedule.next(after: now, in: zone).map { $0 + Timing.scheduleDelay - now }
        let missed = missedStarts(schedule, zone, now)
        if missed.isTooMany {
            let advice =
                "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew"
            report(.warning, "TooManyMissedTimes", advice, &api)
        }
        guard let moment = missed.latest else { return next }
        if let deadline = cronJob.startingDeadlineSeconds, moment + .seconds(deadline) < now {
            report(.warning, "MissSchedule", "Missed scheduled time to start a job: \(moment.rfc1123)", &api)
            return next
        }
        guard !activeJob(named: jobName(at: moment)), cronJob.lastScheduleTime != moment else { return next }
        guard makesRoom(&api) else { return next }
        try start(at: moment, in: zone, &api)
        return next
    }

    /// Obeys the concurrency policy; `false` when the last Job must end first.
    private mutating func makesRoom(_ api: inout APIServer) -> Bool {
        switch cronJob.concurrencyPolicy {
        case .allow: return true
        case .forbid:
            guard !cronJob.active.isEmpty else { return true }
            let message = "Not starting job because prior execution is running and concurrency policy is Forbid"
            report(.normal, "JobAlreadyActive", message, &api)
            return false
        case .replace:
            for reference in cronJob.active {
                let key = ObjectKey(namespace: cronJob.namespace, name: reference["name"]?.string ?? "")
                if let job = api.get(.jobs, key) { delete(job, &api) }
            }
            return true
        }
    }

    private func zone(_ api: inout APIServer) -> ZoneRules? {
        guard let name = cronJob.timeZone else { return .utc }
        guard let zone = ZoneRules(name: name) else {
            report(.warning, "UnknownTimeZone", "invalid timeZone: \"\(name)\": unknown time zone \(name)", &api)
            return nil
        }
        return zone
    }

    /// Source: `pkg/controller/cronjob/utils.go`, `mostRecentScheduleTime`.
    private func missedStarts(_ schedule: CronSchedule, _ zone: ZoneRules, _ now: Instant) -> Missed {
        var earliest = cronJob.lastScheduleTime ?? cronJob.object.creationTimestamp ?? now
        if let deadline = cronJob.startingDeadlineSeconds { earliest = max(earliest, now - .seconds(deadline)) }
        guard earliest <= now else { return Missed() }
        var missed = Missed()
        var count = 0
        while let moment = schedule.next(after: missed.latest ?? earliest, in: zone), moment <= now {
            missed.latest = moment
            count += 1
            guard count <= Timing.missedStartsMax else {
                missed.isTooMany = true
                return skipAhead(missed, schedule, zone, now)
            }
        }
        return missed
    }

    /// The latest moment of a schedule whose moments are too many to count one by one.
    private func skipAhead(_ missed: Missed, _ schedule: CronSchedule, _ zone: ZoneRules, _ now: Instant) -> Missed {
        var missed = missed
        var span = Duration.seconds(60)
        while now - span > missed.latest ?? now {
            if var moment = schedule.next(after: now - span, in: zone), moment <= now {
                while let later = schedule.next(after: moment, in: zone), later <= now { moment = later }
                missed.latest = moment
                return missed
            }
            span = span * 2
        }
        return missed
    }
}

extension Instant {
    /// `Sun, 22 Nov 2026 12:44:00 +0000`
    var rfc1123: String {
        let (date, clock) = civil
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func pad(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = "\(pad(clock.hour)):\(pad(clock.minute)):\(pad(clock.second))"
        return "\(days[Int(date.weekday)]), \(pad(date.day)) \(months[Int(date.month) - 1]) \(date.year) \(time) +0000"
    }
}

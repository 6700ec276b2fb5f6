import Documents
package import KubeAPI
package import KubeModel

/// Makes a Job at every moment of a CronJob's schedule, and forgets old ones.
///
/// Source: `pkg/controller/cronjob/cronjob_controllerv2.go`.
package struct CronJobController: Controller {
    package init() {}
}

extension CronJobController {
    package var name: String { "cronjob-controller" }
    package var watched: [ResourceType]? { [.cronJobs, .jobs] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        change.resource.plural == "cronjobs"
            ? [Wakeup(change.object.key)] : Wakeup.controller(of: change.object, kind: "CronJob")
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.cronJobs, key) else { return nil }
        var round = CronJobRound(CronJob(object), user: user, api: api)
        round.forgetOldJobs(&api)
        round.noteFinishedJobs(&api)
        var failure: APIError?
        var again: Duration?
        if !object.isTerminating {
            do { again = try round.startIfDue(&api) } catch { failure = error }
        }
        if round.cronJob.object.status != object.status {
            try api.updateStatus(.cronJobs, round.cronJob.object, as: user)
        }
        if let failure { throw failure }
        return again
    }
}

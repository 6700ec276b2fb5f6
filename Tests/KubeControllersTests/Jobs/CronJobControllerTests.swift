import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct CronJobControllerTests {
    private func plane(jobsTake duration: Duration = .seconds(2)) throws -> ControlPlane {
        var plane = try ControlPlane([CronJobController(), JobController(), GarbageCollector()])
        plane.kubelet.ends = [("tick-", duration, 0)]
        return plane
    }

    private func cronJob(_ schedule: String = "*/5 * * * *", _ change: (inout Object) -> Void = { _ in }) -> Object {
        var object: Object = [
            "apiVersion": "batch/v1", "kind": "CronJob", "metadata": ["name": "tick", "namespace": "default"],
            "spec": [
                "schedule": .string(schedule), "concurrencyPolicy": "Allow", "suspend": false,
                "successfulJobsHistoryLimit": 3, "failedJobsHistoryLimit": 1,
                "jobTemplate": [
                    "metadata": ["labels": ["app": "tick"]],
                    "spec": ["template": ["metadata": [:], "spec": Samples.podSpec()]],
                ],
            ],
        ]
        object["spec", "jobTemplate", "spec", "template", "spec", "restartPolicy"] = "OnFailure"
        for (field, value) in [("parallelism", 1), ("completions", 1), ("backoffLimit", 6)] {
            object["spec", "jobTemplate", "spec", field] = Value(value)
        }
        change(&object)
        return object
    }

    @Test func `starts a job at each moment of its schedule`() throws {
        var plane = try plane()
        try plane.create(.cronJobs, cronJob())
        plane.run(for: .seconds(299))
        #expect(plane.list(.jobs) == [])
        plane.run(for: .seconds(2))
        #expect(plane.list(.jobs).map(\.name) == ["tick-29922485"])
        let job = try #require(plane.list(.jobs).first)
        #expect(job.labels["app"] == "tick")
        #expect(job.annotations["batch.kubernetes.io/cronjob-scheduled-timestamp"] == "2026-11-22T12:05:00Z")
        #expect(plane.get(.cronJobs, "tick")?["status"]?["lastScheduleTime"] == "2026-11-22T12:05:00Z")
        #expect(plane.get(.cronJobs, "tick")?["status"]?["active"]?.array?.count == 1)
        plane.run(for: .seconds(10))
        #expect(plane.get(.cronJobs, "tick")?["status"]?["active"] == nil)
        #expect(
            plane.events(about: "CronJob") == [
                "Normal SuccessfulCreate Created job tick-29922485",
                "Normal SawCompletedJob Saw completed job: tick-29922485, condition: Complete",
            ])
    }

    @Test func `forgets old jobs`() throws {
        var plane = try plane()
        try plane.create(.cronJobs, cronJob())
        plane.run(for: .seconds(6 * 300 + 60))
        #expect(plane.list(.jobs).count == 3)
        #expect(plane.list(.pods).count == 3)
    }

    @Test func `does not start a second job while one runs`() throws {
        var plane = try plane(jobsTake: .seconds(1000))
        try plane.create(.cronJobs, cronJob { $0["spec", "concurrencyPolicy"] = "Forbid" })
        plane.run(for: .seconds(650))
        #expect(plane.list(.jobs).count == 1)
        #expect(
            plane.events(about: "CronJob").contains(
                "Normal JobAlreadyActive Not starting job because prior execution is running and concurrency policy is Forbid"
            ))
    }

    @Test func `replaces the job that still runs`() throws {
        var plane = try plane(jobsTake: .seconds(1000))
        try plane.create(.cronJobs, cronJob { $0["spec", "concurrencyPolicy"] = "Replace" })
        plane.run(for: .seconds(650))
        #expect(plane.list(.jobs).map(\.name) == ["tick-29922490"])
    }

    @Test func `follows the clocks of its zone`() throws {
        var plane = try plane()
        try plane.create(.cronJobs, cronJob("30 21 * * *") { $0["spec", "timeZone"] = "Asia/Tokyo" })
        plane.run(for: .seconds(1799))
        #expect(plane.list(.jobs) == [])
        plane.run(for: .seconds(3))
        let job = try #require(plane.list(.jobs).first)
        #expect(job.annotations["batch.kubernetes.io/cronjob-scheduled-timestamp"] == "2026-11-22T21:30:00+09:00")
    }

    @Test func `notes jobs that others made in its name`() throws {
        var plane = try plane()
        try plane.create(.cronJobs, cronJob { $0["spec", "suspend"] = true })
        let owner = try #require(plane.get(.cronJobs, "tick"))
        var job: Object = [
            "apiVersion": "batch/v1", "kind": "Job", "metadata": ["name": "tick-manual", "namespace": "default"],
        ]
        job.ownerReferences = [OwnerReference(controller: owner)]
        job["spec"] = owner["spec"]?["jobTemplate"]?["spec"]
        try plane.create(.jobs, job)
        plane.run(for: .seconds(1))
        #expect(
            plane.events(about: "CronJob").first?.hasPrefix(
                "Warning UnexpectedJob Saw a job that the controller did not create or forgot: tick-manual") == true)
    }

    @Test func `runs thirty days within the event queue`() throws {
        var plane = try plane()
        try plane.create(.cronJobs, cronJob("0 * * * *"))
        plane.run(for: .seconds(30 * 86_400 + 10))
        #expect(plane.get(.cronJobs, "tick")?["status"]?["lastScheduleTime"] == "2026-12-22T12:00:00Z")
    }
}

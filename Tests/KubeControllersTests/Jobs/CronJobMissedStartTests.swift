import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// What a CronJob does about moments that have passed without it.
struct CronJobMissedStartTests {
    private func plane(_ schedule: String, _ change: (inout Object) -> Void = { _ in }) throws -> ControlPlane {
        var plane = try ControlPlane([CronJobController()])
        var object: Object = [
            "metadata": ["name": "tick", "namespace": "default"],
            "spec": [
                "schedule": .string(schedule), "concurrencyPolicy": "Allow", "suspend": false,
                "jobTemplate": ["spec": ["template": ["spec": Samples.podSpec()]]],
            ],
        ]
        object["spec", "jobTemplate", "spec", "template", "spec", "restartPolicy"] = "OnFailure"
        change(&object)
        try plane.create(.cronJobs, object)
        plane.run(for: .milliseconds(10))
        return plane
    }

    private func suspend(_ plane: inout ControlPlane, _ isSuspended: Bool) throws {
        try plane.patch(.cronJobs, "tick", ["spec": ["suspend": .bool(isSuspended)]])
    }

    @Test func `starts one job for all moments of a suspension`() throws {
        var plane = try plane("*/5 * * * *")
        try suspend(&plane, true)
        plane.run(for: .seconds(3600 + 30))
        #expect(plane.list(.jobs) == [])
        try suspend(&plane, false)
        plane.run(for: .seconds(1))
        #expect(plane.list(.jobs).map(\.name) == ["tick-29922540"])
        #expect(plane.get(.cronJobs, "tick")?["status"]?["lastScheduleTime"] == "2026-11-22T13:00:00Z")
    }

    @Test func `starts none when the deadline for starting has passed`() throws {
        var plane = try plane("0 * * * *") { $0["spec", "startingDeadlineSeconds"] = 20 }
        try suspend(&plane, true)
        plane.run(for: .seconds(3600 + 30))
        try suspend(&plane, false)
        plane.run(for: .seconds(1))
        #expect(plane.list(.jobs) == [])
        plane.run(for: .seconds(3600))
        #expect(plane.list(.jobs).map(\.name) == ["tick-29922600"])
    }

    @Test func `says so when it has missed more than a hundred`() throws {
        var plane = try plane("* * * * *")
        try suspend(&plane, true)
        plane.run(for: .seconds(7200))
        try suspend(&plane, false)
        plane.run(for: .seconds(1))
        #expect(
            plane.events(about: "CronJob").contains(
                "Warning TooManyMissedTimes too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew"
            ))
        #expect(plane.list(.jobs).map(\.name) == ["tick-29922600"])
    }

    @Test func `a date that never comes costs nothing`() throws {
        var plane = try plane("0 0 30 2 *")
        plane.run(for: .seconds(400 * 86_400))
        #expect(plane.list(.jobs) == [])
    }

    @Test func `an hour that the clocks leave out is left out, one that they repeat comes twice`() throws {
        var plane = try plane("30 2 * * *") { $0["spec", "timeZone"] = "Europe/Berlin" }
        // Berlin puts its clocks forward on 2027-03-28: there is no 02:30 on that day.
        plane.run(for: .seconds(127 * 86_400))
        let times = plane.list(.jobs).compactMap {
            $0.annotations["batch.kubernetes.io/cronjob-scheduled-timestamp"]?.string
        }
        #expect(times.contains("2027-03-27T02:30:00+01:00"))
        #expect(!times.contains { $0.hasPrefix("2027-03-28") })
        #expect(times.contains("2027-03-29T02:30:00+02:00"))
    }
}

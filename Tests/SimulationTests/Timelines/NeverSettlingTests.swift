import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// Manifests that never come to rest end at their bound, and it is said what keeps moving.
struct NeverSettlingTests {
    private func moving(_ manifest: String, after second: Int = 0, limit: Duration = .seconds(1800)) throws -> [String]
    {
        var line = try Timeline()
        try line.apply(manifest)
        line.run(to: second)
        guard case .exceeded(let moving) = line.cluster.runUntilSettled(limit: limit) else { return [] }
        return moving
    }

    @Test func `a liveness probe that never succeeds`() throws {
        let objects = try moving(
            PodTimelineTests.pod(
                "sick",
                "{terminationGracePeriodSeconds: 1, containers: [{name: c, image: \"nginx:1.27\", livenessProbe: {tcpSocket: {port: 81}, periodSeconds: 10, failureThreshold: 1}}]}"
            ), after: 15, limit: .seconds(60))
        #expect(objects == ["pod/sick"])
    }

    @Test func `a job every minute that takes half of it`() throws {
        let objects = try moving(
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: busy}
            spec:
              schedule: "* * * * *"
              jobTemplate:
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: c, image: "busybox:1.36", command: [sleep, "30"]}]
            """, after: 60)
        #expect(objects.contains("cronjob/busy"))
        #expect(objects.contains { $0.hasPrefix("job/busy-") })
    }

    @Test func `a wait within its budget of steps`() throws {
        var line = try Timeline()
        try line.apply(
            PodTimelineTests.pod(
                "busy",
                "{containers: [{name: c, image: \"busybox:1.36\", command: [sh, -c, \"while sleep 0.1; do :; done\"]}]}"
            ))
        line.cluster.budget.steps = 5000
        guard case .exceeded = line.cluster.run(until: line.cluster.now + .seconds(3600)) else {
            Issue.record("an hour of ten turns a second took fewer than 5000 turns")
            return
        }
        #expect(line.cluster.now < Instant(seconds: 1_767_603_600 + 3600))
    }

    @Test(arguments: [
        "{containers: [{name: c, image: \"busybox:1.36\", command: [\"false\"]}]}",
        "{containers: [{name: c, image: \"nginx:no-such\"}]}",
        "{nodeSelector: {disk: ssd}, containers: [{name: c, image: \"nginx:1.27\"}]}",
    ])
    func `what only waits longer and longer is settled`(spec: String) throws {
        #expect(try moving(PodTimelineTests.pod("stuck", spec)) == [])
    }
}

import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct JobControllerTests {
    private func plane(_ ends: [(prefix: String, after: Duration, code: Int)] = []) throws -> ControlPlane {
        var plane = try ControlPlane([JobController(), TimeToLiveController(), GarbageCollector()])
        plane.kubelet.ends = ends
        return plane
    }

    private func job(_ name: String, _ spec: Object = [:], restartPolicy: String = "Never") -> Object {
        var job: Object = [
            "apiVersion": "batch/v1", "kind": "Job", "metadata": ["name": .string(name), "namespace": "default"],
            "spec": [
                "template": ["metadata": [:], "spec": Samples.podSpec()], "parallelism": 1, "completions": 1,
                "backoffLimit": 6, "completionMode": "NonIndexed", "suspend": false,
                "podReplacementPolicy": "TerminatingOrFailed",
            ],
        ]
        job["spec", "template", "spec", "restartPolicy"] = .string(restartPolicy)
        for (field, value) in spec { job["spec", field] = value.isNull ? nil : value }
        return job
    }

    private func types(_ plane: ControlPlane, _ name: String) -> [String] {
        plane.conditions(.jobs, name).map { String($0.prefix { $0 != ":" }) }
    }

    @Test func `runs one pod to its end`() throws {
        var plane = try plane([("hello-", .seconds(1), 0)])
        try plane.create(.jobs, job("hello"))
        plane.run(for: .milliseconds(500))
        expectCounts(plane.get(.jobs, "hello"), ["active": 1, "ready": 0, "terminating": 0])
        plane.run(for: .seconds(5))
        #expect(
            types(plane, "hello") == ["SuccessCriteriaMet=True CompletionsReached", "Complete=True CompletionsReached"])
        let pod = try #require(plane.list(.pods).first)
        #expect(pod.finalizers == [])
        #expect(
            plane.events(about: "Job") == [
                "Normal SuccessfulCreate Created pod: \(pod.name)", "Normal Completed Job completed",
            ])
        var status = plane.get(.jobs, "hello")?.status
        status?["conditions"] = nil
        #expect(
            status == [
                "completionTime": "2026-11-22T12:00:03Z", "ready": 0, "startTime": "2026-11-22T12:00:00Z",
                "succeeded": 1,
                "terminating": 0, "uncountedTerminatedPods": [:],
            ])
    }

    @Test func `runs several at a time until enough have succeeded`() throws {
        var plane = try plane([("pack-", .seconds(10), 0)])
        try plane.create(.jobs, job("pack", ["completions": 3, "parallelism": 2]))
        plane.run(for: .seconds(5))
        #expect(plane.list(.pods).count == 2)
        plane.run(for: .seconds(10))
        expectCounts(plane.get(.jobs, "pack"), ["succeeded": 2, "active": 1])
        plane.run(for: .seconds(15))
        expectCounts(plane.get(.jobs, "pack"), ["succeeded": 3, "active": 0])
        #expect(plane.list(.pods).count == 3)
    }

    @Test func `pauses between failures and gives up at the limit`() throws {
        var plane = try plane([("flaky-", .seconds(1), 5)])
        try plane.create(.jobs, job("flaky", ["backoffLimit": 1]))
        plane.run(for: .seconds(8))
        #expect(plane.list(.pods).count == 1)
        expectCounts(plane.get(.jobs, "flaky"), ["failed": 1, "active": 0])
        plane.run(for: .seconds(20))
        #expect(plane.list(.pods).count == 2)
        expectCounts(plane.get(.jobs, "flaky"), ["failed": 2, "active": 0])
        #expect(
            types(plane, "flaky") == ["FailureTarget=True BackoffLimitExceeded", "Failed=True BackoffLimitExceeded"])
        #expect(
            plane.events(about: "Job").last
                == "Warning BackoffLimitExceeded Job has reached the specified backoff limit")
    }

    @Test func `stops at its deadline`() throws {
        var plane = try plane()
        try plane.create(.jobs, job("slow", ["activeDeadlineSeconds": 6]))
        plane.kubelet.needsNode = false
        plane.run(for: .seconds(10))
        let name = try #require(plane.events(about: "Job").first?.split(separator: " ").last)
        #expect(
            plane.events(about: "Job") == [
                "Normal SuccessfulCreate Created pod: \(name)", "Normal SuccessfulDelete Deleted pod: \(name)",
                "Warning DeadlineExceeded Job was active longer than specified deadline",
            ])
        #expect(types(plane, "slow") == ["FailureTarget=True DeadlineExceeded", "Failed=True DeadlineExceeded"])
        expectCounts(plane.get(.jobs, "slow"), ["failed": 1, "active": 0])
        #expect(plane.list(.pods) == [])
    }

    @Test func `gives each pod of an indexed job its index`() throws {
        var plane = try plane([("shards-", .seconds(1), 0)])
        try plane.create(.jobs, job("shards", ["completionMode": "Indexed", "completions": 3, "parallelism": 3]))
        plane.run(for: .seconds(6))
        #expect(
            plane.list(.pods).compactMap { $0["spec"]?["hostname"]?.string }.sorted() == [
                "shards-0", "shards-1", "shards-2",
            ])
        #expect(
            plane.list(.pods).allSatisfy {
                $0.name.hasPrefix("shards-\($0.labels[Job.completionIndexKey]?.string ?? "")-")
            })
        #expect(plane.get(.jobs, "shards")?["status"]?["completedIndexes"] == "0-2")
        #expect(types(plane, "shards").last == "Complete=True CompletionsReached")
    }

    @Test func `fails indexes one by one`() throws {
        var plane = try plane([("part-1-", .seconds(1), 1), ("part-", .seconds(1), 0)])
        try plane.create(
            .jobs,
            job(
                "part",
                [
                    "completionMode": "Indexed", "completions": 3, "parallelism": 3, "backoffLimitPerIndex": 1,
                    "backoffLimit": 2_147_483_647,
                ]))
        plane.run(for: .seconds(30))
        #expect(plane.get(.jobs, "part")?["status"]?["completedIndexes"] == "0,2")
        #expect(plane.get(.jobs, "part")?["status"]?["failedIndexes"] == "1")
        #expect(types(plane, "part") == ["FailureTarget=True FailedIndexes", "Failed=True FailedIndexes"])
        expectCounts(plane.get(.jobs, "part"), ["failed": 2, "succeeded": 2])
    }

    @Test func `waits while it is suspended`() throws {
        var plane = try plane([("later-", .seconds(1), 0)])
        try plane.create(.jobs, job("later", ["suspend": true]))
        plane.run(for: .seconds(5))
        #expect(plane.list(.pods) == [])
        #expect(types(plane, "later") == ["Suspended=True JobSuspended"])
        #expect(plane.get(.jobs, "later")?["status"]?["startTime"] == nil)
        try plane.patch(.jobs, "later", ["spec": ["suspend": false]])
        plane.run(for: .seconds(6))
        #expect(
            types(plane, "later") == [
                "Suspended=False JobResumed", "SuccessCriteriaMet=True CompletionsReached",
                "Complete=True CompletionsReached",
            ])
        #expect(
            plane.events(about: "Job").map { $0.split(separator: " ")[1] } == [
                "Suspended", "SuccessfulCreate", "Resumed", "Completed",
            ])
    }

    @Test func `obeys its policy for failures`() throws {
        var plane = try plane([("strict-", .seconds(1), 42)])
        let policy: Value = [
            "rules": [["action": "FailJob", "onExitCodes": ["operator": "In", "values": [42]]]]
        ]
        try plane.create(.jobs, job("strict", ["podFailurePolicy": policy, "podReplacementPolicy": "Failed"]))
        plane.run(for: .seconds(6))
        let pod = try #require(plane.list(.pods).first)
        #expect(
            plane.conditions(.jobs, "strict").last
                == "Failed=True PodFailurePolicy: Container main for pod default/\(pod.name) failed with exit code 42 matching FailJob rule at index 0"
        )
    }

    @Test func `succeeds when the indexes that matter have`() throws {
        var plane = try plane([("lead-0-", .seconds(1), 0)])
        try plane.create(
            .jobs,
            job(
                "lead",
                [
                    "completionMode": "Indexed", "completions": 2, "parallelism": 2,
                    "successPolicy": ["rules": [["succeededIndexes": "0"]]],
                ]))
        plane.run(for: .seconds(8))
        #expect(types(plane, "lead") == ["SuccessCriteriaMet=True SuccessPolicy", "Complete=True SuccessPolicy"])
        #expect(plane.list(.pods).count == 1)
    }

    @Test func `is deleted some time after its end`() throws {
        var plane = try plane([("tidy-", .seconds(1), 0)])
        try plane.create(.jobs, job("tidy", ["ttlSecondsAfterFinished": 5]))
        plane.run(for: .seconds(6))
        #expect(plane.get(.jobs, "tidy") != nil)
        plane.run(for: .seconds(5))
        #expect(plane.get(.jobs, "tidy") == nil)
        #expect(plane.list(.pods) == [])
    }

    @Test func `a work queue ends with its last worker`() throws {
        var plane = try plane([("queue-", .seconds(3), 0)])
        try plane.create(.jobs, job("queue", ["completions": .null, "parallelism": 3]))
        plane.run(for: .seconds(10))
        expectCounts(plane.get(.jobs, "queue"), ["succeeded": 3])
        #expect(types(plane, "queue").last == "Complete=True CompletionsReached")
    }
}

import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// When a Job makes another pod, and when it makes fewer.
struct JobReplacementTests {
    private func plane(_ spec: Object, restartPolicy: String = "Never") throws -> ControlPlane {
        var plane = try ControlPlane([JobController(), GarbageCollector()], nodes: 1)
        plane.kubelet.stopTime = .seconds(20)
        var job: Object = [
            "metadata": ["name": "work", "namespace": "default"],
            "spec": ["template": ["metadata": [:], "spec": Samples.podSpec()], "backoffLimit": 6],
        ]
        job["spec", "template", "spec", "restartPolicy"] = .string(restartPolicy)
        for (field, value) in spec { job["spec", field] = value }
        try plane.create(.jobs, job)
        plane.run(for: .seconds(3))
        return plane
    }

    @Test(arguments: [("TerminatingOrFailed", 2), ("Failed", 1)])
    func `replaces a pod that is being deleted at once, or only when it is gone`(policy: String, count: Int) throws {
        var plane = try plane(["podReplacementPolicy": .string(policy)])
        try plane.delete(.pods, plane.list(.pods)[0].name)
        plane.run(for: .seconds(15))
        #expect(plane.list(.pods).count == count)
        expectCounts(plane.get(.jobs, "work"), ["terminating": 1])
        plane.run(for: .seconds(30))
        #expect(plane.list(.pods).count { !$0.isTerminating } == 1)
    }

    @Test func `takes pods away when it may run fewer`() throws {
        var plane = try plane(["parallelism": 4, "completions": 8])
        #expect(plane.list(.pods).count == 4)
        try plane.patch(.jobs, "work", ["spec": ["parallelism": 1]])
        plane.run(for: .seconds(3))
        #expect(plane.list(.pods).count { !$0.isTerminating } == 1)
    }

    @Test func `gives up when too many indexes have failed`() throws {
        var plane = try ControlPlane([JobController(), GarbageCollector()])
        plane.kubelet.ends = [("work-", .seconds(1), 1)]
        var job: Object = [
            "metadata": ["name": "work", "namespace": "default"],
            "spec": [
                "template": ["metadata": [:], "spec": Samples.podSpec()], "completionMode": "Indexed",
                "completions": 6, "parallelism": 6, "backoffLimitPerIndex": 0, "maxFailedIndexes": 2,
            ],
        ]
        job["spec", "template", "spec", "restartPolicy"] = "Never"
        try plane.create(.jobs, job)
        plane.run(for: .seconds(8))
        #expect(
            plane.conditions(.jobs, "work").last
                == "Failed=True MaxFailedIndexesExceeded: Job has exceeded the specified maximal number of failed indexes"
        )
    }

    @Test func `a million workers are asked for in portions`() throws {
        let plane = try plane(["parallelism": 1_000_000])
        #expect((500...2000).contains(plane.list(.pods).count))
    }
}

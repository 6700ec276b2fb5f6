import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// The life of single pods, to the second.
struct PodTimelineTests {
    static func pod(_ name: String, _ spec: String) -> String {
        "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: \(spec)\n"
    }

    @Test func `a crash loop waits 10, 20, 40, 80, 160 and then 300 seconds`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod("crash", "{containers: [{name: c, image: \"busybox:1.36\", command: [sh, -c, \"exit 1\"]}]}"))
        let ends = line.story(to: 1300, podSummary("crash")).filter { $0.contains("Error") }.compactMap(second)
        expectGaps(ends, [1, 10, 20, 40, 80, 160, 300, 300, 300])
    }

    @Test func `a container that ran for ten minutes has its back-off forgotten`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "tired", "{containers: [{name: c, image: \"busybox:1.36\", command: [sh, -c, \"sleep 620; exit 1\"]}]}")
        )
        let restarts = line.story(to: 2600, podSummary("tired")).filter { $0.contains("Running") }.compactMap(second)
        #expect(restarts == [1, 622, 1243, 1864, 2485])
    }

    @Test func `a missing image is tried again after 10, 20, 40, 80, 160 and 300 seconds`() throws {
        var line = try Timeline()
        try line.apply(Self.pod("typo", "{containers: [{name: c, image: \"nginx:no-such\"}]}"))
        let tries = line.story(to: 1400, podSummary("typo")).filter { $0.contains("ErrImagePull") }.compactMap(second)
        // A pull waits for its back-off and then for the next look of the kubelet, which comes every 10 seconds.
        expectGaps(tries, [10, 20, 40, 80, 160, 300, 300], slack: 13)
    }

    @Test func `a pod that is deleted gets its grace period`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "deaf",
                "{terminationGracePeriodSeconds: 7, containers: [{name: c, image: \"busybox:1.36\", command: [sh, -c, \"trap '' TERM; while true; do sleep 1; done\"]}]}"
            ))
        line.run(to: 10)
        try line.delete(.pods, "deaf")
        #expect(
            line.story(to: 30, podSummary("deaf")) == ["10 1/1 Terminating 0", "17 0/1 Terminating 0", "17 gone"])
        #expect(line.events("deaf").last == "10 Killing")
    }

    @Test func `a preStop hook delays the signal`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "hook",
                "{containers: [{name: c, image: \"nginx:1.27\", lifecycle: {preStop: {sleep: {seconds: 5}}}}]}"))
        line.run(to: 10)
        try line.delete(.pods, "hook")
        #expect(
            line.story(to: 40, podSummary("hook")) == ["10 1/1 Terminating 0", "15 0/1 Terminating 0", "15 gone"])
    }

    @Test func `a liveness probe restarts after its threshold`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "sick",
                "{terminationGracePeriodSeconds: 3, containers: [{name: c, image: \"nginx:1.27\", livenessProbe: {httpGet: {path: /none, port: 80}, initialDelaySeconds: 5, periodSeconds: 5, failureThreshold: 2}}]}"
            ))
        #expect(
            line.story(to: 60, podSummary("sick")) == [
                "0 0/1 Pending 0", "0 0/1 ContainerCreating 0", "1 1/1 Running 0", "16 1/1 Running 1",
                "31 1/1 Running 2", "46 1/1 Running 3",
            ])
        #expect(line.events("sick").contains("10 Unhealthy x7"))
        #expect(line.events("sick").contains("15 Killing x3"))
    }

    @Test func `readiness comes and goes with the probe`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "shy",
                "{containers: [{name: c, image: \"nginx:1.27\", readinessProbe: {httpGet: {path: /, port: 80}, initialDelaySeconds: 10, periodSeconds: 5, failureThreshold: 3}}]}"
            ))
        var story = line.story(to: 30, podSummary("shy"))
        line.cluster.inject(.probesFail(ObjectKey(namespace: "default", name: "shy"), container: "c", seconds: 40))
        story += line.story(to: 100, podSummary("shy"))
        #expect(
            story == [
                "0 0/1 Pending 0", "0 0/1 ContainerCreating 0", "1 0/1 Running 0", "11 1/1 Running 0",
                "30 1/1 Running 0", "41 0/1 Running 0", "71 1/1 Running 0",
            ])
    }

    @Test func `an active deadline ends a pod`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "late",
                "{activeDeadlineSeconds: 20, restartPolicy: Never, containers: [{name: c, image: \"nginx:1.27\"}]}"))
        #expect(
            line.story(to: 60, podSummary("late")) == [
                "0 0/1 Pending 0", "0 0/1 ContainerCreating 0", "1 1/1 Running 0", "20 0/1 Completed 0",
            ])
        #expect(line.get(.pods, "late")?["status"]?["phase"] == "Failed")
        #expect(line.get(.pods, "late")?["status"]?["reason"] == "DeadlineExceeded")
    }

    @Test func `a memory leak ends at the limit`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "leak",
                "{containers: [{name: c, image: \"nginx:1.27\", resources: {limits: {memory: 64Mi}}}]}"))
        line.run(to: 10)
        line.cluster.inject(
            .memoryLeak(ObjectKey(namespace: "default", name: "leak"), container: "c", bytesPerSecond: 2 << 20))
        // 64 MiB less the 6 that it had, at 2 a second.
        #expect(
            line.story(to: 60, podSummary("leak")) == [
                "10 1/1 Running 0", "41 0/1 OOMKilled 0", "42 1/1 Running 1",
            ])
    }

    @Test func `a node short of memory ends the pod that uses the most beyond its request`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "modest", "{containers: [{name: c, image: \"nginx:1.27\", resources: {requests: {memory: 64Mi}}}]}")
                + "---\n" + Self.pod("greedy", "{containers: [{name: c, image: \"nginx:1.27\"}]}"))
        line.run(to: 10)
        line.cluster.inject(
            .memoryLeak(ObjectKey(namespace: "default", name: "greedy"), container: "c", bytesPerSecond: 100 << 20))
        let story = line.story(to: 400) { cluster in
            let node = cluster.api.list(.nodes)[0]
            let pressure = node.condition("MemoryPressure")?["status"]?.string ?? "?"
            return "\(podSummary("greedy")(cluster)), \(podSummary("modest")(cluster)), pressure \(pressure)"
        }
        #expect(
            story == [
                "10 1/1 Running 0, 1/1 Running 0, pressure False", "50 1/1 Running 0, 1/1 Running 0, pressure True",
                "51 0/1 Completed 0, 1/1 Running 0, pressure True",
                "350 0/1 Completed 0, 1/1 Running 0, pressure False",
            ])
        #expect(line.events("greedy").suffix(2) == ["50 Evicted", "50 Killing"])
        #expect(
            line.events(line.node(0)).suffix(3) == [
                "50 NodeHasInsufficientMemory", "50 EvictionThresholdMet", "350 NodeHasSufficientMemory",
            ])
        let pod = line.get(.pods, "greedy")
        #expect(pod?["status"]?["reason"] == "Evicted")
        #expect(pod?.condition("DisruptionTarget")?["reason"] == "TerminationByKubelet")
        #expect(
            pod?["status"]?["message"]
                == "The node was low on resource: memory. Threshold quantity: 100Mi, available: 0Ki. Container c was using 4102144Ki, request is 0, has larger consumption of memory. "
        )
    }

    @Test func `an emptyDir beyond its limit ends its pod`() throws {
        var line = try Timeline()
        try line.apply(
            Self.pod(
                "full",
                "{volumes: [{name: cache, emptyDir: {sizeLimit: 1Ki}}], containers: [{name: c, image: \"busybox:1.36\", volumeMounts: [{name: cache, mountPath: /cache}], command: [sh, -c, \"sleep 5; seq 1 1000 > /cache/numbers; sleep 600\"]}]}"
            ))
        #expect(
            line.story(to: 60, podSummary("full")) == [
                "0 0/1 Pending 0", "0 0/1 ContainerCreating 0", "1 1/1 Running 0", "11 0/1 Error 0",
            ])
        let status = line.get(.pods, "full")?["status"]
        #expect(status?["reason"] == "Evicted")
        #expect(status?["message"] == "Usage of EmptyDir volume \"cache\" exceeds the limit \"1Ki\". ")
    }
}

/// The second that an entry of a story begins with.
private func second(_ entry: String) -> Int? { entry.split(separator: " ").first.flatMap { Int($0) } }

/// Compares the pauses between moments with what they are at least; the kubelet stretches each by up to an eighth.
private func expectGaps(
    _ moments: [Int], _ expected: [Int], slack: Int = 2, sourceLocation: SourceLocation = #_sourceLocation
) {
    let gaps = zip(moments.dropFirst(), moments).map { $0 - $1 }
    #expect(gaps.count >= expected.count, "\(gaps)", sourceLocation: sourceLocation)
    for (gap, least) in zip(gaps, expected) {
        #expect((least...least + least / 8 + slack).contains(gap), "\(gaps)", sourceLocation: sourceLocation)
    }
}

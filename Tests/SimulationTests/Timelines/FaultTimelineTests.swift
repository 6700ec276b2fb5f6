import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// What each fault does, to the second.
struct FaultTimelineTests {
    private static let key = ObjectKey(namespace: "default", name: "web")
    private static let web = PodTimelineTests.pod("web", "{containers: [{name: c, image: \"nginx:1.27\"}]}")

    @Test func `a killed container is seen within a second and started again, then ten seconds after its end`() throws {
        var line = try Timeline()
        try line.apply(Self.web)
        line.run(to: 10)
        line.cluster.inject(.containerKilled(Self.key, container: "c"))
        var story = line.story(to: 20, podSummary("web"))
        line.cluster.inject(.containerKilled(Self.key, container: "c"))
        story += line.story(to: 40, podSummary("web"))
        #expect(
            story == [
                "10 1/1 Running 0", "11 0/1 Error 0", "12 1/1 Running 1", "20 1/1 Running 1", "21 0/1 Error 1",
                "30 0/1 CrashLoopBackOff 1", "31 1/1 Running 2",
            ])
    }

    @Test func `a registry that is down is waited for, and found again`() throws {
        var line = try Timeline()
        line.cluster.inject(.registryDown)
        try line.apply(Self.web)
        var story = line.story(to: 50, podSummary("web"))
        line.cluster.inject(.registryUp)
        story += line.story(to: 120, podSummary("web"))
        #expect(story.contains { $0.hasSuffix("0/1 ErrImagePull 0") })
        #expect(story.contains { $0.hasSuffix("0/1 ImagePullBackOff 0") })
        #expect(story.last?.hasSuffix("1/1 Running 0") == true)
    }

    @Test func `a slow registry takes so many times as long`() throws {
        var line = try Timeline()
        line.cluster.inject(.registrySlow(factor: 50))
        try line.apply(Self.web)
        #expect(
            line.story(to: 60, podSummary("web")) == [
                "0 0/1 Pending 0", "0 0/1 ContainerCreating 0", "30 1/1 Running 0",
            ])
        #expect(line.events("web").contains("0 Pulling"))
    }

    @Test func `a clock that jumps does all that was due on the way`() throws {
        var line = try Timeline()
        try line.apply(
            PodTimelineTests.pod(
                "tick", "{containers: [{name: c, image: \"busybox:1.36\", command: [sh, -c, \"sleep 3600; exit 3\"]}]}")
        )
        line.run(to: 86_400)
        #expect(line.get(.pods, "tick")?["status"]?["containerStatuses"]?[0]?["restartCount"] == 23)
    }

    @Test func `a cordoned node keeps its pods and gets no new ones`() throws {
        var line = try Timeline()
        try line.apply(Self.web)
        line.run(to: 10)
        try line.patch(.nodes, line.node(0), ["spec": ["unschedulable": true]])
        try line.apply(PodTimelineTests.pod("late", "{containers: [{name: c, image: \"nginx:1.27\"}]}"))
        line.run(to: 20)
        #expect(podSummary("web")(line.cluster) == "1/1 Running 0")
        #expect(podSummary("late")(line.cluster) == "0/1 Pending 0")
        try line.patch(.nodes, line.node(0), ["spec": ["unschedulable": .null]])
        line.run(to: 25)
        #expect(podSummary("late")(line.cluster) == "1/1 Running 0")
        line.run(to: 35)
        #expect(line.events(line.node(0)) == ["20 NodeNotSchedulable", "30 NodeSchedulable"])
    }

    @Test func `a node that is deleted is removed from its controller within five seconds`() throws {
        var line = try Timeline(nodes: 2)
        let name = line.node(1)
        try line.delete(.nodes, name)
        line.run(to: 10)
        #expect(line.events(name) == ["5 RemovingNode"])
    }
}

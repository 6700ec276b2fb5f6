import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

struct PodLifeCycleTests {
    static let web = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          terminationGracePeriodSeconds: 30
          containers:
          - {name: nginx, image: "nginx:1.27"}
        """

    @Test func `a pod is pulled, started, reported and stopped`() throws {
        var lab = try Lab()
        try lab.apply(Self.web)
        lab.run(to: 0.1)
        #expect(lab.summary("web") == "Pending -ContainerCreating/0")
        lab.run(to: 3)
        #expect(lab.summary("web") == "Running +Running/0")
        #expect(
            lab.events("web") == [
                "Pulling: Pulling image \"nginx:1.27\"",
                "Pulled: Successfully pulled image \"nginx:1.27\" in 600ms (600ms including waiting). Image size: 72205374 bytes.",
                "Created: Container created",
                "Started: Container started",
            ])
        try lab.delete(.pods, "web")
        lab.run(to: 3.1)
        #expect(lab.summary("web") == "Running +Running/0 terminating")
        lab.run(to: 5)
        #expect(lab.summary("web") == "gone")
        #expect(lab.events("web").last == "Killing: Stopping container nginx")
    }

    @Test func `a hollow node runs any image for ever`() throws {
        var lab = try Lab(.hollow)
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: any}
            spec:
              containers:
              - {name: app, image: "example.com/any:1", readinessProbe: {httpGet: {port: 80}}}
            """)
        lab.run(to: 1.5)
        #expect(lab.summary("any") == "Running +Running/0")
        #expect(lab.fleet.nextDue.map { $0 > Lab.at(5) } ?? true)
    }
}

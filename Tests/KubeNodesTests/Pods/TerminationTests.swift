import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

struct TerminationTests {
    static func pod(_ name: String, _ command: String, _ more: String = "") -> String {
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: \(name)}
        spec:
          restartPolicy: Never
          \(more)
          containers:
          - {name: app, image: "busybox:1.36", command: \(command)}
        """
    }

    @Test(arguments: [
        (
            #"["sh", "-c", "trap 'echo got SIGTERM; exit 0' TERM; echo working; while true; do sleep 1; done"]"#,
            "terminationGracePeriodSeconds: 10", "Failed -Completed/0", ["working", "got SIGTERM"]
        ),
        (
            #"["sh", "-c", "trap '' TERM; echo working; while true; do sleep 1; done"]"#,
            "terminationGracePeriodSeconds: 3", "Failed -Error/0", ["working"]
        ),
    ])
    func `the deadline of a pod ends it`(command: String, grace: String, summary: String, log: [String]) throws {
        var lab = try Lab()
        try lab.apply(Self.pod("p", command, "activeDeadlineSeconds: 4\n  " + grace))
        lab.run(to: 14)
        #expect(lab.summary("p") == summary)
        #expect(lab.pod("p")?["status"]?["reason"] == "DeadlineExceeded")
        #expect(lab.pod("p")?["status"]?["message"] == "Pod was active on the node longer than the specified deadline")
        #expect(try lab.log("p", "app") == log)
    }

    @Test func `a deletion at the moment of a report is not missed`() throws {
        var lab = try Lab()
        try lab.apply(Self.pod("p", #"["sleep", "3600"]"#, "terminationGracePeriodSeconds: 5"))
        try lab.api.delete(.pods, ObjectKey(namespace: "default", name: "p"), as: .admin)
        lab.api.now = try #require(lab.fleet.nextDue)
        lab.fleet.run(api: &lab.api)
        lab.run(to: 8)
        #expect(lab.summary("p") == "gone")
    }

    @Test func `a first process without a trap does not hear the signal`() throws {
        var lab = try Lab()
        try lab.apply(Self.pod("p", #"["sleep", "3600"]"#, "terminationGracePeriodSeconds: 5"))
        lab.run(to: 3)
        try lab.delete(.pods, "p")
        lab.run(to: 7)
        #expect(lab.summary("p") == "Running +Running/0 terminating")
        lab.run(to: 9)
        #expect(lab.summary("p") == "gone")
    }

    @Test func `a shared process namespace lets the signal through`() throws {
        var lab = try Lab()
        try lab.apply(
            Self.pod("p", #"["sleep", "3600"]"#, "activeDeadlineSeconds: 4\n  shareProcessNamespace: true"))
        lab.run(to: 10)
        #expect(lab.pod("p")?["status"]?["containerStatuses"]?[0]?["state"]?["terminated"]?["exitCode"] == 143)
    }

    @Test func `a hook before the stop keeps the container alive`() throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: drainer}
            spec:
              terminationGracePeriodSeconds: 20
              containers:
              - name: app
                image: nginx:1.27
                lifecycle: {preStop: {exec: {command: ["/bin/sh", "-c", "sleep 6"]}}}
            """)
        lab.run(to: 5)
        try lab.delete(.pods, "drainer")
        lab.run(to: 10)
        #expect(lab.summary("drainer") == "Running +Running/0 terminating")
        lab.run(to: 13)
        #expect(lab.summary("drainer") == "gone")
    }

    @Test func `a hook that fails after the start ends the container`() throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: hooked}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
              - name: app
                image: nginx:1.27
                lifecycle: {postStart: {exec: {command: ["/bin/sh", "-c", "echo no such dir; exit 4"]}}}
            """)
        lab.run(to: 5)
        #expect(lab.events("hooked").contains("FailedPostStartHook: PostStartHook failed"))
        #expect(lab.summary("hooked") == "Running -PostStartHookError/1")
        let message = lab.pod("hooked")?["status"]?["containerStatuses"]?[0]?["state"]?["waiting"]?["message"]?.string
        #expect(
            message?.hasPrefix(
                "Exec lifecycle hook ([/bin/sh -c echo no such dir; exit 4]) for Container \"app\" in Pod \"hooked_default("
            )
                == true)
    }

    @Test func `a container that outgrows its memory is killed`() throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: hungry}
            spec:
              restartPolicy: Never
              containers:
              - name: app
                image: busybox:1.36
                command: ["sh", "-c", "echo eating; x=a; while true; do x=$x$x; done"]
                resources: {limits: {memory: 16Mi}}
            """)
        lab.run(to: 6)
        #expect(lab.summary("hungry") == "Failed -OOMKilled/0")
        #expect(try lab.log("hungry", "app") == ["eating"])
    }
}

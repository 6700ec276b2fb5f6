import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

struct CrashLoopTests {
    static func worker(_ policy: String) -> String {
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          restartPolicy: \(policy)
          containers:
          - name: app
            image: busybox:1.36
            command: ["sh", "-c", "echo starting; echo 'config error'; exit 3"]
        """
    }

    @Test func `a container in back-off shows its last end until the next sync`() throws {
        var lab = try Lab()
        try lab.apply(Self.worker("Always"))
        lab.run(to: 6)
        #expect(lab.summary("worker") == "Running -Error/1")
        try lab.api.patch(
            .pods, ObjectKey(namespace: "default", name: "worker"), .merge,
            ["metadata": ["annotations": ["looked-at-by": "me"]]], as: .admin)
        lab.run(to: 8)
        #expect(lab.summary("worker") == "Running -CrashLoopBackOff/1")
        #expect(try lab.log("worker", "app") == ["starting", "config error"])
        #expect(try lab.log("worker", "app", previous: true) == ["starting", "config error"])
        lab.run(to: 19)
        #expect(lab.summary("worker") == "Running -Error/2")
        #expect(
            try lab.log("worker", "app", previous: true).first?.hasPrefix(
                "unable to retrieve container logs for containerd://")
                == true)
        lab.run(to: 54)
        #expect(lab.summary("worker") == "Running -Error/3")
        lab.run(to: 62)
        #expect(lab.summary("worker") == "Running -CrashLoopBackOff/3")
        let message = lab.pod("worker")?["status"]?["containerStatuses"]?[0]?["state"]?["waiting"]?["message"]?.string
        #expect(message?.hasPrefix("back-off 40s restarting failed container=app pod=worker_default(") == true)
        #expect(
            lab.events("worker").contains {
                $0.hasPrefix("BackOff: Back-off restarting failed container app in pod worker_default(")
            })
    }

    @Test(arguments: [("Never", "Failed -Error/0"), ("OnFailure", "Running -Error/1")])
    func `the restart policy decides`(policy: String, summary: String) throws {
        var lab = try Lab()
        try lab.apply(Self.worker(policy))
        lab.run(to: 6)
        #expect(lab.summary("worker") == summary)
    }
}

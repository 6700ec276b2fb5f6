import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

/// What a container leaves behind: messages, logs, and the state before its restart.
struct ContainerStateTests {
    private static func pod(_ containers: String, policy: String = "Always") -> String {
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          restartPolicy: \(policy)
          containers: \(containers)
        """
    }

    private func terminated(_ lab: Lab, last: Bool = false) -> Value? {
        lab.pod("p")?["status"]?["containerStatuses"]?[0]?[last ? "lastState" : "state"]?["terminated"]
    }

    @Test(arguments: [
        ("", "echo said; echo written > /dev/termination-log; exit 1", "written\n"),
        ("terminationMessagePath: /tmp/end,", "echo written > /tmp/end; exit 1", "written\n"),
        ("terminationMessagePolicy: FallbackToLogsOnError,", "echo said; exit 1", "said\n"),
        ("terminationMessagePolicy: FallbackToLogsOnError,", "echo said; exit 0", nil),
        ("", "echo said; exit 1", nil),
    ])
    func `the message of an end comes from its file or from the log`(field: String, line: String, message: String?)
        throws
    {
        var lab = try Lab()
        try lab.apply(
            Self.pod(
                "[{name: c, image: \"busybox:1.36\", \(field) command: [sh, -c, \"\(line)\"]}]", policy: "Never"))
        lab.run(to: 5)
        #expect(terminated(lab)?["message"]?.string == message)
    }

    @Test func `the run before is kept with its log`() throws {
        var lab = try Lab()
        try lab.apply(
            Self.pod("[{name: c, image: \"busybox:1.36\", command: [sh, -c, \"date +%S; sleep 5; exit 4\"]}]"))
        lab.run(to: 9)
        #expect(lab.summary("p") == "Running +Running/1")
        #expect(terminated(lab, last: true)?["exitCode"] == 4)
        #expect(terminated(lab, last: true)?["reason"] == "Error")
        let (old, new) = (try lab.log("p", "c", previous: true), try lab.log("p", "c"))
        #expect(old.count == 1)
        #expect(new.count == 1)
        #expect(old != new)
    }

    @Test(arguments: [
        ("Never", "Always", "exit 0", "Running -Completed/0"), ("Always", "Never", "exit 1", "Failed -Error/0"),
        ("Never", "OnFailure", "exit 0", "Succeeded -Completed/0"),
    ])
    func `a container's own policy goes before that of its pod`(
        policy: String, own: String, line: String, summary: String
    ) throws {
        var lab = try Lab()
        try lab.apply(
            Self.pod(
                "[{name: c, image: \"busybox:1.36\", restartPolicy: \(own), command: [sh, -c, \"sleep 1; \(line)\"]}]",
                policy: policy))
        lab.run(to: 2.4)
        #expect(lab.summary("p") == summary)
    }

    @Test func `a rule restarts for the codes that it names`() throws {
        var lab = try Lab()
        try lab.apply(
            Self.pod(
                "[{name: c, image: \"busybox:1.36\", restartPolicy: Never, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}], command: [sh, -c, \"sleep 1; exit 42\"]}]",
                policy: "Never"))
        lab.run(to: 4)
        #expect(lab.pod("p")?["status"]?["containerStatuses"]?[0]?["restartCount"] == 1)
    }

    @Test(arguments: [
        "tail /dev/zero", "sleep 1; tail /dev/zero; echo never",
        "dd if=/dev/zero of=/dev/null bs=100M count=1; sleep 60",
        "x=a; while true; do x=$x$x; done",
    ])
    func `whatever asks for more memory than its limit is killed`(line: String) throws {
        var lab = try Lab()
        try lab.apply(
            Self.pod(
                "[{name: c, image: \"busybox:1.36\", resources: {limits: {memory: 20Mi}}, command: [sh, -c, \"\(line)\"]}]",
                policy: "Never"))
        lab.run(to: 4)
        #expect(lab.summary("p") == "Failed -OOMKilled/0")
        #expect(terminated(lab)?["exitCode"] == 137)
    }

    @Test(arguments: [
        ("nginx:1.27", "Never", "ErrImageNeverPull"), ("Nginx:1.27", "Always", "InvalidImageName"),
        ("nginx:none", "IfNotPresent", "ErrImagePull"),
    ])
    func `an image that cannot be had is told apart`(image: String, policy: String, reason: String) throws {
        var lab = try Lab()
        try lab.apply(Self.pod("[{name: c, image: \"\(image)\", imagePullPolicy: \(policy)}]"))
        lab.run(to: 3)
        #expect(lab.summary("p") == "Pending -\(reason)/0")
    }
}

import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

/// Whom containers run as, and what they may write.
struct SecurityContextTests {
    private func lab(_ pod: String, _ container: String, image: String = "busybox:1.36") throws -> Lab {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              securityContext: \(pod)
              volumes: [{name: scratch, emptyDir: {}}]
              containers:
              - name: c
                image: \(image)
                command: [sleep, "3600"]
                securityContext: \(container)
                volumeMounts: [{name: scratch, mountPath: /scratch}]
            """)
        lab.run(to: 5)
        return lab
    }

    @Test(arguments: [
        ("{}", "{}", "uid=0(root) gid=0(root) groups=0(root)\n"),
        ("{runAsUser: 1000}", "{}", "uid=1000 gid=0(root) groups=0(root)\n"),
        (
            "{runAsUser: 1000, runAsGroup: 3000, fsGroup: 2000, supplementalGroups: [4000]}", "{}",
            "uid=1000 gid=3000 groups=2000,3000,4000\n"
        ),
        ("{runAsUser: 1000}", "{runAsUser: 2000}", "uid=2000 gid=0(root) groups=0(root)\n"),
    ])
    func `processes run as the user that is asked for`(pod: String, container: String, answer: String) throws {
        var lab = try lab(pod, container)
        #expect(try lab.output("p", "c", ["id"]) == answer)
    }

    @Test(arguments: [
        ("{runAsNonRoot: true}", "{}", "container has runAsNonRoot and image will run as root"),
        ("{runAsNonRoot: true}", "{runAsUser: 0}", "container's runAsUser breaks non-root policy"),
    ])
    func `a container that would be root is refused`(pod: String, container: String, message: String) throws {
        let lab = try lab(pod, container)
        #expect(lab.summary("p") == "Pending -CreateContainerConfigError/0")
        let text = lab.pod("p")?["status"]?["containerStatuses"]?[0]?["state"]?["waiting"]?["message"]?.string
        #expect(text == "\(message) (pod: \"p_default(\(lab.pod("p")?.uid ?? ""))\", container: c)")
    }

    @Test func `a number that is not root passes`() throws {
        #expect(try lab("{runAsNonRoot: true, runAsUser: 1000}", "{}").summary("p") == "Running +Running/0")
    }

    @Test func `a read-only root leaves the volumes writable`() throws {
        var lab = try lab("{}", "{readOnlyRootFilesystem: true}")
        #expect(try lab.output("p", "c", ["touch", "/x"]) == "touch: /x: Read-only file system\n")
        #expect(
            try lab.output("p", "c", ["sh", "-c", "echo hi > /scratch/x && cat /scratch/x"]) == "hi\n")
    }
}

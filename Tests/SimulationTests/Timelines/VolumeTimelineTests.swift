import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// What of a pod's files outlives it.
struct VolumeTimelineTests {
    private static let claim = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        ---

        """

    private static func pod(_ name: String, _ volume: String, _ line: String) -> String {
        PodTimelineTests.pod(
            name,
            "{restartPolicy: Never, volumes: [{name: v, \(volume)}], containers: [{name: c, image: \"busybox:1.36\", volumeMounts: [{name: v, mountPath: /v}], command: [sh, -c, \"\(line)\"]}]}"
        )
    }

    @Test(arguments: [
        ("persistentVolumeClaim: {claimName: data}", ["kept"]), ("hostPath: {path: /srv/data}", ["kept"]),
        ("emptyDir: {}", ["lost"]),
    ])
    func `files outlive their pod where the volume does`(volume: String, expected: [String]) throws {
        var line = try Timeline(.eks)
        try line.apply(Self.claim + Self.pod("writer", volume, "echo kept > /v/file"))
        line.run(to: 30)
        #expect(podSummary("writer")(line.cluster) == "0/1 Completed 0")
        try line.delete(.pods, "writer")
        line.run(to: 40)
        try line.apply(Self.pod("reader", volume, "cat /v/file 2>/dev/null || echo lost"))
        line.run(to: 60)
        let log = try line.cluster.log(LogRequest(namespace: "default", pod: "reader", container: "c"))
        #expect(log.lines.map(\.text) == expected)
    }

    @Test func `a limit holds a busy container down`() throws {
        var line = try Timeline(.eks)
        try line.apply(
            PodTimelineTests.pod(
                "busy",
                "{containers: [{name: c, image: \"busybox:1.36\", resources: {limits: {cpu: 100m}}, command: [sh, -c, \"while :; do :; done\"]}]}"
            ))
        line.run(to: 46)
        let type = try #require(
            line.cluster.api.resources.type(plural: "pods", group: "metrics.k8s.io", version: "v1beta1"))
        guard case .list(let list) = try line.cluster.send(APIRequest(.list, type)).payload else {
            Issue.record("no metrics")
            return
        }
        #expect(list.items.map { $0["containers"]?[0]?["usage"]?["cpu"] } == ["100000000n"])
    }
}

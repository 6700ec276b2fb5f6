import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// How many pods of a StatefulSet an update takes away at a time.
struct StatefulSetUpdateTests {
    private func plane(_ change: (inout Object) -> Void) throws -> ControlPlane {
        var plane = try ControlPlane([StatefulSetController()])
        var object = Samples.workload("StatefulSet", "db", replicas: 5, labels: ["app": "db"])
        object["spec", "serviceName"] = "db"
        object["spec", "podManagementPolicy"] = "Parallel"
        object["spec", "revisionHistoryLimit"] = 10
        change(&object)
        try plane.create(.statefulSets, object)
        plane.run(for: .seconds(6))
        return plane
    }

    private func update(_ plane: inout ControlPlane) throws {
        try plane.patch(
            .statefulSets, "db",
            ["spec": ["template": ["spec": ["containers": [["name": "main", "image": "nginx:1.26"]]]]]])
    }

    @Test(arguments: [(1, 4), (2, 3), (3, 2)])
    func `takes away as many as may be unavailable`(maxUnavailable: Int, ready: Int) throws {
        var plane = try plane {
            $0["spec", "updateStrategy"] = [
                "type": "RollingUpdate",
                "rollingUpdate": ["partition": 0, "maxUnavailable": Value(maxUnavailable)],
            ]
        }
        try update(&plane)
        var least = 5
        for _ in 0..<80 {
            plane.run(for: .milliseconds(250))
            least = min(least, plane.list(.pods).count { Pod($0).isReady && !$0.isTerminating })
        }
        #expect(least == ready)
        expectCounts(plane.get(.statefulSets, "db"), ["updatedReplicas": 5, "readyReplicas": 5, "currentReplicas": 5])
    }

    @Test func `a pod counts as available only after minReadySeconds`() throws {
        var plane = try plane {
            $0["spec", "minReadySeconds"] = 10
            $0["spec", "podManagementPolicy"] = "OrderedReady"
            $0["spec", "replicas"] = 2
        }
        #expect(plane.list(.pods).map(\.name) == ["db-0"])
        plane.run(for: .seconds(6))
        #expect(plane.list(.pods).map(\.name) == ["db-0", "db-1"])
    }
}

import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// What becomes of the claims of a StatefulSet: four policies, two ends.
struct StatefulSetRetentionTests {
    private func plane(_ whenDeleted: String, _ whenScaled: String) throws -> ControlPlane {
        var plane = try ControlPlane([StatefulSetController(), VolumeProtectionController(), GarbageCollector()])
        var object = Samples.workload("StatefulSet", "db", replicas: 2, labels: ["app": "db"])
        object["spec", "serviceName"] = "db"
        object["spec", "podManagementPolicy"] = "Parallel"
        object["spec", "persistentVolumeClaimRetentionPolicy"] = [
            "whenDeleted": .string(whenDeleted), "whenScaled": .string(whenScaled),
        ]
        object["spec", "volumeClaimTemplates"] = [
            [
                "metadata": ["name": "data"],
                "spec": ["accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1Gi"]]],
            ]
        ]
        try plane.create(.statefulSets, object)
        plane.run(for: .seconds(5))
        return plane
    }

    private func claims(_ plane: ControlPlane) -> [String] {
        plane.list(.persistentVolumeClaims).map { claim in
            ([claim.name] + claim.ownerReferences.map { "\($0.kind)/\($0.name)" }).joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("Retain", "Retain", ["data-db-0", "data-db-1"]),
        ("Delete", "Retain", ["data-db-0 StatefulSet/db", "data-db-1 StatefulSet/db"]),
        ("Retain", "Delete", ["data-db-0"]),
        ("Delete", "Delete", ["data-db-0 StatefulSet/db"]),
    ])
    func `scaling down`(whenDeleted: String, whenScaled: String, left: [String]) throws {
        var plane = try plane(whenDeleted, whenScaled)
        try plane.patch(.statefulSets, "db", ["spec": ["replicas": 1]])
        plane.run(for: .seconds(5))
        #expect(claims(plane) == left)
    }

    @Test(arguments: [("Retain", 2), ("Delete", 0)])
    func `deleting the set`(whenDeleted: String, left: Int) throws {
        var plane = try plane(whenDeleted, "Retain")
        try plane.delete(.statefulSets, "db")
        plane.run(for: .seconds(5))
        #expect(plane.list(.pods).isEmpty)
        #expect(plane.list(.persistentVolumeClaims).count == left)
    }

    @Test func `a changed policy reaches claims that are there`() throws {
        var plane = try plane("Retain", "Retain")
        try plane.patch(
            .statefulSets, "db",
            ["spec": ["persistentVolumeClaimRetentionPolicy": ["whenDeleted": "Delete", "whenScaled": "Retain"]]])
        plane.run(for: .seconds(1))
        #expect(claims(plane) == ["data-db-0 StatefulSet/db", "data-db-1 StatefulSet/db"])
    }
}

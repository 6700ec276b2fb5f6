import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct VolumeBinderControllerTests {
    private func plane(provisioners: Set<String> = []) throws -> ControlPlane {
        try ControlPlane(
            [VolumeBinderController(provisioners: provisioners), VolumeProtectionController(), GarbageCollector()],
            nodes: 2)
    }

    private func volume(_ name: String, _ size: String, class className: String? = nil, _ spec: Object = [:]) -> Object
    {
        var object: Object = [
            "metadata": ["name": .string(name)],
            "spec": [
                "capacity": ["storage": .string(size)], "accessModes": ["ReadWriteOnce"],
                "hostPath": ["path": "/data"], "persistentVolumeReclaimPolicy": "Retain", "volumeMode": "Filesystem",
            ],
        ]
        if let className { object["spec", "storageClassName"] = .string(className) }
        for (field, value) in spec { object["spec", field] = value }
        return object
    }

    private func claim(_ name: String, _ size: String, class className: String? = nil) -> Object {
        var object: Object = [
            "metadata": ["name": .string(name), "namespace": "default"],
            "spec": [
                "accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": .string(size)]],
                "volumeMode": "Filesystem",
            ],
        ]
        if let className { object["spec", "storageClassName"] = .string(className) }
        return object
    }

    private func phase(_ plane: ControlPlane, _ resource: ResourceType, _ name: String) -> String? {
        plane.get(resource, name)?["status"]?["phase"]?.string
    }

    private func pod(using claim: String) -> Object {
        var pod = Samples.pod("user")
        pod["spec", "volumes"] = [["name": "d", "persistentVolumeClaim": ["claimName": .string(claim)]]]
        return pod
    }

    @Test func `takes the smallest volume that is large enough`() throws {
        var plane = try plane()
        try plane.create(.persistentVolumes, volume("large", "10Gi", class: "manual"))
        try plane.create(.persistentVolumes, volume("small", "1Gi", class: "manual"))
        plane.run(for: .seconds(1))
        #expect(phase(plane, .persistentVolumes, "small") == "Available")
        try plane.create(.persistentVolumeClaims, claim("data", "500Mi", class: "manual"))
        plane.run(for: .milliseconds(100))
        let bound = try #require(plane.get(.persistentVolumeClaims, "data"))
        #expect(bound["spec"]?["volumeName"] == "small")
        #expect(
            bound.status == ["accessModes": ["ReadWriteOnce"], "capacity": ["storage": "1Gi"], "phase": "Bound"])
        #expect(bound.annotations["pv.kubernetes.io/bind-completed"] == "yes")
        #expect(phase(plane, .persistentVolumes, "small") == "Bound")
        #expect(plane.get(.persistentVolumes, "small")?["spec"]?["claimRef"]?["name"] == "data")
        try plane.delete(.persistentVolumeClaims, "data")
        plane.run(for: .seconds(1))
        #expect(plane.get(.persistentVolumeClaims, "data") == nil)
        #expect(phase(plane, .persistentVolumes, "small") == "Released")
        try plane.patch(.persistentVolumes, "small", ["spec": ["claimRef": .null]])
        plane.run(for: .seconds(1))
        #expect(phase(plane, .persistentVolumes, "small") == "Available")
    }

    @Test func `tells a claim what it waits for and looks again every fifteen seconds`() throws {
        var plane = try plane()
        try plane.create(.persistentVolumeClaims, claim("logs", "1Gi"))
        plane.run(for: .seconds(1))
        #expect(
            plane.events(about: "PersistentVolumeClaim") == [
                "Normal FailedBinding no persistent volumes available for this claim and no storage class is set"
            ])
        try plane.create(.persistentVolumes, volume("disk", "5Gi"))
        plane.run(for: .seconds(1))
        #expect(phase(plane, .persistentVolumeClaims, "logs") == "Pending")
        plane.run(for: .seconds(15))
        #expect(phase(plane, .persistentVolumeClaims, "logs") == "Bound")
    }

    @Test func `waits for the first consumer and binds where that goes`() throws {
        var plane = try plane()
        try plane.create(
            .storageClasses,
            [
                "metadata": ["name": "local"], "provisioner": "kubernetes.io/no-provisioner",
                "volumeBindingMode": "WaitForFirstConsumer", "reclaimPolicy": "Delete",
            ])
        let affinity: Value = [
            "required": [
                "nodeSelectorTerms": [
                    ["matchExpressions": [["key": "kubernetes.io/hostname", "operator": "In", "values": ["node-1"]]]]
                ]
            ]
        ]
        try plane.create(.persistentVolumes, volume("disk-1", "5Gi", class: "local", ["nodeAffinity": affinity]))
        try plane.create(.persistentVolumeClaims, claim("waits", "2Gi", class: "local"))
        plane.run(for: .seconds(2))
        #expect(
            plane.events(about: "PersistentVolumeClaim") == [
                "Normal WaitForFirstConsumer waiting for first consumer to be created before binding"
            ])
        try plane.create(.pods, pod(using: "waits"))
        plane.run(for: .seconds(1))
        #expect(phase(plane, .persistentVolumeClaims, "waits") == "Bound")
        #expect(plane.get(.pods, "user").flatMap { Pod($0).nodeName } == "node-1")
    }

    @Test func `makes a volume where somebody provisions`() throws {
        var plane = try plane(provisioners: ["ebs.csi.aws.com"])
        try plane.create(
            .storageClasses,
            [
                "metadata": ["name": "gp3"], "provisioner": "ebs.csi.aws.com", "reclaimPolicy": "Delete",
                "volumeBindingMode": "WaitForFirstConsumer",
            ])
        try plane.create(.persistentVolumeClaims, claim("data", "4Gi", class: "gp3"))
        try plane.create(.pods, pod(using: "data"))
        plane.run(for: .seconds(1))
        #expect(plane.get(.pods, "user").flatMap { Pod($0).nodeName } == nil)
        plane.run(for: .seconds(5))
        let volume = try #require(plane.list(.persistentVolumes).first)
        #expect(volume.name == "pvc-\(plane.get(.persistentVolumeClaims, "data")?.uid ?? "")")
        #expect(phase(plane, .persistentVolumeClaims, "data") == "Bound")
        #expect(plane.get(.pods, "user").flatMap { Pod($0).nodeName } != nil)
        try plane.delete(.pods, "user")
        try plane.delete(.persistentVolumeClaims, "data")
        plane.run(for: .milliseconds(200))
        #expect(plane.get(.persistentVolumeClaims, "data")?.isTerminating == true)
        plane.run(for: .seconds(3))
        #expect(plane.get(.persistentVolumeClaims, "data") == nil)
        #expect(plane.list(.persistentVolumes) == [])
    }

    @Test func `says whose provisioner is missing, or which class`() throws {
        var plane = try plane()
        try plane.create(
            .storageClasses,
            ["metadata": ["name": "gp3"], "provisioner": "ebs.csi.aws.com", "volumeBindingMode": "Immediate"])
        try plane.create(.persistentVolumeClaims, claim("a", "1Gi", class: "gp3"))
        try plane.create(.persistentVolumeClaims, claim("b", "1Gi", class: "gp33"))
        plane.run(for: .seconds(1))
        let events = plane.events(about: "PersistentVolumeClaim")
        #expect(
            events.contains {
                $0.hasPrefix(
                    "Normal ExternalProvisioning Waiting for a volume to be created either by the external provisioner 'ebs.csi.aws.com'"
                )
            })
        #expect(events.contains("Warning ProvisioningFailed storageclass.storage.k8s.io \"gp33\" not found"))
    }
}

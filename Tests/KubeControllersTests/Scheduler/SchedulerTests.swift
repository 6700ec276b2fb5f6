import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct SchedulerTests {
    private static let notHelpful =
        "no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling."

    private func plane(nodes: Int = 3) throws -> ControlPlane {
        try ControlPlane([ReplicaSetController()], nodes: nodes)
    }

    private func pod(_ name: String, _ change: (inout Object) -> Void = { _ in }) -> Object {
        var pod = Samples.pod(name, labels: ["run": .string(name)])
        change(&pod)
        return pod
    }

    private func requesting(_ resources: Object) -> (inout Object) -> Void {
        { pod in
            pod["spec", "containers"] = [
                [
                    "name": "main", "image": "nginx:1.25",
                    "resources": ["requests": .object(resources), "limits": .object(resources)],
                ]
            ]
        }
    }

    private func message(_ plane: ControlPlane, _ name: String) -> String? {
        plane.get(.pods, name)?.condition("PodScheduled")?["message"]?.string
    }

    private func node(_ plane: ControlPlane, _ name: String) -> String? {
        plane.get(.pods, name).flatMap { Pod($0).nodeName }
    }

    @Test func `binds a pod and says so`() throws {
        var plane = try plane()
        try plane.create(.pods, pod("web"))
        plane.run(for: .milliseconds(100))
        let name = try #require(node(plane, "web"))
        #expect(plane.events(about: "Pod") == ["Normal Scheduled Successfully assigned default/web to \(name)"])
        #expect(
            plane.scheduler?.attempts(for: ObjectKey(namespace: "default", name: "web")).map(\.outcome) == [
                .bound(node: name)
            ])
    }

    @Test(arguments: [
        (["cpu": "1000"] as Object, "0/3 nodes are available: 3 Insufficient cpu. \(notHelpful)"),
        (
            ["cpu": "1000", "memory": "900Ti"] as Object,
            "0/3 nodes are available: 3 Insufficient cpu, 3 Insufficient memory. \(notHelpful)"
        ),
        (["nvidia.com/gpu": "1"] as Object, "0/3 nodes are available: 3 Insufficient nvidia.com/gpu. \(notHelpful)"),
    ])
    func `says which resources are missing`(resources: Object, expected: String) throws {
        var plane = try plane()
        try plane.create(.pods, pod("hungry", requesting(resources)))
        plane.run(for: .seconds(2))
        #expect(message(plane, "hungry") == expected)
        #expect(plane.events(about: "Pod") == ["Warning FailedScheduling \(expected)"])
    }

    @Test func `waits for a label and goes where it appears`() throws {
        var plane = try plane()
        try plane.create(.pods, pod("picky") { $0["spec", "nodeSelector"] = ["disk": "nvme"] })
        plane.run(for: .seconds(2))
        #expect(
            message(plane, "picky")
                == "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. \(Self.notHelpful)")
        try plane.patch(.nodes, "node-1", ["metadata": ["labels": ["disk": "nvme"]]])
        plane.run(for: .seconds(1))
        #expect(node(plane, "picky") == "node-1")
    }

    @Test func `keeps off taints and cordoned nodes`() throws {
        var plane = try plane()
        for index in 0..<2 {
            try plane.patch(
                .nodes, "node-\(index)",
                ["spec": ["taints": [["key": "dedicated", "value": "db", "effect": "NoSchedule"]]]])
        }
        try plane.patch(.nodes, "node-2", ["spec": ["unschedulable": true]])
        try plane.create(.pods, pod("plain"))
        try plane.create(
            .pods,
            pod("tolerant") {
                $0["spec", "tolerations"] = [
                    ["key": "dedicated", "operator": "Equal", "value": "db", "effect": "NoSchedule"]
                ]
            })
        plane.run(for: .seconds(2))
        #expect(
            message(plane, "plain")
                == "0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) had untolerated taint(s). \(Self.notHelpful)"
        )
        #expect(node(plane, "tolerant") != nil)
    }

    @Test func `keeps pods of an anti-affinity apart`() throws {
        var plane = try plane()
        var set = Samples.replicaSet("apart", replicas: 4, labels: ["app": "apart"])
        set["spec", "template", "spec", "affinity"] = [
            "podAntiAffinity": [
                "requiredDuringSchedulingIgnoredDuringExecution": [
                    ["labelSelector": ["matchLabels": ["app": "apart"]], "topologyKey": "kubernetes.io/hostname"]
                ]
            ]
        ]
        try plane.create(.replicaSets, set)
        plane.run(for: .seconds(2))
        let nodes = plane.list(.pods).compactMap { Pod($0).nodeName }
        #expect(nodes.sorted() == ["node-0", "node-1", "node-2"])
        let failures = plane.events(about: "Pod").filter { $0.contains("FailedScheduling") }
        #expect(
            failures == [
                "Warning FailedScheduling 0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules. no new claims to deallocate, preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod."
            ])
    }

    @Test func `spreads evenly over zones`() throws {
        var plane = try plane()
        var set = Samples.replicaSet("zoned", replicas: 6, labels: ["app": "zoned"])
        set["spec", "template", "spec", "topologySpreadConstraints"] = [
            [
                "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "DoNotSchedule",
                "labelSelector": ["matchLabels": ["app": "zoned"]],
            ]
        ]
        try plane.create(.replicaSets, set)
        plane.run(for: .seconds(2))
        let nodes = plane.list(.pods).compactMap { Pod($0).nodeName }
        #expect(nodes.count { $0 == "node-1" } == 3)
        #expect(nodes.count == 6)
    }

    @Test func `spreads the pods of one owner over nodes without being told`() throws {
        var plane = try plane()
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 6))
        plane.run(for: .seconds(2))
        let nodes = plane.list(.pods).compactMap { Pod($0).nodeName }
        #expect(["node-0", "node-1", "node-2"].map { name in nodes.count { $0 == name } } == [2, 2, 2])
    }

    @Test func `fills a node to its limit and no further`() throws {
        var plane = try plane(nodes: 1)
        var set = Samples.replicaSet(replicas: 5)
        set["spec", "template", "spec", "containers"] = [
            ["name": "main", "image": "nginx:1.25", "resources": ["requests": ["cpu": "600m"]]]
        ]
        try plane.create(.replicaSets, set)
        plane.run(for: .seconds(2))
        #expect(plane.list(.pods).count { Pod($0).nodeName != nil } == 3)
        #expect(
            plane.events(about: "Pod").contains(
                "Warning FailedScheduling 0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod."
            ))
    }

    @Test func `deletes less important pods for a more important one`() throws {
        var plane = try plane(nodes: 2)
        try plane.create(
            .priorityClasses,
            ["metadata": ["name": "urgent"], "value": 1000, "preemptionPolicy": "PreemptLowerPriority"])
        for index in 0..<2 { try plane.create(.pods, pod("low-\(index)", requesting(["cpu": "1500m"]))) }
        plane.run(for: .seconds(2))
        try plane.create(
            .pods,
            pod("vip") { pod in
                requesting(["cpu": "1"])(&pod)
                pod["spec", "priorityClassName"] = "urgent"
            })
        plane.run(for: .milliseconds(100))
        let nominated = try #require(plane.get(.pods, "vip")?["status"]?["nominatedNodeName"]?.string)
        #expect(message(plane, "vip") == "0/2 nodes are available: 2 Insufficient cpu.")
        plane.run(for: .seconds(3))
        #expect(node(plane, "vip") == nominated)
        #expect(plane.list(.pods).count == 2)
        #expect(plane.events(about: "Pod").contains { $0.hasPrefix("Normal Preempted Preempted by pod ") })
    }

    @Test func `waits for its claim and says so`() throws {
        var plane = try plane()
        try plane.create(
            .pods,
            pod("db") { $0["spec", "volumes"] = [["name": "data", "persistentVolumeClaim": ["claimName": "data"]]] })
        plane.run(for: .seconds(1))
        #expect(message(plane, "db") == "0/3 nodes are available: persistentvolumeclaim \"data\" not found. not found")
        try plane.create(
            .persistentVolumeClaims,
            [
                "metadata": ["name": "data", "namespace": "default"],
                "spec": ["accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1Gi"]]],
            ])
        plane.run(for: .seconds(1))
        #expect(
            message(plane, "db")
                == "0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found")
    }

    @Test func `says that there are no nodes`() throws {
        var plane = try plane(nodes: 1)
        try plane.delete(.nodes, "node-0")
        try plane.create(.pods, pod("web"))
        plane.run(for: .seconds(1))
        #expect(message(plane, "web") == "no nodes available to schedule pods")
    }

    @Test func `leaves gated pods and those of other schedulers alone`() throws {
        var plane = try plane()
        try plane.create(.pods, pod("gated") { $0["spec", "schedulingGates"] = [["name": "example.com/wait"]] })
        try plane.create(.pods, pod("other") { $0["spec", "schedulerName"] = "mine" })
        plane.run(for: .seconds(1))
        #expect(plane.list(.pods).allSatisfy { Pod($0).nodeName == nil })
        #expect(plane.events(about: "Pod") == [])
        try plane.patch(.pods, "gated", ["spec": ["schedulingGates": []]])
        plane.run(for: .seconds(1))
        #expect(node(plane, "gated") != nil)
    }
}

import Documents
import KubeModel
import KubePrinting
import Testing

struct PodTableTests {
    private func pod(
        phase: String = "Running", reason: Value? = nil, conditions: [Value] = [], initContainers: [Value] = [],
        initStatuses: [Value] = [], containers: Int = 1, statuses: [Value] = [], deleted: Bool = false
    ) -> Object {
        var pod = object("web")
        pod["spec", "containers"] = .array((0..<containers).map { ["name": "c\($0)"] })
        pod["spec", "initContainers"] = .array(initContainers)
        pod["status"] = [
            "phase": .string(phase), "conditions": .array(conditions),
            "initContainerStatuses": .array(initStatuses), "containerStatuses": .array(statuses),
        ]
        pod["status", "reason"] = reason
        if deleted { pod["metadata", "deletionTimestamp"] = ago(1) }
        return pod
    }

    private func waiting(_ reason: String) -> Value {
        ["name": "c0", "ready": false, "restartCount": 0, "state": ["waiting": ["reason": .string(reason)]]]
    }

    private let running: Value = ["name": "c0", "ready": true, "restartCount": 0, "state": ["running": [:]]]

    private func ended(_ exitCode: Int, reason: String? = nil, signal: Int? = nil, name: String = "c0") -> Value {
        var terminated: Value = ["exitCode": Value(exitCode)]
        terminated["reason"] = reason.map(Value.string)
        terminated["signal"] = signal.map { Value($0) }
        return ["name": .string(name), "ready": false, "restartCount": 0, "state": ["terminated": terminated]]
    }

    private func expectStatus(
        _ status: String, ready: String, _ pod: Object, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let summary = PodSummary(pod)
        #expect(summary.status == status, sourceLocation: sourceLocation)
        #expect("\(summary.readyCount)/\(summary.containerCount)" == ready, sourceLocation: sourceLocation)
    }

    @Test func `a running pod`() {
        var pod = pod(statuses: [running])
        pod["status", "podIPs"] = [["ip": "10.0.0.1"]]
        pod["spec", "nodeName"] = "node-1"
        expectTable(
            .pods, [pod], wide: true,
            """
            NAME   READY   STATUS    RESTARTS   AGE   IP         NODE     NOMINATED NODE   READINESS GATES
            web    1/1     Running   0          5s    10.0.0.1   node-1   <none>           <none>
            """)
    }

    @Test func `containers decide over the phase`() {
        expectStatus("Pending", ready: "0/1", pod(phase: "Pending"))
        expectStatus("ContainerCreating", ready: "0/1", pod(phase: "Pending", statuses: [waiting("ContainerCreating")]))
        expectStatus("CrashLoopBackOff", ready: "0/1", pod(statuses: [waiting("CrashLoopBackOff")]))
        expectStatus("Completed", ready: "0/1", pod(phase: "Succeeded", statuses: [ended(0, reason: "Completed")]))
        expectStatus("OOMKilled", ready: "0/1", pod(statuses: [ended(137, reason: "OOMKilled")]))
        expectStatus("Signal:9", ready: "0/1", pod(statuses: [ended(137, signal: 9)]))
        expectStatus("ExitCode:3", ready: "0/1", pod(statuses: [ended(3)]))
        expectStatus("Evicted", ready: "0/1", pod(phase: "Failed", reason: "Evicted"))
    }

    @Test func `a completed container beside others`() {
        let completed = ended(0, reason: "Completed", name: "c1")
        expectStatus("NotReady", ready: "1/2", pod(containers: 2, statuses: [completed, running]))
        expectStatus(
            "Running", ready: "1/2",
            pod(
                conditions: [["type": "Ready", "status": "True"]], containers: 2, statuses: [completed, running]))
        expectStatus(
            "Error", ready: "0/2",
            pod(containers: 2, statuses: [completed, ended(1, reason: "Error", name: "c2")]))
    }

    @Test func `init containers before all are done`() {
        let two: [Value] = [["name": "i0"], ["name": "i1"]]
        let done = ended(0, reason: "Completed", name: "i0")
        let next = ["name": "i1", "restartCount": 0, "state": ["waiting": ["reason": "PodInitializing"]]] as Value
        expectStatus(
            "Init:1/2", ready: "0/1",
            pod(
                phase: "Pending", initContainers: two, initStatuses: [done, next],
                statuses: [waiting("PodInitializing")]))
        expectStatus(
            "Init:Error", ready: "0/1",
            pod(phase: "Pending", initContainers: two, initStatuses: [ended(1, reason: "Error", name: "i0"), next]))
        expectStatus(
            "Init:CrashLoopBackOff", ready: "0/1",
            pod(phase: "Pending", initContainers: two, initStatuses: [waiting("CrashLoopBackOff"), next]))
        expectStatus(
            "PodInitializing", ready: "0/1",
            pod(
                phase: "Pending", initContainers: two, initStatuses: [done, ended(0, name: "i1")],
                statuses: [waiting("PodInitializing")]))
    }

    @Test func `sidecars count as containers`() {
        let sidecar: Value = ["name": "side", "restartPolicy": "Always"]
        var started = running
        started["name"] = "side"
        started["started"] = true
        expectStatus(
            "Running", ready: "2/2", pod(initContainers: [sidecar], initStatuses: [started], statuses: [running]))
    }

    @Test func `deletion and gates`() {
        expectStatus("Terminating", ready: "1/1", pod(statuses: [running], deleted: true))
        expectStatus("Unknown", ready: "1/1", pod(reason: "NodeLost", statuses: [running], deleted: true))
        expectStatus(
            "Completed", ready: "0/1", pod(phase: "Succeeded", statuses: [ended(0, reason: "Completed")], deleted: true)
        )
        expectStatus(
            "SchedulingGated", ready: "0/1",
            pod(
                phase: "Pending",
                conditions: [["type": "PodScheduled", "status": "False", "reason": "SchedulingGated"]]))
    }

    @Test func `restarts tell when the last one was`() {
        var container = running
        container["restartCount"] = 3
        container["lastState"] = ["terminated": ["exitCode": 1, "finishedAt": ago(20)]]
        #expect(PodSummary(pod(statuses: [container])).restarts(now: noon) == "3 (20s ago)")
        #expect(PodSummary(pod(statuses: [running])).restarts(now: noon) == "0")
    }
}

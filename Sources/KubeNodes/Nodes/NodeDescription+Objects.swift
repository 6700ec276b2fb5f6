import Documents
import KubeModel

/// The objects that a kubelet registers.
extension NodeDescription {
    func nodeObject(now: Instant, machine: inout SeededGenerator) -> Object {
        let labels: Object = [
            "beta.kubernetes.io/arch": "amd64", "beta.kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64",
            "kubernetes.io/hostname": .string(name), "kubernetes.io/os": "linux",
            "topology.kubernetes.io/zone": .string(zone),
        ]
        return [
            "apiVersion": "v1", "kind": "Node",
            "metadata": [
                "name": .string(name), "labels": .object(labels),
                "annotations": [
                    "node.alpha.kubernetes.io/ttl": "0",
                    "volumes.kubernetes.io/controller-managed-attach-detach": "true",
                ],
            ],
            "spec": [:],
            "status": .object(status(now: now, machine: &machine)),
        ]
    }

    private func status(now: Instant, machine: inout SeededGenerator) -> Object {
        let machineID = machine.hexadecimal(count: 32)
        return [
            "addresses": [
                ["type": "InternalIP", "address": .string(address)], ["type": "Hostname", "address": .string(name)],
            ],
            "capacity": .object(capacity(reservedMemory: 0)),
            "allocatable": .object(capacity(reservedMemory: 100 * 1024)),
            "conditions": .array(Self.conditions(now: now)),
            "daemonEndpoints": ["kubeletEndpoint": ["Port": 10250]],
            "images": [],
            "nodeInfo": [
                "architecture": "amd64", "bootID": .string(machine.uid()),
                "containerRuntimeVersion": "containerd://2.1.4",
                "kernelVersion": "6.12.40-64.114.amzn2023.x86_64", "kubeProxyVersion": "",
                "kubeletVersion": "v1.36.2", "machineID": .string(machineID), "operatingSystem": "linux",
                "osImage": "Amazon Linux 2023.8", "systemUUID": .string(machine.uid()), "swap": ["capacity": 0],
            ],
        ]
    }

    /// What the node has, less what eviction keeps free (`evictionHard: memory.available: 100Mi`).
    private func capacity(reservedMemory kibibytes: Int64) -> Object {
        let memory = (Quantity(Machine.memory)?.units ?? 0) / 1024 - kibibytes
        return [
            "cpu": .string(Machine.processors), "memory": .string("\(memory)Ki"),
            "ephemeral-storage": .string(Machine.storage),
            "hugepages-1Gi": "0", "hugepages-2Mi": "0", "pods": .string(String(KubeletTimings.podsPerNode)),
        ]
    }

    /// Source: `pkg/kubelet/nodestatus/setters.go`.
    static func conditions(now: Instant) -> [Value] {
        let quiet: [(String, String, String)] = [
            ("MemoryPressure", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
            ("DiskPressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
            ("PIDPressure", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
        ]
        let time = Value.string(now.rfc3339)
        func condition(_ type: String, _ status: String, _ reason: String, _ message: String) -> Value {
            [
                "type": .string(type), "status": .string(status), "reason": .string(reason),
                "message": .string(message), "lastHeartbeatTime": time, "lastTransitionTime": time,
            ]
        }
        return quiet.map { condition($0.0, "False", $0.1, $0.2) }
            + [condition("Ready", "True", "KubeletReady", "kubelet is posting ready status")]
    }

    func leaseObject(now: Instant, owner: Object) -> Object {
        [
            "apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
            "metadata": [
                "name": .string(name), "namespace": "kube-node-lease",
                "ownerReferences": [
                    ["apiVersion": "v1", "kind": "Node", "name": .string(name), "uid": .string(owner.uid)]
                ],
            ],
            "spec": [
                "holderIdentity": .string(name), "leaseDurationSeconds": Value(KubeletTimings.leaseSeconds),
                "renewTime": .string(now.rfc3339Micro),
            ],
        ]
    }
}

/// The size of every node.
enum Machine {
    static let processors = "2"
    static let memory = "3943372Ki"
    static let memoryBytes = 3_943_372 << 10
    static let storage = "20959212Ki"
    /// What the node's own programs use: thousandths of a processor and bytes.
    static let ownProcessor = 45
    static let ownMemory = 620 << 20
}

import Documents
import KubeModel
import KubePrinting
import Testing

struct NodeDescriberTests {
    private let node = yaml(
        """
        metadata:
          name: node-1
          creationTimestamp: "2026-11-22T11:40:00Z"
          labels: {kubernetes.io/hostname: node-1, node-role.kubernetes.io/worker: ""}
          annotations: {node.alpha.kubernetes.io/ttl: "0"}
        spec:
          podCIDR: 10.244.0.0/24
          podCIDRs: [10.244.0.0/24]
          taints: [{key: dedicated, value: batch, effect: NoSchedule}, {key: gone, effect: NoExecute}]
        status:
          addresses: [{type: InternalIP, address: 192.0.2.2}, {type: Hostname, address: node-1}]
          capacity: {cpu: "2", memory: 4Gi, pods: "110", ephemeral-storage: 20Gi, nvidia.com/gpu: "1"}
          allocatable: {cpu: 1900m, memory: 4Gi, pods: "110", ephemeral-storage: 20Gi, nvidia.com/gpu: "1"}
          conditions:
          - {type: Ready, status: "True", reason: KubeletReady, message: kubelet is posting ready status,
             lastHeartbeatTime: "2026-11-22T11:59:00Z", lastTransitionTime: "2026-11-22T11:40:10Z"}
          nodeInfo: {kubeletVersion: v1.36.2, osImage: Linux, architecture: amd64, operatingSystem: linux}
        """)

    private let pod = yaml(
        """
        metadata: {name: web, namespace: shop, creationTimestamp: "2026-11-22T11:58:00Z"}
        spec:
          nodeName: node-1
          initContainers:
          - {name: init, resources: {requests: {cpu: 500m}}}
          - {name: side, restartPolicy: Always, resources: {requests: {cpu: 100m, memory: 64Mi}}}
          containers:
          - {name: a, resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi, nvidia.com/gpu: "1"}}}
        status: {phase: Running}
        """)

    @Test func `a node with its pods`() {
        let lease = yaml(
            """
            metadata: {name: node-1, namespace: kube-node-lease}
            spec: {holderIdentity: node-1, renewTime: "2026-11-22T11:59:58.123456Z"}
            """)
        expectDescription(
            .nodes, node, related: [.pods: [pod], .leases: [lease]],
            """
            Name:               node-1
            Roles:              worker
            Labels:             kubernetes.io/hostname=node-1
                                node-role.kubernetes.io/worker=
            Annotations:        node.alpha.kubernetes.io/ttl: 0
            CreationTimestamp:  Sun, 22 Nov 2026 11:40:00 +0000
            Taints:             gone:NoExecute
                                dedicated=batch:NoSchedule
            Unschedulable:      false
            Lease:
              HolderIdentity:  node-1
              AcquireTime:     <unset>
              RenewTime:       Sun, 22 Nov 2026 11:59:58 +0000
            Conditions:
              Type    Status  LastHeartbeatTime                 LastTransitionTime                Reason         Message
              ----    ------  -----------------                 ------------------                ------         -------
              Ready   True    Sun, 22 Nov 2026 11:59:00 +0000   Sun, 22 Nov 2026 11:40:10 +0000   KubeletReady   kubelet is posting ready status
            Addresses:
              InternalIP:  192.0.2.2
              Hostname:    node-1
            Capacity:
              cpu:                2
              ephemeral-storage:  20Gi
              memory:             4Gi
              nvidia.com/gpu:     1
              pods:               110
            Allocatable:
              cpu:                1900m
              ephemeral-storage:  20Gi
              memory:             4Gi
              nvidia.com/gpu:     1
              pods:               110
            System Info:
              Machine ID:                 
              System UUID:                
              Boot ID:                    
              Kernel Version:             
              OS Image:                   Linux
              Operating System:           linux
              Architecture:               amd64
              Container Runtime Version:  
              Kubelet Version:            v1.36.2
            PodCIDR:                      10.244.0.0/24
            PodCIDRs:                     10.244.0.0/24
            Non-terminated Pods:          (1 in total)
              Namespace                   Name    CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age
              ---------                   ----    ------------  ----------  ---------------  -------------  ---
              shop                        web     500m (26%)    0 (0%)      192Mi (4%)       256Mi (6%)     2m
            Allocated resources:
              (Total limits may be over 100 percent, i.e., overcommitted.)
              Resource           Requests    Limits
              --------           --------    ------
              cpu                500m (26%)  0 (0%)
              memory             192Mi (4%)  256Mi (6%)
              ephemeral-storage  0 (0%)      0 (0%)
              nvidia.com/gpu     0           1
            """)
    }

    @Test func `a node without a lease`() {
        let text = Describers.text(node, of: .nodes, now: noon) { $0.resource == .events ? [] : nil }
        #expect(
            text.contains("Lease:              Failed to get lease: leases.coordination.k8s.io \"node-1\" not found\n"))
        #expect(text.contains("Pods:                         not authorized\n"))
    }
}

import Documents
import KubeModel
import KubePrinting
import Testing

struct WorkloadDescriberTests {
    private let template: Value = [
        "metadata": ["labels": ["app": "pg"]],
        "spec": ["containers": [["name": "pg", "image": "postgres:16"]]],
    ]

    @Test func `a stateful set with claims`() {
        var set = yaml(
            """
            metadata: {name: pg, namespace: default, creationTimestamp: "2026-11-22T12:00:00Z", uid: u}
            spec:
              replicas: 2
              selector: {matchLabels: {app: pg}}
              updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1, maxUnavailable: 2}}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 5Gi}}}
            status: {replicas: 1}
            """)
        set["spec", "template"] = template
        var pod = object("pg-0", ["status": ["phase": "Pending"]])
        pod.ownerReferences = [OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "pg", uid: "u")]
        expectDescription(
            .statefulSets, set, related: [.pods: [pod, object("other", ["status": ["phase": "Running"]])]],
            """
            Name:               pg
            Namespace:          default
            CreationTimestamp:  Sun, 22 Nov 2026 12:00:00 +0000
            Selector:           app=pg
            Labels:             <none>
            Annotations:        <none>
            Replicas:           2 desired | 1 total
            Update Strategy:    RollingUpdate
              Partition:        1
              MaxUnavailable:   2
            Pods Status:        0 Running / 1 Waiting / 0 Succeeded / 0 Failed
            Pod Template:
              Labels:  app=pg
              Containers:
               pg:
                Image:         postgres:16
                Port:          <none>
                Host Port:     <none>
                Environment:   <none>
                Mounts:        <none>
              Volumes:         <none>
              Node-Selectors:  <none>
              Tolerations:     <none>
            Volume Claims:
              Name:          data
              StorageClass:  
              Labels:        <none>
              Annotations:   <none>
              Capacity:      5Gi
              Access Modes:  [ReadWriteOnce]
            """)
    }

    @Test func `a pod template with all its parts`() {
        var controller = yaml(
            """
            metadata: {name: rc, namespace: default}
            spec: {replicas: 1, selector: {app: pg}}
            status: {replicas: 1, conditions: [{type: ReplicaFailure, status: "True", reason: FailedCreate}]}
            """)
        var template = template
        template["metadata", "annotations"] = ["note": "x"]
        template["spec", "serviceAccountName"] = "robot"
        template["spec", "initContainers"] = [["name": "init", "image": "busybox"]]
        template["spec", "priorityClassName"] = "urgent"
        template["spec", "nodeSelector"] = ["disk": "ssd"]
        template["spec", "tolerations"] = [["operator": "Exists"], ["key": "a", "value": "b", "effect": "NoSchedule"]]
        template["spec", "topologySpreadConstraints"] = [
            [
                "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule", "maxSkew": 1,
                "labelSelector": ["matchLabels": ["app": "pg"]],
            ]
        ]
        controller["spec", "template"] = template
        expectDescription(
            .replicationControllers, controller,
            """
            Name:         rc
            Namespace:    default
            Selector:     app=pg
            Labels:       <none>
            Annotations:  <none>
            Replicas:     1 current / 1 desired
            Pods Status:  0 Running / 0 Waiting / 0 Succeeded / 0 Failed
            Pod Template:
              Labels:           app=pg
              Annotations:      note: x
              Service Account:  robot
              Init Containers:
               init:
                Image:        busybox
                Port:         <none>
                Host Port:    <none>
                Environment:  <none>
                Mounts:       <none>
              Containers:
               pg:
                Image:                      postgres:16
                Port:                       <none>
                Host Port:                  <none>
                Environment:                <none>
                Mounts:                     <none>
              Volumes:                      <none>
              Topology Spread Constraints:  zone:DoNotSchedule when max skew 1 is exceeded for selector app=pg
              Priority Class Name:          urgent
              Node-Selectors:               disk=ssd
              Tolerations:                  op=Exists
                                            a=b:NoSchedule
            Conditions:
              Type             Status  Reason
              ----             ------  ------
              ReplicaFailure   True    FailedCreate
            """)
    }

    @Test func `the template of a revision keeps its tabs`() {
        var revision = template
        revision["metadata", "labels", "pod-template-hash"] = "79b4dcc6b"
        #expect(
            Describers.podTemplate(revision)
                == """
                Pod Template:
                  Labels:\tapp=pg
                \tpod-template-hash=79b4dcc6b
                  Containers:
                   pg:
                    Image:\tpostgres:16
                    Port:\t<none>
                    Host Port:\t<none>
                    Environment:\t<none>
                    Mounts:\t<none>
                  Volumes:\t<none>
                  Node-Selectors:\t<none>
                  Tolerations:\t<none>

                """)
    }

    @Test func `an indexed job that was cut short`() {
        var job = yaml(
            """
            metadata: {name: shards, namespace: default}
            spec: {parallelism: 2, completions: 99, completionMode: Indexed, backoffLimit: 6, suspend: false,
              activeDeadlineSeconds: 60, ttlSecondsAfterFinished: 5}
            status: {active: 1, failed: 2, startTime: "2026-11-22T11:59:00Z",
              completedIndexes: "0,2,4,6,8,10,12,14,16,18,20,22,24,26,28,30,32,34,36,38,40"}
            """)
        job["spec", "template"] = template
        let text = Describers.text(job, of: .jobs, now: noon) { _ in [] }
        #expect(text.contains("Active Deadline Seconds:     60s\n"))
        #expect(text.contains("TTL Seconds After Finished:  5\n"))
        #expect(text.contains("Pods Statuses:               1 Active / 0 Succeeded / 2 Failed\n"))
        #expect(text.contains("Completed Indexes:           0,2,4,6,8,10,12,14,16,18,20,22,24,26,28,30,32,34,36,...\n"))
    }

    @Test func `an autoscaler of many metrics`() {
        let autoscaler = yaml(
            """
            apiVersion: autoscaling/v2
            metadata: {name: web, namespace: default, creationTimestamp: "2026-11-22T12:00:00Z"}
            spec:
              scaleTargetRef: {kind: Deployment, name: web}
              minReplicas: 2
              maxReplicas: 6
              metrics:
              - {type: Resource, resource: {name: cpu, target: {averageUtilization: 50}}}
              - {type: Resource, resource: {name: memory, target: {averageValue: 1Gi}}}
              - {type: Pods, pods: {metric: {name: rps}, target: {averageValue: "10"}}}
              - {type: External, external: {metric: {name: queue}, target: {value: "30"}}}
              behavior: {scaleDown: {stabilizationWindowSeconds: 60, policies: [{type: Percent, value: 10, periodSeconds: 60}]}}
            status:
              currentReplicas: 2
              currentMetrics: [{resource: {current: {averageUtilization: 20, averageValue: 20m}}}]
              conditions: [{type: AbleToScale, status: "True", reason: R, message: M}]
            """)
        expectDescription(
            .horizontalPodAutoscalers, autoscaler,
            """
            Name:                                                  web
            Namespace:                                             default
            Labels:                                                <none>
            Annotations:                                           <none>
            CreationTimestamp:                                     Sun, 22 Nov 2026 12:00:00 +0000
            Reference:                                             Deployment/web
            Metrics:                                               ( current / target )
              resource cpu on pods  (as a percentage of request):  20% (20m) / 50%
              resource memory on pods:                             <unknown> / 1Gi
              "rps" on pods:                                       <unknown> / 10
              "queue" (target value):                              <unknown> / 30
            Min replicas:                                          2
            Max replicas:                                          6
            Behavior:
              Scale Down:
                Stabilization Window: 60 seconds
                Select Policy: Max
                Policies:
                  - Type: Percent  Value: 10  Period: 60 seconds
            Deployment pods:       2 current / 0 desired
            Conditions:
              Type         Status  Reason  Message
              ----         ------  ------  -------
              AbleToScale  True    R       M
            """)
    }

    @Test func `a pod that is being deleted`() {
        let pod = yaml(
            """
            metadata: {name: web, namespace: default, deletionTimestamp: "2026-11-22T11:59:40Z", deletionGracePeriodSeconds: 30}
            spec:
              priority: 1000
              priorityClassName: urgent
              runtimeClassName: gvisor
              nodeName: node-1
              securityContext: {seccompProfile: {type: Localhost, localhostProfile: a.json}}
              readinessGates: [{conditionType: example.com/ready}]
            status: {phase: Running, hostIP: 192.0.2.1, reason: NodeLost, message: gone, nominatedNodeName: node-2}
            """)
        expectDescription(
            .pods, pod,
            """
            Name:                      web
            Namespace:                 default
            Priority:                  1000
            Priority Class Name:       urgent
            Runtime Class Name:        gvisor
            Node:                      node-1/192.0.2.1
            Labels:                    <none>
            Annotations:               <none>
            Status:                    Terminating (lasts 20s)
            Termination Grace Period:  30s
            Reason:                    NodeLost
            Message:                   gone
            SeccompProfile:            Localhost
            LocalhostProfile:          a.json
            IP:                        
            IPs:                       <none>
            NominatedNodeName:         node-2
            Containers: <none>
            Readiness Gates:
              Type                Status
              example.com/ready   <none> 
            Volumes:              <none>
            QoS Class:            
            Node-Selectors:       <none>
            Tolerations:          <none>
            """)
    }
}

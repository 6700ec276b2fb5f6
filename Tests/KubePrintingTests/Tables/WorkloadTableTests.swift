import Documents
import KubeModel
import KubePrinting
import Testing

struct WorkloadTableTests {
    private let template: Value = [
        "spec": ["containers": [["name": "main", "image": "nginx:1.25"], ["name": "side", "image": "busybox"]]]
    ]
    private let selector: Value = ["matchLabels": ["app": "web"]]

    @Test func `sets of pods with their containers`() {
        let spec: Value = ["replicas": 3, "selector": selector, "template": template]
        let status: Value = ["replicas": 3, "readyReplicas": 2, "updatedReplicas": 1, "availableReplicas": 2]
        let set = object("web", ["spec": spec, "status": status])
        expectTable(
            .deployments, [set], wide: true,
            """
            NAME   READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS   IMAGES               SELECTOR
            web    2/3     1            2           5s    main,side    nginx:1.25,busybox   app=web
            """)
        expectTable(
            .replicaSets, [set], wide: true,
            """
            NAME   DESIRED   CURRENT   READY   AGE   CONTAINERS   IMAGES               SELECTOR
            web    3         3         2       5s    main,side    nginx:1.25,busybox   app=web
            """)
        expectTable(
            .statefulSets, [set], wide: true,
            """
            NAME   READY   AGE   CONTAINERS   IMAGES
            web    2/3     5s    main,side    nginx:1.25,busybox
            """)
        expectTable(
            .replicationControllers, [object("rc", ["spec": ["replicas": 1, "selector": ["app": "web"]]])], wide: true,
            """
            NAME   DESIRED   CURRENT   READY   AGE   CONTAINERS   IMAGES   SELECTOR
            rc     1         0         0       5s                          app=web
            """)
    }

    @Test func `daemon sets count nodes`() {
        let set = object(
            "agent",
            [
                "spec": ["selector": selector, "template": ["spec": ["nodeSelector": ["disk": "ssd"]]]],
                "status": [
                    "desiredNumberScheduled": 3, "currentNumberScheduled": 3, "numberReady": 2,
                    "updatedNumberScheduled": 1, "numberAvailable": 2,
                ],
            ])
        expectTable(
            .daemonSets, [set],
            """
            NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
            agent   3         3         2       1            2           disk=ssd        5s
            """)
    }

    @Test(arguments: [
        (["Complete": "True"], "Complete"), (["Failed": "True", "FailureTarget": "True"], "Failed"),
        (["Suspended": "True"], "Suspended"), (["Suspended": "False"], "Running"),
        (["FailureTarget": "True"], "FailureTarget"), (["SuccessCriteriaMet": "True"], "SuccessCriteriaMet"),
        ([:], "Running"),
    ])
    func `the status of a job comes from its conditions`(conditions: [String: String], status: String) {
        let values = conditions.sorted { $0.key < $1.key }.map { type, status -> Value in
            ["type": .string(type), "status": .string(status)]
        }
        let job = object("work", ["status": ["conditions": .array(values)]])
        #expect(Tables.table(for: .jobs).cells(of: job, now: noon)[1] == .string(status))
    }

    @Test func `completions and duration of jobs`() {
        let done = object(
            "done",
            [
                "spec": ["completions": 3],
                "status": ["succeeded": 3, "startTime": ago(100), "completionTime": ago(60)],
            ])
        let queue = object("queue", ["spec": ["parallelism": 5], "status": ["startTime": ago(7)]])
        let single = object("single", ["spec": ["parallelism": 1]])
        expectTable(
            .jobs, [done, queue, single],
            """
            NAME     STATUS    COMPLETIONS   DURATION   AGE
            done     Running   3/3           40s        5s
            queue    Running   0/1 of 5      7s         5s
            single   Running   0/1                      5s
            """)
    }

    @Test func `cron jobs`() {
        let job = object(
            "tick",
            [
                "spec": [
                    "schedule": "* * * * *", "timeZone": "Asia/Tokyo", "suspend": true,
                    "jobTemplate": ["spec": ["template": template]],
                ],
                "status": ["active": [["name": "tick-1"]], "lastScheduleTime": ago(65)],
            ])
        expectTable(
            .cronJobs, [job, object("new", ["spec": ["schedule": "@daily", "suspend": false]])], wide: true,
            """
            NAME   SCHEDULE    TIMEZONE     SUSPEND   ACTIVE   LAST SCHEDULE   AGE   CONTAINERS   IMAGES               SELECTOR
            tick   * * * * *   Asia/Tokyo   True      1        65s             5s    main,side    nginx:1.25,busybox   <none>
            new    @daily      <none>       False     0        <none>          5s                                      <none>
            """)
    }

    @Test func `autoscalers list two metrics`() {
        let metrics: Value = [
            ["type": "Resource", "resource": ["name": "cpu", "target": ["averageUtilization": 50]]],
            ["type": "Pods", "pods": ["target": ["averageValue": "10"]]],
            ["type": "External", "external": ["target": ["averageValue": "5"]]],
        ]
        let autoscaler = object(
            "web",
            [
                "spec": [
                    "scaleTargetRef": ["kind": "Deployment", "name": "web"], "maxReplicas": 6, "metrics": metrics,
                ],
                "status": [
                    "currentReplicas": 2, "currentMetrics": [["resource": ["current": ["averageUtilization": 20]]]],
                ],
            ])
        let old = object(
            "old",
            [
                "spec": [
                    "scaleTargetRef": ["kind": "Deployment", "name": "old"], "minReplicas": 1, "maxReplicas": 2,
                    "targetCPUUtilizationPercentage": 80,
                ]
            ])
        expectTable(
            .horizontalPodAutoscalers, [autoscaler, old],
            """
            NAME   REFERENCE        TARGETS                                  MINPODS   MAXPODS   REPLICAS   AGE
            web    Deployment/web   cpu: 20%/50%, <unknown>/10 + 1 more...   <unset>   6         2          5s
            old    Deployment/old   cpu: <unknown>/80%                       1         2         0          5s
            """)
    }

    @Test func `controller revisions name their set`() {
        var revision = object("db-1", ["revision": 4])
        revision.ownerReferences = [OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "db", uid: "u")]
        expectTable(
            .controllerRevisions, [revision],
            """
            NAME   CONTROLLER            REVISION   AGE
            db-1   statefulset.apps/db   4          5s
            """)
    }
}

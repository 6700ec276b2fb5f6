import KubeModel
import Testing
import Workbook

struct DiagnosisTests {
    private func said(
        _ wanted: String, in yaml: String, language: Language = .english, logs: [String: [String]] = [:]
    ) throws -> [String] {
        var cluster = try HandMadeCluster(yaml)
        cluster.logs = logs
        return sayings(of: [try expectation("check", wanted)], in: cluster, language: language).dropFirst()
            .map { String($0.drop { $0 == " " }) }
    }

    @Test(arguments: [
        (
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: backend-app, namespace: default}}",
            "there is one in namespace default"
        ),
        (
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: bakcend-app, namespace: eks-work}}",
            "there is deployment/bakcend-app; is that the one?"
        ),
        (
            "{apiVersion: v1, kind: Pod, metadata: {name: backend-app, namespace: eks-work}}",
            "there is a Pod of this name"
        ),
        (
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: eks-work}}",
            "there are only: web"
        ),
    ])
    func `finds what was meant`(yaml: String, saying: String) throws {
        let lines = try said("{kind: Deployment, metadata: {name: backend-app}}", in: yaml)
        #expect(lines.first == "expected Deployment backend-app in namespace eks-work, found none")
        #expect(lines.dropFirst().first == saying)
    }

    static let deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: backend-app, namespace: eks-work, uid: d, generation: 1}
        status: {observedGeneration: 1, replicas: 2}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: backend-app-78cc8b555
          namespace: eks-work
          uid: r
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: backend-app, uid: d, controller: true}]
        ---

        """

    private func pod(_ status: String) -> String {
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: backend-app-78cc8b555-2hkzb
          namespace: eks-work
          uid: p
          ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: backend-app-78cc8b555, uid: r, controller: true}]
        status: \(status)
        """
    }

    @Test func `goes from a Deployment down to the container that waits`() throws {
        let status = """
            {phase: Pending, containerStatuses: [{name: backend-app, ready: false, state: {waiting:
             {reason: CreateContainerConfigError, message: 'secret "db-config" not found'}}}]}
            """
        let lines = try said(
            "{kind: Deployment, metadata: {name: backend-app}, status: {readyReplicas: 2}}",
            in: Self.deployment + pod(status))
        #expect(
            lines == [
                "Deployment backend-app in namespace eks-work:", "status.readyReplicas: expected 2, found nothing",
                "cause: container backend-app of pod backend-app-78cc8b555-2hkzb waits: "
                    + "CreateContainerConfigError: secret \"db-config\" not found",
                "next:  kubectl describe pod backend-app-78cc8b555-2hkzb -n eks-work",
            ])
    }

    @Test func `quotes the last words of a container that crashes`() throws {
        let status = """
            {phase: Running, containerStatuses: [{name: app, ready: false, state: {waiting: {reason: CrashLoopBackOff}},
             lastState: {terminated: {exitCode: 1, reason: Error}}}]}
            """
        let lines = try said(
            "{kind: Deployment, metadata: {name: backend-app}, status: {readyReplicas: 2}}",
            in: Self.deployment + pod(status),
            language: .japanese,
            logs: ["eks-work/backend-app-78cc8b555-2hkzb/app": ["started", "ERROR: configuration is incomplete", ""]])
        #expect(
            lines.suffix(2) == [
                "原因: Pod backend-app-78cc8b555-2hkzb のコンテナ app が終了コード 1（Error）で終わりました。"
                    + "最後の行: ERROR: configuration is incomplete",
                "次は: kubectl logs backend-app-78cc8b555-2hkzb -c app --previous -n eks-work",
            ])
    }

    @Test(arguments: [
        (
            #"{phase: Pending, conditions: [{type: PodScheduled, status: "False", message: 0/3 nodes are available}]}"#,
            "cause: no node takes pod backend-app-78cc8b555-2hkzb: 0/3 nodes are available"
        ),
        (
            "{phase: Running, containerStatuses: [{name: app, ready: false, state: {running: {}}}]}",
            "cause: pod backend-app-78cc8b555-2hkzb runs and its readiness has not been probed yet"
        ),
    ])
    func `names what keeps a pod from being ready`(status: String, saying: String) throws {
        let wanted = "{kind: Deployment, metadata: {name: backend-app}, status: {readyReplicas: 2}}"
        let lines = try said(wanted, in: Self.deployment + pod(status))
        #expect(lines.contains(saying))
    }

    @Test func `reads the latest warning when nothing else says why`() throws {
        let event = """
            ---
            apiVersion: v1
            kind: Event
            metadata: {name: e, namespace: eks-work}
            type: Warning
            reason: FailedCreate
            message: exceeded quota
            lastTimestamp: "2023-07-04T13:37:00Z"
            involvedObject: {kind: ReplicaSet, name: backend-app-78cc8b555, uid: r}
            """
        let lines = try said(
            "{kind: Deployment, metadata: {name: backend-app}, status: {readyReplicas: 2}}", in: Self.deployment + event
        )
        #expect(lines.contains("cause: a warning about ReplicaSet backend-app-78cc8b555: FailedCreate: exceeded quota"))
    }

    @Test func `compares a Service's selector with the pods`() throws {
        let yaml = """
            {apiVersion: v1, kind: Service, metadata: {name: web, namespace: eks-work}, spec: {selector: {app: web}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: eks-work, labels: {app: backend}}}
            """
        let check = Check(id: "answers", kind: .http(HTTPCheck(HTTPRequest(url: "http://web.eks-work.svc:8080/"))))
        let lines = sayings(of: [check], in: try HandMadeCluster(yaml))
        #expect(
            lines.suffix(2) == [
                "       cause: Service web selects app=web, but the pods have app=backend",
                "       next:  kubectl get pods --show-labels -n eks-work",
            ])
    }

    @Test func `a CronJob's missing Job waits for its time`() throws {
        let yaml = """
            {apiVersion: batch/v1, kind: CronJob, metadata: {name: batch-app, namespace: eks-work, uid: c},
             spec: {schedule: "*/5 * * * *"}}
            """
        let lines = try said("{kind: Job}", in: yaml)
        #expect(lines.contains("cause: the time of CronJob batch-app (*/5 * * * *) has not come yet"))
    }

    @Test func `text of objects cannot move the cursor`() throws {
        let yaml =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: eks-work}, data: {key: \"a\\e[2Jb\"}}"
        let lines = try said("{kind: ConfigMap, metadata: {name: c}, data: {key: x}}", in: yaml)
        #expect(lines.contains("data.key: expected x, found a[2Jb"))
    }
}

import Documents
import KubeModel
import Testing
import Workbook

/// The lessons can be finished in a simulated cluster, and each step needs what it asks for.
struct LessonWalkTests {
    @Test func `nginx-pod`() throws {
        var walk = try LessonWalk("nginx-pod")
        #expect(walk.saying().first == "[FAIL] pod")
        try walk.apply("nginx-pod.yaml")
        walk.expectDone("apply")
        walk.pass(.seconds(10))
        walk.show("nginx-pod   1/1     Running   0          10s\n", by: "kubectl get pods -l app=nginx-app")
        walk.expectDone("find")
        walk.show(
            "Node:             ip-192-168-1-107.ap-northeast-1.compute.internal/192.168.1.107\n",
            by: "kubectl describe pod nginx-pod")
        walk.expectDone("describe")
        try walk.patch(.pods, "nginx-pod", ["metadata": ["labels": ["tier": "front"]]])
        walk.expectDone("label")
        try walk.delete(.pods, "nginx-pod")
        walk.expectDone("delete")
        let isFinished = walk.attempt.isFinished
        #expect(isFinished)
    }

    @Test func `backend-app`() throws {
        var walk = try LessonWalk("backend-app")
        try walk.apply("namespace-eks-work.yaml")
        walk.expectDone("namespace")
        try walk.apply("backend-app.yaml")
        walk.show("backend-app-1-2   0/1     CreateContainerConfigError   0          5s\n", by: "kubectl get pods")
        walk.expectDone("deploy")
        walk.pass(.seconds(10))
        let said = walk.saying()
        #expect(
            said.prefix(2) == ["[FAIL] secret", "       expected Secret db-config in namespace eks-work, found none"])
        try walk.apply("db-config.yaml")
        walk.expectDone("secret")
        walk.pass(.seconds(150))
        try walk.apply("backend-app-service.yaml")
        walk.expectDone("service")
        walk.pass(.seconds(5))
        let pod = try #require(walk.view.objects(of: .pods, in: "eks-work").first)
        try walk.delete(.pods, pod.name)
        walk.expectDone("heal")
        walk.pass(.seconds(120))
        walk.show("Controlled By:  ReplicaSet/backend-app-1\n", by: "kubectl describe pods")
        walk.expectDone("read")
        try setImage("1.0.0", in: &walk)
        walk.expectDone("update")
        walk.pass(.seconds(240))
        try setImage("1.1.0", in: &walk)
        walk.expectDone("rollback")
    }

    private func setImage(_ tag: String, in walk: inout LessonWalk) throws {
        let image = "761624429622.dkr.ecr.ap-northeast-1.amazonaws.com/k8sbook/backend-app:\(tag)"
        try walk.patch(
            .deployments, "backend-app",
            ["spec": ["template": ["spec": ["containers": [["name": "backend-app", "image": .string(image)]]]]]])
    }

    @Test func `backend-app says why its containers wait`() throws {
        var walk = try LessonWalk("backend-app")
        try walk.apply("namespace-eks-work.yaml")
        try walk.apply("backend-app.yaml")
        walk.pass(.seconds(10))
        let wanted = try pattern("{kind: Deployment, metadata: {name: backend-app}, status: {readyReplicas: 2}}")
        let step = LessonStep(id: "step", checks: [Check(id: "ready", kind: .expect(ExpectCheck(wanted)))])
        walk.attempt = LessonAttempt(Lesson(id: "test", folder: "test", steps: [step]))
        let cause = try #require(walk.saying().first { $0.contains("cause:") })
        #expect(cause.hasSuffix(#"waits: CreateContainerConfigError: secret "db-config" not found"#))
    }

    @Test func `batch-app`() throws {
        let host = "761624429622.dkr.ecr.ap-northeast-1.amazonaws.com"
        var walk = try LessonWalk("batch-app")
        try walk.apply("batch-secret-config.yaml")
        try walk.apply("batch-app-config.yaml")
        walk.expectDone("settings")
        try walk.apply("batch-app.yaml")
        let mistakes = walk.attempt.check(walk.view, patience: .none).mistakes
        #expect(mistakes == ["host-not-filled-in"])
        try walk.apply("batch-app.yaml", replacing: "${ECR_HOST}", with: host)
        walk.expectDone("schedule")
        walk.pass(.seconds(300))
        walk.show("batch started\nbatch finished\n", by: "kubectl logs job/batch-app-28144025")
        walk.expectDone("run")
        try walk.apply("batch-app-config-incomplete.yaml")
        try walk.apply("batch-app-optional.yaml", replacing: "${ECR_HOST}", with: host)
        walk.pass(.seconds(400))
        walk.show("pod/batch-app-28144030-x   0/1     CrashLoopBackOff   3 (20s ago)   63s\n", by: "kubectl get all")
        walk.expectDone("break")
        walk.show("ERROR: configuration is incomplete\n", by: "kubectl logs batch-app-28144030-x")
        walk.show("      SAMPLE_APP_BATCH_BUCKET_NAME:  <set>\n", by: "kubectl describe pods")
        walk.expectDone("understand")
        let said = walk.saying()
        #expect(said.contains("         data.bucket-name: expected any text, found nothing"))
        try walk.apply("batch-app-config.yaml")
        try walk.apply("batch-app.yaml", replacing: "${ECR_HOST}", with: host)
        walk.pass(.seconds(330))
        walk.expectDone("repair")
        let isFinished = walk.attempt.isFinished
        #expect(isFinished)
    }
}

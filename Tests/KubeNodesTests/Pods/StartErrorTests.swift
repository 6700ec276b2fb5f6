import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

struct StartErrorTests {
    static func pod(_ spec: String) -> String {
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec: \(spec)
        """
    }

    static let notFound =
        "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"serve-web\": executable file not found in $PATH: unknown"

    @Test(arguments: [
        (
            "{containers: [{name: app, image: 'nginx:1.27', envFrom: [{configMapRef: {name: nope}}]}]}",
            "Pending -CreateContainerConfigError/0", "configmap \"nope\" not found"
        ),
        (
            "{containers: [{name: app, image: 'nginx:1.27', env: [{name: A, valueFrom: {configMapKeyRef: {name: kube-root-ca.crt, key: b}}}]}]}",
            "Pending -CreateContainerConfigError/0", "couldn't find key b in ConfigMap default/kube-root-ca.crt"
        ),
        (
            "{containers: [{name: app, image: 'nginx:1.27', command: [serve-web]}]}", "Running -RunContainerError/2",
            notFound
        ),
        (
            "{containers: [{name: app, image: 'nginx:1.99'}]}", "Pending -ErrImagePull/0",
            "rpc error: code = NotFound desc = failed to pull and unpack image \"docker.io/library/nginx:1.99\": failed to resolve reference \"docker.io/library/nginx:1.99\": docker.io/library/nginx:1.99: not found"
        ),
        (
            "{containers: [{name: app, image: 'Nginx:1.27'}]}", "Pending -InvalidImageName/0",
            "Failed to apply default image tag \"Nginx:1.27\": couldn't parse image name \"Nginx:1.27\": invalid reference format: repository name (library/Nginx) must be lowercase"
        ),
        (
            "{containers: [{name: app, image: 'nginx:1.27', imagePullPolicy: Never}]}", "Pending -ErrImageNeverPull/0",
            "Container image \"nginx:1.27\" is not present with pull policy of Never"
        ),
    ])
    func `what cannot start says why`(spec: String, summary: String, message: String) throws {
        var lab = try Lab()
        try lab.apply(Self.pod(spec))
        lab.run(to: summary.contains("RunContainer") ? 20 : 5)
        #expect(lab.summary("p") == summary)
        let waiting = lab.pod("p")?["status"]?["containerStatuses"]?[0]?["state"]?["waiting"]
        #expect(waiting?["message"]?.string == message)
    }

    @Test func `what is missing is found when it comes`() throws {
        var lab = try Lab()
        try lab.apply(
            Self.pod("{containers: [{name: app, image: 'nginx:1.27', envFrom: [{configMapRef: {name: nope}}]}]}"))
        lab.run(to: 20)
        try lab.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: nope}, data: {color: green}}")
        lab.run(to: 37)
        #expect(lab.summary("p") == "Running +Running/0")
    }

    @Test func `an image that cannot be pulled is tried again ever more rarely`() throws {
        var lab = try Lab()
        try lab.apply(Self.pod("{containers: [{name: app, image: 'nginx:1.99'}]}"))
        lab.run(to: 18)
        #expect(lab.summary("p") == "Pending -ImagePullBackOff/0")
        #expect(lab.events("p").contains("BackOff: Back-off pulling image \"nginx:1.99\""))
        #expect(lab.events("p").contains("Failed: Error: ImagePullBackOff"))
    }

    @Test func `a pod waits for its volumes`() throws {
        var lab = try Lab()
        try lab.apply(
            Self.pod(
                "{containers: [{name: app, image: 'nginx:1.27', volumeMounts: [{name: conf, mountPath: /etc/app}]}], volumes: [{name: conf, configMap: {name: files}}]}"
            ))
        lab.run(to: 20)
        #expect(lab.summary("p") == "Pending -ContainerCreating/0")
        #expect(
            lab.events("p").first
                == "FailedMount: MountVolume.SetUp failed for volume \"conf\" : configmap \"files\" not found")
        #expect(lab.pod("p")?.condition("PodReadyToStartContainers")?["status"] == "False")
        try lab.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: files}, data: {color: green}}")
        lab.run(to: 60)
        #expect(lab.summary("p") == "Running +Running/0")
    }
}

import Documents
import KubeModel
import Testing
import Workbook

struct ObjectMatcherTests {
    static let deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: eks-work, labels: {app: web}, annotations: {deployment.kubernetes.io/revision: "2"}}
        spec:
          replicas: 2
          template:
            spec:
              containers:
              - name: sidecar
                image: busybox:1.36
              - name: web
                image: nginx:1.25
                command: [sh, -c, sleep 1]
                env: [{name: A, value: "1"}, {name: B, value: "2"}]
                ports: [{containerPort: 80, protocol: TCP}, {containerPort: 80, protocol: UDP}]
                resources: {requests: {cpu: 100m, memory: 512Mi}}
        status:
          conditions: [{type: Progressing, status: "True"}, {type: Available, status: "True"}]
        """

    /// Every mismatch as `path|actual`.
    private func mismatches(
        _ yaml: String, exact: Bool = false, ordered: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let actual = try #require(try HandMadeCluster.objects(Self.deployment).first, sourceLocation: sourceLocation)
        let found = try pattern(yaml, exact: exact, ordered: ordered)
            .mismatches(with: actual, resource: .deployments)
        return found.map { "\($0.path)|\($0.actual?.plainText ?? "-")" }
    }

    @Test(arguments: [
        "{kind: Deployment}",
        "{kind: Deployment, spec: {replicas: 2}}",
        "{kind: Deployment, spec: {replicas: 2.0}}",
        #"{kind: Deployment, spec: {replicas: "> 1"}}"#,
        #"{kind: Deployment, spec: {replicas: "<= 2"}}"#,
        #"{kind: Deployment, spec: {replicas: "!= 3"}}"#,
        "{kind: Deployment, spec: {paused: null}}",
        "{kind: Deployment, spec: {paused: false}}",
        #"{kind: Deployment, metadata: {labels: {app: "/^w/"}}}"#,
        "{kind: Deployment, metadata: {annotations: {deployment.kubernetes.io/revision: 2}}}",
        "{kind: Deployment, spec: {template: {spec: {containers: [{name: web}]}}}}",
        "{kind: Deployment, spec: {template: {spec: {containers: [{name: web}, {name: sidecar}]}}}}",
        #"{kind: Deployment, spec: {template: {spec: {containers: [{image: "/^nginx/"}]}}}}"#,
        "{kind: Deployment, spec: {template: {spec: {containers: [{name: web, env: [{name: B, value: 2}]}]}}}}",
        "{kind: Deployment, spec: {template: {spec: {containers: [{name: web, ports: [{containerPort: 80, protocol: UDP}]}]}}}}",
        "{kind: Deployment, spec: {template: {spec: {containers: [{name: web, command: [sh, -c, sleep 1]}]}}}}",
        #"{kind: Deployment, spec: {template: {spec: {containers: [{name: web, resources: {requests: {cpu: "0.1", memory: 0.5Gi}}}]}}}}"#,
        #"{kind: Deployment, status: {conditions: [{type: Available, status: "True"}]}}"#,
    ])
    func `matches`(yaml: String) throws {
        #expect(try mismatches(yaml) == [])
    }

    @Test(arguments: [
        ("{kind: Deployment, spec: {replicas: 3}}", ["spec.replicas|2"]),
        (#"{kind: Deployment, spec: {replicas: "> 2"}}"#, ["spec.replicas|2"]),
        ("{kind: Deployment, spec: {replicas: null}}", ["spec.replicas|2"]),
        ("{kind: Deployment, status: {readyReplicas: 2}}", ["status.readyReplicas|-"]),
        (#"{kind: Deployment, status: {readyReplicas: ">= 1"}}"#, ["status.readyReplicas|-"]),
        (
            "{kind: Deployment, metadata: {labels: {app.kubernetes.io/name: web}}}",
            ["metadata.labels[app.kubernetes.io/name]|-"]
        ),
        (
            "{kind: Deployment, spec: {replicas: 1, template: {spec: {containers: [{name: web, image: nginx:1.26}]}}}}",
            ["spec.replicas|2", "spec.template.spec.containers[name=web].image|nginx:1.25"]
        ),
        (
            "{kind: Deployment, spec: {template: {spec: {containers: [{name: app}]}}}}",
            ["spec.template.spec.containers[name=app]|-"]
        ),
        (
            "{kind: Deployment, spec: {template: {spec: {containers: [{name: web, ports: [{containerPort: 8080, protocol: TCP}]}]}}}}",
            ["spec.template.spec.containers[name=web].ports[containerPort=8080,protocol=TCP]|-"]
        ),
        (
            "{kind: Deployment, spec: {template: {spec: {containers: [{name: web, command: [sh]}]}}}}",
            [#"spec.template.spec.containers[name=web].command|["sh","-c","sleep 1"]"#]
        ),
    ])
    func `collects every mismatch`(yaml: String, expected: [String]) throws {
        #expect(try mismatches(yaml) == expected)
    }

    @Test func `exact lists have no other elements`() throws {
        let yaml = "{kind: Deployment, spec: {template: {spec: {containers: [{name: web}]}}}}"
        #expect(try mismatches(yaml, exact: true) == ["spec.template.spec.containers|-"])
    }

    @Test func `ordered lists keep their order`() throws {
        let yaml = "{kind: Deployment, spec: {template: {spec: {containers: [{name: web}, {name: sidecar}]}}}}"
        #expect(try mismatches(yaml, ordered: true) == ["spec.template.spec.containers|-"])
    }

    @Test func `reads Secrets as text`() throws {
        let secret = try #require(
            try HandMadeCluster.objects("{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {user: bXl3b3Jr}}")
                .first)
        let wanted = try pattern("{kind: Secret, stringData: {user: mywork}}")
        let unwanted = try pattern("{kind: Secret, stringData: {user: other, password: /./}}")
        #expect(wanted.mismatches(with: secret, resource: .secrets) == [])
        #expect(
            unwanted.mismatches(with: secret, resource: .secrets).map(\.path) == [
                "stringData.password", "stringData.user",
            ])
    }

    @Test(arguments: ["> many", "/(/", "/*a/"])
    func `refuses patterns that mean nothing`(text: String) {
        #expect(throws: PatternError.self) { try ScalarPattern(.string(text)) }
    }

    @Test func `a text that looks like a pattern can be meant as it is`() throws {
        #expect(try ScalarPattern("= /health/") == .equal("/health/"))
        #expect(try ScalarPattern("/health") == .equal("/health"))
    }
}

import Testing

@testable import Kubectl

struct KustomizeTests {
    static let web = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: nginx
                image: nginx
                envFrom: [{configMapRef: {name: web-config}}]

        """

    static func build(_ kustomization: String, _ files: [String: String] = [:]) -> (text: String, code: Int32) {
        var all = files
        all["kustomization.yaml"] = kustomization
        all["web.yaml"] = all["web.yaml"] ?? web
        var world = TestWorld(files: all)
        return world.run("kustomize .")
    }

    @Test func `names follow their objects, with hashes of the contents`() {
        let (text, _) = Self.build(
            """
            namePrefix: dev-
            namespace: default
            labels: [{pairs: {env: dev}, includeSelectors: true}]
            resources: [web.yaml]
            configMapGenerator: [{name: web-config, literals: [LOG_LEVEL=debug, GREETING=hello]}]
            """)
        let names = text.matches(of: /name: dev-web-config-[a-z0-9]{10}\n/).map { String($0.output) }
        #expect(names == ["name: dev-web-config-k675bbfg64\n", "name: dev-web-config-k675bbfg64\n"])
        #expect(text.contains("matchLabels:\n      app: web\n      env: dev"))
    }

    @Test func `secrets are named by their contents too`() {
        let (text, _) = Self.build("secretGenerator: [{name: web-secret, literals: [password=s3cret]}]")
        #expect(text.contains("name: web-secret-bf5fk5d75b\n"), "\(text)")
    }

    @Test func `single files of other folders are refused`() {
        let (text, code) = Self.build("resources: [../other.yaml]", ["../other.yaml": Self.web])
        #expect(code == 1, "\(text)")
    }

    @Test func `images, replicas and patches change what is named`() {
        let (text, _) = Self.build(
            """
            resources: [web.yaml]
            images: [{name: nginx, newName: registry.example.com/nginx, newTag: "1.26"}]
            replicas: [{name: web, count: 3}]
            patches:
            - patch: |-
                - {op: add, path: /metadata/annotations, value: {a: b}}
              target: {kind: Deployment, name: w.*}
            """)
        #expect(text.contains("image: registry.example.com/nginx:1.26"))
        #expect(text.contains("replicas: 3"))
        #expect(text.contains("annotations:\n    a: b"))
    }

    @Test func `an overlay patches its base by the first name`() {
        let (text, code) = Self.build(
            """
            resources: [base]
            nameSuffix: -blue
            patches:
            - patch: |-
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {replicas: 5}
            """, ["base/kustomization.yaml": "resources: [web.yaml]\nnamePrefix: base-\n", "base/web.yaml": Self.web])
        #expect(code == 0, "\(text)")
        #expect(text.contains("name: base-web-blue") && text.contains("replicas: 5"))
    }

    @Test(arguments: [
        (
            "resources: [nothere.yaml]",
            "accumulation err='accumulating resources from 'nothere.yaml': evalsymlink failure on '/work/nothere.yaml'"
        ),
        (
            "resources: [web.yaml, web.yaml]",
            "may not add resource with an already registered id: Deployment.v1.apps/web.[noNs]"
        ),
        ("resource: [web.yaml]", "invalid Kustomization: json: unknown field \"resource\""),
        ("resources: [.]", "cycle detected"),
        (
            "configMapGenerator: [{name: a, files: [../secret.txt]}]",
            "security; file '/secret.txt' is not in or below '/work'"
        ),
    ])
    func `says what is wrong`(kustomization: String, message: String) {
        let (text, code) = Self.build(kustomization)
        #expect(text.contains(message), "\(text)")
        #expect(code == 1)
    }
}

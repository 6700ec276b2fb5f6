import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

struct ConfigurationTests {
    static let manifest = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {APP_MODE: prod, greeting: hello, app.properties: "color=blue"}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: login}
        data: {username: YWRtaW4=, password: UzNjcjN0IQ==}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: demo, labels: {app: demo, tier: web}, annotations: {build: "42"}}
        spec:
          containers:
          - name: app
            image: busybox:1.36
            command: ["sh", "-c", "echo 'mode is $(APP_MODE), missing is $(NOPE)'; sleep 3600"]
            envFrom: [{configMapRef: {name: settings}}]
            env:
            - {name: DB_USER, valueFrom: {secretKeyRef: {name: login, key: username}}}
            - {name: MY_POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
            - {name: MY_NS, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
            - {name: MY_CPU_MILLI, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}
            - {name: MY_MEM_MI, valueFrom: {resourceFieldRef: {resource: requests.memory, divisor: 1Mi}}}
            - {name: MY_URL, value: http://$(MY_POD).$(MY_NS)/}
            - {name: OPTIONAL, valueFrom: {configMapKeyRef: {name: settings, key: nothing, optional: true}}}
            resources: {requests: {cpu: 100m, memory: 32Mi}, limits: {cpu: 200m, memory: 64Mi}}
            volumeMounts:
            - {name: conf, mountPath: /etc/conf}
            - {name: sec, mountPath: /etc/sec, readOnly: true}
            - {name: info, mountPath: /etc/info}
            - {name: conf, mountPath: /one, subPath: settings/app.properties}
          volumes:
          - {name: conf, configMap: {name: settings, items: [{key: app.properties, path: settings/app.properties}]}}
          - {name: sec, secret: {secretName: login}}
          - name: info
            downwardAPI:
              items:
              - {path: labels, fieldRef: {fieldPath: metadata.labels}}
              - {path: annotations, fieldRef: {fieldPath: "metadata.annotations['build']"}}
        """

    @Test func `variables come from everywhere and expand`() throws {
        var lab = try Lab()
        try lab.apply(Self.manifest)
        lab.run(to: 5)
        #expect(try lab.log("demo", "app") == ["mode is prod, missing is $(NOPE)"])
        let lines = try lab.output("demo", "app", ["env"]).split(separator: "\n").map(String.init)
        for line in [
            "APP_MODE=prod", "DB_USER=admin", "MY_CPU_MILLI=200", "MY_MEM_MI=32", "MY_NS=default", "MY_POD=demo",
            "MY_URL=http://demo.default/", "app.properties=color=blue", "HOSTNAME=demo",
        ] {
            #expect(lines.contains(line))
        }
        #expect(!lines.contains { $0.hasPrefix("OPTIONAL") })
    }

    @Test(arguments: [
        (["ls", "/etc/conf", "/etc/sec"], "/etc/conf:\nsettings\n\n/etc/sec:\npassword\nusername\n"),
        (["cat", "/etc/conf/settings/app.properties"], "color=blue"),
        (["sh", "-c", "cat /etc/sec/password; echo"], "S3cr3t!\n"),
        (["cat", "/etc/info/labels"], "app=\"demo\"\ntier=\"web\"\ntopology.kubernetes.io/zone=\"ap-northeast-1a\""),
        (["cat", "/etc/info/annotations"], "42"),
        (["cat", "/one"], "color=blue"),
        (["sh", "-c", "echo x > /etc/conf/new"], "sh: can't create /etc/conf/new: Read-only file system\n"),
        (["hostname"], "demo\n"),
        (["cat", "/var/run/secrets/kubernetes.io/serviceaccount/namespace"], "default"),
        (["sh", "-c", "exit 7"], ""),
    ])
    func `files come from objects`(command: [String], output: String) throws {
        var lab = try Lab()
        try lab.apply(Self.manifest)
        lab.run(to: 5)
        #expect(try lab.output("demo", "app", command) == output)
    }

    @Test func `changed entries reach the files within about a minute, but not single mounted ones`() throws {
        var lab = try Lab()
        try lab.apply(Self.manifest)
        lab.run(to: 5)
        _ = try lab.output("demo", "app", ["cat", "/one"])
        try lab.api.patch(
            .configMaps, ObjectKey(namespace: "default", name: "settings"), .merge,
            ["data": ["app.properties": "color=red"]], as: .admin)
        lab.run(to: 6)
        #expect(try lab.output("demo", "app", ["cat", "/etc/conf/settings/app.properties"]) == "color=blue")
        lab.run(to: 70)
        #expect(try lab.output("demo", "app", ["cat", "/etc/conf/settings/app.properties"]) == "color=red")
        #expect(try lab.output("demo", "app", ["cat", "/one"]) == "color=blue")
    }

    @Test func `exec says what cannot be run`() throws {
        var lab = try Lab()
        try lab.apply(Self.manifest)
        #expect(throws: APIError.badRequest("unable to upgrade connection: container not found (\"app\")")) {
            try lab.exec("demo", "app", ["ls"])
        }
        lab.run(to: 5)
        #expect(throws: APIError.self) { try lab.exec("demo", "app", ["nosuchcommand"]) }
    }
}

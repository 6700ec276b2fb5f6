import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// What clients of a Service see while pods come and go.
struct RequestTimelineTests {
    private static func web(_ more: String = "") -> String {
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: c
                image: nginx:1.27
                readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 1}
                \(more)
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """
    }

    private static func client(_ line: String) -> String {
        PodTimelineTests.pod(
            "client", "{containers: [{name: c, image: \"busybox:1.36\", command: [sh, -c, \"\(line)\"]}]}")
    }

    private func log(_ pod: String, _ line: Timeline) throws -> [String] {
        try line.cluster.log(LogRequest(namespace: "default", pod: pod, container: "c")).lines.map(\.text)
    }

    @Test(arguments: [
        ("", true), ("lifecycle: {preStop: {sleep: {seconds: 5}}}", false),
        ("lifecycle: {preStop: {exec: {command: [sleep, \"5\"]}}}", false),
    ])
    func `a rollout without a preStop hook costs requests, one with it none`(hook: String, fails: Bool) throws {
        var line = try Timeline(.eks, nodes: 2)
        try line.apply(Self.web(hook))
        line.run(to: 20)
        try line.apply(
            Self.client("while sleep 0.05; do wget -q -T 1 -O /dev/null http://web && echo good || echo bad; done"))
        line.run(to: 30)
        for version in 1...4 {
            try line.patch(
                .deployments, "web",
                ["spec": ["template": ["metadata": ["annotations": ["version": .string("\(version)")]]]]])
            line.run(to: 30 + 30 * version)
        }
        let answers = try log("client", line)
        #expect(answers.contains("bad") == fails)
        #expect(answers.count { $0 == "good" } > 1000)
    }

    @Test(arguments: [("None", 2), ("ClientIP", 1)])
    func `session affinity sends a client to one pod`(affinity: String, pods: Int) throws {
        var line = try Timeline(.eks, nodes: 2)
        try line.apply(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: who}
            spec:
              replicas: 2
              selector: {matchLabels: {app: who}}
              template:
                metadata: {labels: {app: who}}
                spec:
                  containers:
                  - {name: c, image: "busybox:1.36", command: [sh, -c, "mkdir /www; hostname > /www/index.html; httpd -f -p 80 -h /www"]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: who}
            spec: {selector: {app: who}, sessionAffinity: \(affinity), ports: [{port: 80}]}
            """)
        line.run(to: 20)
        try line.apply(Self.client("for i in 1 2 3 4 5 6 7 8 9 10 11 12; do wget -q -O- http://who; done; sleep 60"))
        line.run(to: 40)
        let answers = try log("client", line)
        #expect(answers.count == 12)
        #expect(Set(answers).count == pods)
    }

    @Test(arguments: [
        ("db-0.db", "192.168"), ("db-1.db.default", "192.168"), ("db-1.db.default.svc.cluster.local", "192.168"),
        ("db-2.db", "NXDOMAIN"),
    ])
    func `pods of a StatefulSet have names`(name: String, answer: String) throws {
        var line = try Timeline(.eks, nodes: 1)
        try line.apply(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec: {clusterIP: None, selector: {app: db}, ports: [{port: 80}]}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              replicas: 2
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: c, image: "nginx:1.27"}]}
            """)
        line.run(to: 10)
        try line.apply(Self.client("nslookup \(name); sleep 60"))
        line.run(to: 30)
        #expect(
            try log("client", line).contains { $0.contains(answer) && ($0.hasPrefix("Addr") || $0.hasPrefix("**")) })
    }

    @Test func `containers of a pod speak to each other as localhost`() throws {
        var line = try Timeline()
        try line.apply(
            PodTimelineTests.pod(
                "pair",
                "{containers: [{name: web, image: \"nginx:1.27\"}, {name: c, image: \"busybox:1.36\", command: [sh, -c, \"sleep 3; wget -q -O- localhost | grep -c nginx; sleep 60\"]}]}"
            ))
        line.run(to: 10)
        #expect(try log("pair", line) == ["6"])
    }

    @Test func `a host port answers at the node and is given once`() throws {
        var line = try Timeline()
        let spec = "{containers: [{name: c, image: \"nginx:1.27\", ports: [{containerPort: 80, hostPort: 8080}]}]}"
        try line.apply(PodTimelineTests.pod("one", spec) + "---\n" + PodTimelineTests.pod("two", spec))
        line.run(to: 10)
        let node = line.cluster.api.list(.nodes)[0]["status"]?["addresses"]?[0]?["address"]?.string ?? ""
        guard
            case .response(let response) = line.cluster.fetch(
                "http://\(node):8080/", from: "outside", namespace: "default")
        else {
            Issue.record("no answer at the host port")
            return
        }
        #expect(response.status == 200)
        #expect(podSummary("two")(line.cluster) == "0/1 Pending 0")
        try line.delete(.pods, "one")
        line.run(to: 20)
        #expect(podSummary("two")(line.cluster) == "1/1 Running 0")
        #expect(line.events("two").first == "0 FailedScheduling")
    }
}

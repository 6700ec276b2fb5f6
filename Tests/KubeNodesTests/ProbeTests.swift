import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

struct ProbeTests {
    @Test func `readiness follows its command`() throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: gate}
            spec:
              containers:
              - name: app
                image: busybox:1.36
                command: ["sh", "-c", "sleep 3600"]
                readinessProbe: {exec: {command: [cat, /tmp/ready]}, initialDelaySeconds: 2, periodSeconds: 3}
            """)
        lab.run(to: 10)
        #expect(lab.summary("gate") == "Running -Running/0")
        #expect(
            lab.events("gate").last
                == "Unhealthy: Readiness probe failed: cat: can't open '/tmp/ready': No such file or directory\n")
        #expect(try lab.exec("gate", "app", ["touch", "/tmp/ready"]).exitCode == 0)
        lab.run(to: 15)
        #expect(lab.summary("gate") == "Running +Running/0")
        #expect(try lab.exec("gate", "app", ["rm", "/tmp/ready"]).exitCode == 0)
        lab.run(to: 30)
        #expect(lab.summary("gate") == "Running -Running/0")
    }

    @Test(arguments: [
        ("httpGet: {path: /healthz, port: 80}", "Readiness probe failed: HTTP probe failed with statuscode: 404"),
        ("tcpSocket: {port: 8081}", "Readiness probe failed: dial tcp 192.168.1.2:8081: connect: connection refused"),
        (
            "httpGet: {path: /x, port: 8081}",
            "Readiness probe failed: Get \"http://192.168.1.2:8081/x\": dial tcp 192.168.1.2:8081: connect: connection refused"
        ),
        (
            "grpc: {port: 9000}",
            "Readiness probe failed: timeout: failed to connect service \"192.168.1.2:9000\" within 1s: context deadline exceeded"
        ),
    ])
    func `a failed probe says why`(action: String, message: String) throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              containers:
              - {name: nginx, image: "nginx:1.27", readinessProbe: {\(action), periodSeconds: 3}}
            """)
        lab.run(to: 10)
        #expect(lab.summary("web") == "Running -Running/0")
        #expect(lab.events("web").last == "Unhealthy: \(message)")
    }

    @Test func `a failed liveness probe restarts the container`() throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: alive}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
              - name: app
                image: busybox:1.36
                command: ["sh", "-c", "echo up; touch /tmp/alive; sleep 3600"]
                livenessProbe: {exec: {command: [cat, /tmp/alive]}, periodSeconds: 3, failureThreshold: 2}
            """)
        lab.run(to: 10)
        #expect(lab.summary("alive") == "Running +Running/0")
        #expect(try lab.exec("alive", "app", ["rm", "/tmp/alive"]).exitCode == 0)
        lab.run(to: 24)
        #expect(lab.summary("alive") == "Running +Running/1")
        #expect(lab.events("alive").contains("Killing: Container app failed liveness probe, will be restarted"))
        let last = lab.pod("alive")?["status"]?["containerStatuses"]?[0]?["lastState"]?["terminated"]
        #expect(last?["exitCode"] == 137)
        #expect(try lab.log("alive", "app", previous: true) == ["up"])
    }

    @Test func `a startup probe holds the others back`() throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: slow}
            spec:
              containers:
              - name: app
                image: busybox:1.36
                command: ["sh", "-c", "sleep 3600"]
                startupProbe: {exec: {command: [test, -f, /tmp/started]}, periodSeconds: 3, failureThreshold: 20}
                livenessProbe: {exec: {command: [test, -f, /tmp/alive]}, periodSeconds: 3, failureThreshold: 1}
            """)
        lab.run(to: 9)
        #expect(lab.summary("slow") == "Running -Running/0")
        #expect(lab.pod("slow")?["status"]?["containerStatuses"]?[0]?["started"] == false)
        #expect(lab.events("slow").last == "Unhealthy: Startup probe failed: ")
        #expect(try lab.exec("slow", "app", ["touch", "/tmp/alive", "/tmp/started"]).exitCode == 0)
        lab.run(to: 15)
        #expect(lab.summary("slow") == "Running +Running/0")
    }
}

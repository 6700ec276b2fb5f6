import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

struct InitContainerTests {
    @Test func `initial containers run one after the other and share volumes`() throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: site}
            spec:
              initContainers:
              - name: fetch
                image: busybox:1.36
                command: ["sh", "-c", "echo fetching; echo '<h1>hello</h1>' > /ws/index.html; sleep 8"]
                volumeMounts: [{name: work, mountPath: /ws}]
              - name: check
                image: busybox:1.36
                command: ["sh", "-c", "echo checking; cat /ws/index.html; sleep 8"]
                volumeMounts: [{name: work, mountPath: /ws}]
              containers:
              - name: web
                image: nginx:1.27
                volumeMounts: [{name: work, mountPath: /usr/share/nginx/html}]
              volumes: [{name: work, emptyDir: {}}]
            """)
        lab.run(to: 5)
        #expect(lab.summary("site") == "Pending -Running/0 -PodInitializing/0 -PodInitializing/0")
        #expect(throws: APIError.badRequest("container \"web\" in pod \"site\" is waiting to start: PodInitializing")) {
            try lab.log("site", "web")
        }
        lab.run(to: 14)
        #expect(lab.summary("site") == "Pending +Completed/0 -Running/0 -PodInitializing/0")
        #expect(try lab.log("site", "check") == ["checking", "<h1>hello</h1>"])
        lab.run(to: 23)
        #expect(lab.summary("site") == "Running +Completed/0 +Completed/0 +Running/0")
        let answer = lab.fleet.http(
            from: .pod(ObjectKey(namespace: "default", name: "site")), url: "http://localhost/", api: lab.api)
        guard case .response(let response) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(String(decoding: response.body, as: UTF8.self) == "<h1>hello</h1>\n")
    }

    @Test func `a sidecar runs beside the main container and ends after it`() throws {
        var lab = try Lab()
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: app}
            spec:
              restartPolicy: Never
              initContainers:
              - name: helper
                image: busybox:1.36
                restartPolicy: Always
                command: ["sh", "-c", "trap 'echo bye; exit 0' TERM; echo ready; while true; do sleep 1; done"]
              containers:
              - name: main
                image: busybox:1.36
                command: ["sh", "-c", "sleep 5; echo done"]
            """)
        lab.run(to: 4)
        #expect(lab.summary("app") == "Running +Running/0 +Running/0")
        lab.run(to: 12)
        #expect(lab.summary("app") == "Succeeded -Completed/0 -Completed/0")
        #expect(try lab.log("app", "helper") == ["ready", "bye"])
    }
}

import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

struct NetworkTests {
    static let manifest = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec: {containers: [{name: nginx, image: "nginx:1.27", ports: [{name: http, containerPort: 80}]}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: client, labels: {app: client}}
        spec: {containers: [{name: app, image: "busybox:1.36", command: [sleep, "36000"]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 8080, targetPort: http}]}
        """

    static func lab(_ profile: ClusterProfile = .eks) throws -> Lab {
        var lab = try Lab(profile)
        try lab.apply(manifest)
        lab.run(to: 5)
        let address = try #require(lab.pod("web").flatMap { Pod($0).address })
        try lab.apply(
            """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}
            addressType: IPv4
            endpoints: [{addresses: ["\(address)"], conditions: {ready: true}}]
            ports: [{name: "", port: 80, protocol: TCP}]
            """)
        lab.run(to: 7)
        return lab
    }

    @Test(arguments: ["web:8080", "web.default:8080", "web.default.svc.cluster.local:8080", "192.168.1.2"])
    func `a service answers under all its names`(host: String) throws {
        var lab = try Self.lab()
        let output = try lab.output("client", "app", ["wget", "-qO-", "http://\(host)/"])
        #expect(output.contains("<h1>Welcome to nginx!</h1>"))
    }

    @Test(arguments: [
        (["wget", "-qO-", "http://nope"], "wget: bad address 'nope'\n", 1),
        (
            ["wget", "-qO-", "http://192.168.1.2:81"],
            "wget: can't connect to remote host (192.168.1.2): Connection refused\n", 1
        ),
        (["wget", "-qO-", "http://web:8080/none"], "wget: server returned error: HTTP/1.1 404 Not Found\n", 1),
        (["wget", "-q", "-T", "2", "-O-", "http://10.100.200.200"], "wget: download timed out\n", 1),
        (["nc", "-zv", "192.168.1.2", "80"], "192.168.1.2 (192.168.1.2:80) open\n", 0),
        (["ping", "-c", "1", "web"], "ping: permission denied (are you root?)\n", 1),
    ])
    func `the tools say what went wrong`(command: [String], end: String, code: Int32) throws {
        var lab = try Self.lab()
        let result = try lab.exec("client", "app", command)
        #expect(String(decoding: result.standardOutput + result.standardError, as: UTF8.self).hasSuffix(end))
        #expect(result.exitCode == code)
    }

    @Test func `profile bare knows no names and reaches no services`() throws {
        var lab = try Self.lab(.bare)
        #expect(try lab.output("client", "app", ["wget", "-qO-", "http://web:8080"]) == "wget: bad address 'web'\n")
        #expect(try lab.output("client", "app", ["wget", "-qO-", "http://192.168.1.2"]).contains("Welcome"))
    }

    @Test func `a policy shuts out whom it does not name`() throws {
        var lab = try Self.lab()
        try lab.apply(
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: only-friends}
            spec:
              podSelector: {matchLabels: {app: web}}
              policyTypes: [Ingress]
              ingress: [{from: [{podSelector: {matchLabels: {friend: "yes"}}}]}]
            """)
        let get = ["wget", "-q", "-T", "2", "-O-", "http://web:8080"]
        #expect(try lab.output("client", "app", get) == "wget: download timed out\n")
        try lab.api.patch(
            .pods, ObjectKey(namespace: "default", name: "client"), .merge,
            ["metadata": ["labels": ["friend": "yes"]]], as: .admin)
        lab.run(to: 12)
        #expect(try lab.output("client", "app", get).contains("Welcome"))
    }

    @Test func `a shell can serve`() throws {
        var lab = try Lab(.eks)
        try lab.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: pair}
            spec:
              containers:
              - name: server
                image: busybox:1.36
                command: ["sh", "-c", "mkdir /www; echo hi > /www/index.html; httpd -f -p 8080 -h /www"]
              - name: client
                image: busybox:1.36
                command: ["sleep", "36000"]
            """)
        lab.run(to: 5)
        #expect(try lab.output("pair", "client", ["wget", "-qO-", "http://localhost:8080/"]) == "hi\n")
    }
}

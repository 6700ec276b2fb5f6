import Documents
import KubeModel
import KubePrinting
import Testing

struct CoreTableTests {
    @Test func `config maps and secrets count their keys`() {
        expectTable(
            .configMaps, [object("settings", ["data": ["color": "blue", "size": "xl"], "binaryData": ["b": "AA=="]])],
            """
            NAME       DATA   AGE
            settings   3      5s
            """)
        expectTable(
            .secrets,
            [
                object("db", ["type": "Opaque", "data": ["password": "x", "username": "y"]]),
                object("pull", ["type": "kubernetes.io/dockerconfigjson", "data": [".dockerconfigjson": "x"]]),
            ],
            """
            NAME   TYPE                             DATA   AGE
            db     Opaque                           2      5s
            pull   kubernetes.io/dockerconfigjson   1      5s
            """)
    }

    @Test func `services with their outside addresses and ports`() {
        func service(_ name: String, _ spec: Object, _ status: Object = [:]) -> Object {
            object(name, ["spec": .object(spec), "status": .object(status)])
        }
        expectTable(
            .services,
            [
                service(
                    "db",
                    [
                        "type": "ClusterIP", "clusterIPs": ["None"], "selector": ["app": "db"],
                        "ports": [["port": 6379, "protocol": "TCP"]],
                    ]),
                service(
                    "front",
                    [
                        "type": "NodePort", "clusterIPs": ["10.100.193.193"],
                        "ports": [["port": 80, "nodePort": 32139, "protocol": "TCP"]],
                    ]),
                service(
                    "lb",
                    [
                        "type": "LoadBalancer", "clusterIPs": ["10.100.0.9"],
                        "ports": [
                            ["port": 80, "nodePort": 30001, "protocol": "TCP"], ["port": 53, "protocol": "UDP"],
                        ],
                    ],
                    ["loadBalancer": ["ingress": [["hostname": "a1b2.elb.ap-northeast-1.amazonaws.com"]]]]),
                service("wait", ["type": "LoadBalancer", "clusterIPs": ["10.100.0.8"]]),
                service("away", ["type": "ExternalName", "externalName": "db.example.com"]),
            ], wide: true,
            """
            NAME    TYPE           CLUSTER-IP       EXTERNAL-IP                             PORT(S)               AGE   SELECTOR
            db      ClusterIP      None             <none>                                  6379/TCP              5s    app=db
            front   NodePort       10.100.193.193   <none>                                  80:32139/TCP          5s    <none>
            lb      LoadBalancer   10.100.0.9       a1b2.elb.ap-northeast-1.amazonaws.com   80:30001/TCP,53/UDP   5s    <none>
            wait    LoadBalancer   10.100.0.8       <pending>                               <none>                5s    <none>
            away    ExternalName   <none>           db.example.com                          <none>                5s    <none>
            """)
    }

    @Test func `nodes with roles and conditions`() {
        var node = object(
            "node-1", namespace: "", labels: ["node-role.kubernetes.io/worker": "", "kubernetes.io/role": "edge"])
        node["spec", "unschedulable"] = true
        node["status"] = [
            "conditions": [["type": "Ready", "status": "True"]], "nodeInfo": ["kubeletVersion": "v1.36.2"],
        ]
        expectTable(
            .nodes, [node, object("node-2", namespace: "")],
            """
            NAME     STATUS                     ROLES         AGE   VERSION
            node-1   Ready,SchedulingDisabled   edge,worker   5s    v1.36.2
            node-2   Unknown                    <none>        5s    
            """)
    }

    @Test func `endpoints are cut after three`() {
        let subsets: Value = [
            ["addresses": [["ip": "10.0.0.1"], ["ip": "10.0.0.2"]], "ports": [["port": 80], ["port": 443]]]
        ]
        expectTable(
            .endpoints, [object("web", ["subsets": subsets]), object("none")],
            """
            NAME   ENDPOINTS                                          AGE
            web    10.0.0.1:80,10.0.0.2:80,10.0.0.1:443 + 1 more...   5s
            none   <none>                                             5s
            """)
    }

    @Test func `resource quotas in two columns`() {
        expectTable(
            .resourceQuotas,
            [
                object(
                    "compute",
                    [
                        "status": [
                            "hard": ["limits.cpu": "2", "pods": "10", "requests.cpu": "1"],
                            "used": ["limits.cpu": "0", "pods": "2", "requests.cpu": "500m"],
                        ]
                    ])
            ],
            """
            NAME      REQUEST                            LIMIT             AGE
            compute   pods: 2/10, requests.cpu: 500m/1   limits.cpu: 0/2   5s
            """)
    }

    @Test func `limit ranges and roles have no columns of their own`() {
        let text = """
            NAME   CREATED AT
            x      2026-11-22T11:59:55Z
            """
        for resource in [ResourceType.limitRanges, .roles, .clusterRoles, .customResourceDefinitions] {
            expectTable(resource, [object("x")], text)
        }
    }
}

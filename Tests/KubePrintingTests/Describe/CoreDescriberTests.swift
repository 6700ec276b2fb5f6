import Documents
import KubeModel
import KubePrinting
import Testing

struct CoreDescriberTests {
    @Test func `a namespace that goes, with its quotas and limits`() {
        let namespace = yaml(
            """
            metadata: {name: dev, labels: {kubernetes.io/metadata.name: dev}}
            status:
              phase: Terminating
              conditions: [{type: NamespaceContentRemaining, status: "True", reason: SomeResourcesRemain,
                message: configmaps remain, lastTransitionTime: "2026-11-22T11:00:00Z"}]
            """)
        let quota = yaml(
            """
            metadata: {name: best, namespace: dev}
            spec: {scopes: [BestEffort]}
            status: {hard: {pods: "5"}, used: {pods: "2"}}
            """)
        let range = yaml(
            """
            metadata: {name: limits, namespace: dev}
            spec: {limits: [{type: Container, default: {cpu: 200m}, min: {memory: 1Mi}}]}
            """)
        expectDescription(
            .namespaces, namespace, related: [.resourceQuotas: [quota], .limitRanges: [range]],
            """
            Name:         dev
            Labels:       kubernetes.io/metadata.name=dev
            Annotations:  <none>
            Status:       Terminating
            Conditions:
              Type                       Status  LastTransitionTime               Reason               Message
              ----                       ------  ------------------               ------               -------
              NamespaceContentRemaining  True    Sun, 22 Nov 2026 11:00:00 +0000  SomeResourcesRemain  configmaps remain

            Resource Quotas
              Name:    best
              Scopes:  BestEffort
              * Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.
              Resource  Used  Hard
              --------  ---   ---
              pods      2     5

            Resource Limits
             Type       Resource  Min  Max  Default Request  Default Limit  Max Limit/Request Ratio
             ----       --------  ---  ---  ---------------  -------------  -----------------------
             Container  cpu       -    -    -                200m           -
             Container  memory    1Mi  -    -                -              -
            """)
    }

    @Test func `only a service account's token is shown of secrets`() {
        let secret = object(
            "token",
            [
                "type": "kubernetes.io/service-account-token",
                "data": ["token": "YWJj", "ca.crt": "AAAA", "namespace": "ZGVmYXVsdA=="],
            ])
        expectDescription(
            .secrets, secret,
            """
            Name:         token
            Namespace:    default
            Labels:       <none>
            Annotations:  <none>

            Type:  kubernetes.io/service-account-token

            Data
            ====
            ca.crt:     3 bytes
            namespace:  7 bytes
            token:      abc
            """)
    }

    @Test func `used amounts take the format of the hard limit`() {
        let quota = yaml(
            """
            metadata: {name: compute, namespace: team-a}
            status: {hard: {requests.memory: 1Gi, requests.cpu: "1"}, used: {requests.memory: "0"}}
            """)
        expectDescription(
            .resourceQuotas, quota,
            """
            Name:            compute
            Namespace:       team-a
            Resource         Used  Hard
            --------         ----  ----
            requests.cpu     0     1
            requests.memory  0     1Gi
            """)
    }

    @Test func `a service account with several pull secrets`() {
        expectDescription(
            .serviceAccounts, object("builder", ["imagePullSecrets": [["name": "a"], ["name": "b"]]]), events: true,
            """
            Name:                builder
            Namespace:           default
            Labels:              <none>
            Annotations:         <none>
            Image pull secrets:  a
                                 b
            Events:              <none>
            """)
    }

    @Test func `escapes inside objects do not reach the terminal`() {
        let map = object("evil", ["data": ["k": "\u{1B}[2J\u{07}x"]])
        let text = Describers.text(map, of: .configMaps, now: noon) { _ in [] }
        #expect(text.contains("k:\n----\n^[[2Jx\n"))
    }
}

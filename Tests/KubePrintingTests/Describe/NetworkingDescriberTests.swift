import Documents
import KubeModel
import KubePrinting
import Testing

struct NetworkingDescriberTests {
    @Test func `a load balancer with named ports`() {
        let service = yaml(
            """
            metadata: {name: web, namespace: default}
            spec:
              type: LoadBalancer
              selector: {app: web}
              clusterIP: 10.0.0.1
              clusterIPs: [10.0.0.1]
              ipFamilies: [IPv4]
              ipFamilyPolicy: SingleStack
              externalIPs: [192.0.2.9]
              loadBalancerSourceRanges: [10.0.0.0/8, 11.0.0.0/8]
              sessionAffinity: None
              ports: [{name: http, port: 80, targetPort: web, nodePort: 30080, protocol: TCP, appProtocol: http}]
            status: {loadBalancer: {ingress: [{ip: 203.0.113.1, ipMode: VIP}, {hostname: lb.example.com}]}}
            """)
        let slice = yaml(
            """
            metadata: {name: web-1, namespace: default, labels: {kubernetes.io/service-name: web}}
            ports: [{name: http, port: 8080}, {name: other, port: 9}]
            endpoints: [{addresses: [10.1.0.1]}, {addresses: [10.1.0.2], conditions: {ready: false}},
              {addresses: [10.1.0.3]}, {addresses: [10.1.0.4]}, {addresses: [10.1.0.5]}]
            """)
        expectDescription(
            .services, service, related: [.endpointSlices: [slice]],
            """
            Name:                        web
            Namespace:                   default
            Labels:                      <none>
            Annotations:                 <none>
            Selector:                    app=web
            Type:                        LoadBalancer
            IP Family Policy:            SingleStack
            IP Families:                 IPv4
            IP:                          10.0.0.1
            IPs:                         10.0.0.1
            External IPs:                192.0.2.9
            LoadBalancer Ingress:        203.0.113.1 (VIP), lb.example.com
            Port:                        http  80/TCP
            TargetPort:                  web/TCP
            AppProtocol:                 http
            NodePort:                    http  30080/TCP
            Endpoints:                   10.1.0.1:8080,10.1.0.3:8080,10.1.0.4:8080 + 1 more...
            Session Affinity:            None
            LoadBalancer Source Ranges:  10.0.0.0/8,11.0.0.0/8
            """)
    }

    @Test func `an ingress with a default backend and encryption`() {
        let ingress = yaml(
            """
            metadata: {name: tls, namespace: default, annotations: {example.com/team: pay}}
            spec:
              defaultBackend: {resource: {apiGroup: example.com, kind: Bucket, name: static}}
              tls: [{hosts: [pay.example.com], secretName: pay-cert}, {hosts: [a, b]}]
            """)
        expectDescription(
            .ingresses, ingress,
            """
            Name:             tls
            Labels:           <none>
            Namespace:        default
            Address:          
            Ingress Class:    <none>
            Default backend:  APIGroup: example.com, Kind: Bucket, Name: static
            TLS:
              pay-cert terminates pay.example.com
              SNI routes a,b
            Rules:
              Host        Path  Backends
              ----        ----  --------
              *           *     APIGroup: example.com, Kind: Bucket, Name: static
            Annotations:  example.com/team: pay
            """)
    }

    @Test func `endpoints with and without ready addresses`() {
        let endpoints = yaml(
            """
            metadata: {name: orders, namespace: default}
            subsets:
            - {addresses: [{ip: 10.0.0.1}], ports: [{port: 8080, protocol: TCP}]}
            - {notReadyAddresses: [{ip: 10.0.0.2}, {ip: 10.0.0.3}]}
            """)
        expectDescription(
            .endpoints, endpoints, events: true,
            """
            Name:         orders
            Namespace:    default
            Labels:       <none>
            Annotations:  <none>
            Subsets:
              Addresses:          10.0.0.1
              NotReadyAddresses:  <none>
              Ports:
                Name     Port  Protocol
                ----     ----  --------
                <unset>  8080  TCP

              Addresses:          <none>
              NotReadyAddresses:  10.0.0.2,10.0.0.3

            Events:  <none>
            """)
    }

    @Test func `addresses and ranges of services`() {
        expectDescription(
            .ipAddresses,
            yaml("metadata: {name: 10.0.0.1}\nspec: {parentRef: {resource: services, namespace: default, name: web}}"),
            """
            Name:         10.0.0.1
            Labels:       <none>
            Annotations:  <none>
            Parent Reference:
              Group:      
              Resource:   services
              Namespace:  default
              Name:       web
            """)
        expectDescription(
            .serviceCIDRs, yaml("metadata: {name: kubernetes}\nspec: {cidrs: [10.0.0.0/16, \"fd00::/108\"]}"),
            """
            Name:         kubernetes
            Labels:       <none>
            Annotations:  <none>
            CIDRs:        10.0.0.0/16, fd00::/108
            """)
    }

    @Test func `a policy for outgoing traffic`() {
        let policy = yaml(
            """
            metadata: {name: dns, namespace: shop, creationTimestamp: "2026-11-22T12:00:00Z"}
            spec:
              podSelector: {}
              policyTypes: [Egress]
              egress:
              - {to: [{namespaceSelector: {}}], ports: [{port: 53, protocol: UDP}, {port: 80, endPort: 90}]}
              - {}
            """)
        expectDescription(
            .networkPolicies, policy,
            """
            Name:         dns
            Namespace:    shop
            Created on:   2026-11-22 12:00:00 +0000 UTC
            Labels:       <none>
            Annotations:  <none>
            Spec:
              PodSelector:     <none> (Allowing the specific traffic to all pods in this namespace)
              Not affecting ingress traffic
              Allowing egress traffic:
                To Port: 53/UDP
                To Port Range: 80-90/TCP
                To:
                  NamespaceSelector: <none>
                ----------
                To Port: <any> (traffic allowed to all ports)
                To: <any> (traffic not restricted by destination)
              Policy Types: Egress
            """)
    }
}

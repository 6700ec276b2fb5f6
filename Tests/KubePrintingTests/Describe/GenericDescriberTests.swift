import Documents
import KubeModel
import KubePrinting
import Testing

struct GenericDescriberTests {
    @Test func `fields become words`() {
        let object = yaml(
            """
            apiVersion: example.com/v1
            kind: Thing
            metadata: {name: a, creationTimestamp: "2026-11-22T12:00:00Z", managedFields: [{manager: x}], uid: u-1}
            spec:
              apiURL: x
              podCIDRs: [a, b]
              clusterIP: 10.0.0.1
              dry-run: true
              ipv4: yes
              ratio: 0.5
              nothing: null
              items: [{name: one, port: 1}, {name: two}]
              empty: {}
            """)
        expectDescription(
            .custom(object), object,
            """
            Name:         a
            Namespace:    
            Labels:       <none>
            Annotations:  <none>
            API Version:  example.com/v1
            Kind:         Thing
            Metadata:
              Creation Timestamp:  2026-11-22T12:00:00Z
              UID:                 u-1
            Spec:
              API URL:     x
              Cluster IP:  10.0.0.1
              Dry - Run:   true
              Empty:
              ipv4:  true
              Items:
                Name:   one
                Port:   1
                Name:   two
              Nothing:  <nil>
              Pod CIDRs:
                a
                b
              Ratio:  0.5
            """)
    }

    @Test func `annotations of several lines go below their key`() {
        let object = object(
            "a",
            annotations: [
                "kubectl.kubernetes.io/last-applied-configuration": "{}", "note": "one\ntwo\n",
                "short": "x", "z": .string(String(repeating: "a", count: 150)),
            ])
        let text = Describers.text(object, of: .leases, now: noon, showsEvents: false) { _ in [] }
        #expect(
            text.hasPrefix(
                """
                Name:         a
                Namespace:    default
                Labels:       <none>
                Annotations:  note:
                                one
                                two
                              short: x
                              z:
                                \(String(repeating: "a", count: 138))...

                """))
    }
}

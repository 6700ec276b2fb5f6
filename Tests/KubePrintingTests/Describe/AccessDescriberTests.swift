import Documents
import KubeModel
import KubePrinting
import Testing

struct AccessDescriberTests {
    @Test func `rules are joined by resource and sorted by verbs`() {
        let role = yaml(
            """
            metadata: {name: editor}
            rules:
            - {apiGroups: [""], resources: [pods, pods/log], verbs: [get, list]}
            - {apiGroups: [""], resources: [pods], verbs: [watch, get]}
            - {apiGroups: [apps], resources: [deployments/scale], verbs: [update], resourceNames: [web, api]}
            - {nonResourceURLs: [/healthz], verbs: [get, post]}
            """)
        expectDescription(
            .clusterRoles, role,
            """
            Name:         editor
            Labels:       <none>
            Annotations:  <none>
            PolicyRule:
              Resources               Non-Resource URLs  Resource Names  Verbs
              ---------               -----------------  --------------  -----
              pods                    []                 []              [get list watch]
              pods/log                []                 []              [get list]
                                      [/healthz]         []              [get]
                                      [/healthz]         []              [post]
              deployments.apps/scale  []                 [api]           [update]
              deployments.apps/scale  []                 [web]           [update]
            """)
    }
}

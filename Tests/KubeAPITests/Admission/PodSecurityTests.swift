import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct PodSecurityTests {
    private static let prefix = "pod-security.kubernetes.io/"

    /// A server whose namespace `default` has the labels, written without their common beginning.
    private func server(_ labels: [(String, Value)]) throws -> APIServer {
        var api = try APIServer.sample()
        var namespace = try #require(api.get(.namespaces, ObjectKey(name: "default")))
        for (name, value) in labels { namespace["metadata", "labels", Self.prefix + name] = value }
        try api.update(.namespaces, namespace, as: .admin)
        return api
    }

    private func answer(_ api: inout APIServer, _ resource: ResourceType, _ object: Object) -> [String] {
        var request = APIRequest(.create, resource, namespace: "default", body: .object(object))
        if !resource.isNamespaced { request.namespace = "" }
        do { return try api.handle(request).warnings } catch { return ["error: " + error.message] }
    }

    private func pod(_ container: Object = [:], _ spec: Object = [:]) -> Object {
        var web: Object = ["name": "web", "image": "nginx:1.25"]
        for (name, value) in container { web[name] = value }
        var all: Object = ["containers": [.object(web)]]
        for (name, value) in spec { all[name] = value }
        return ["metadata": ["name": "web"], "spec": .object(all)]
    }

    private static let plainPodProblems =
        #"allowPrivilegeEscalation != false (container "web" must set securityContext.allowPrivilegeEscalation=false), "#
        + #"unrestricted capabilities (container "web" must set securityContext.capabilities.drop=["ALL"]), "#
        + #"runAsNonRoot != true (pod or container "web" must set securityContext.runAsNonRoot=true), "#
        + #"seccompProfile (pod or container "web" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")"#

    @Test func `a plain pod breaks the restricted standard in four ways`() throws {
        var api = try server([("enforce", "restricted")])
        #expect(
            answer(&api, .pods, pod()) == [
                #"error: pods "web" is forbidden: violates PodSecurity "restricted:latest": "# + Self.plainPodProblems
            ])
        #expect(api.list(.pods).isEmpty)
    }

    @Test func `a hardened pod passes`() throws {
        var api = try server([("enforce", "restricted")])
        let context: Value = [
            "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]], "runAsNonRoot": true,
            "seccompProfile": ["type": "RuntimeDefault"],
        ]
        #expect(answer(&api, .pods, pod(["securityContext": context])) == [])
    }

    @Test func `warnings do not stop a pod or a workload`() throws {
        var api = try server([("warn", "restricted"), ("warn-version", "v1.30")])
        let warning = #"would violate PodSecurity "restricted:v1.30": "# + Self.plainPodProblems
        #expect(answer(&api, .pods, pod()) == [warning])
        let template: Value = ["metadata": ["labels": ["app": "web"]], "spec": pod()["spec"] ?? .null]
        let deployment: Object = [
            "metadata": ["name": "web"], "spec": ["selector": ["matchLabels": ["app": "web"]], "template": template],
        ]
        #expect(answer(&api, .deployments, deployment) == [warning])
    }

    @Test func `who enforces a standard warns of it at workloads`() throws {
        var api = try server([("enforce", "baseline")])
        let spec = pod(["securityContext": ["privileged": true]])["spec"] ?? .null
        let job: Object = ["metadata": ["name": "web"], "spec": ["template": ["spec": spec]]]
        var named = job
        named["spec", "template", "spec", "restartPolicy"] = "Never"
        #expect(
            answer(&api, .jobs, named) == [
                #"would violate PodSecurity "baseline:latest": privileged (container "web" must not set securityContext.privileged=true)"#
            ])
    }

    @Test(
        arguments: [
            (["hostNetwork": true, "hostPID": true] as Object, "host namespaces (hostNetwork=true, hostPID=true)"),
            (
                ["volumes": [["name": "root", "hostPath": ["path": "/"]]]],
                #"hostPath volumes (volume "root")"#
            ),
            (
                ["securityContext": ["seccompProfile": ["type": "Unconfined"]]],
                #"seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")"#
            ),
            (
                ["securityContext": ["sysctls": [["name": "kernel.msgmax", "value": "1"]]]],
                "forbidden sysctls (kernel.msgmax)"
            ),
            (
                ["securityContext": ["seLinuxOptions": ["type": "spc_t", "user": "root"]]],
                #"seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set)"#
            ),
            (
                ["securityContext": ["appArmorProfile": ["type": "Unconfined"]]],
                #"forbidden AppArmor profile (pod must not set AppArmor profile type to "Unconfined")"#
            ),
        ] as [(Object, String)])
    func `what the baseline forbids a pod`(spec: Object, problem: String) throws {
        var api = try server([("enforce", "baseline")])
        #expect(
            answer(&api, .pods, pod([:], spec)) == [
                #"error: pods "web" is forbidden: violates PodSecurity "baseline:latest": "# + problem
            ])
    }

    @Test(
        arguments: [
            (
                ["securityContext": ["capabilities": ["add": ["SYS_ADMIN", "NET_ADMIN", "CHOWN"]]]] as Object,
                #"non-default capabilities (container "web" must not include "NET_ADMIN", "SYS_ADMIN" in securityContext.capabilities.add)"#
            ),
            (
                ["ports": [["containerPort": 80, "hostPort": 80], ["containerPort": 443, "hostPort": 443]]],
                #"hostPort (container "web" uses hostPorts 443, 80)"#
            ),
        ] as [(Object, String)])
    func `what the baseline forbids a container`(container: Object, problem: String) throws {
        var api = try server([("enforce", "baseline")])
        #expect(
            answer(&api, .pods, pod(container)) == [
                #"error: pods "web" is forbidden: violates PodSecurity "baseline:latest": "# + problem
            ])
    }

    @Test func `old versions have fewer rules`() throws {
        var api = try server([("enforce", "restricted"), ("enforce-version", "v1.0")])
        #expect(
            answer(&api, .pods, pod()) == [
                #"error: pods "web" is forbidden: violates PodSecurity "restricted:v1.0": runAsNonRoot != true (pod or container "web" must set securityContext.runAsNonRoot=true)"#
            ])
    }

    @Test func `labels that name no standard are refused`() throws {
        var api = try APIServer.sample()
        let namespace: Object = [
            "metadata": [
                "name": "team",
                "labels": [
                    "pod-security.kubernetes.io/enforce": "strict", "pod-security.kubernetes.io/warn-version": "1.30",
                ],
            ]
        ]
        #expect(
            answer(&api, .namespaces, namespace) == [
                #"error: Namespace "team" is invalid: [metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "strict": must be one of privileged, baseline, restricted, metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: "1.30": must be "latest" or "v1.x"]"#
            ])
    }

    @Test func `a stricter namespace tells of the pods that it has`() throws {
        var api = try APIServer.sample()
        for name in ["a", "b"] { _ = try api.createPod(name) }
        var namespace = try #require(api.get(.namespaces, ObjectKey(name: "default")))
        namespace["metadata", "labels", Self.prefix + "enforce"] = "restricted"
        let request = APIRequest(.update, .namespaces, name: "default", body: .object(namespace))
        #expect(
            try api.handle(request).warnings == [
                #"existing pods in namespace "default" violate the new PodSecurity enforce level "restricted:latest""#,
                "a (and 1 other pod): allowPrivilegeEscalation != false, unrestricted capabilities, "
                    + "runAsNonRoot != true, seccompProfile",
            ])
    }
}

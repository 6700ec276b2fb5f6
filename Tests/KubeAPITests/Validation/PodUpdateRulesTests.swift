import Documents
import KubeModel
import Testing

@testable import KubeAPI

/// What may change of a pod. The differences are those that a real server printed.
struct PodUpdateRulesTests {
    private func pod(_ change: (inout Value) -> Void = { _ in }) -> Object {
        var pod: Object = [
            "metadata": ["name": "web", "namespace": "default", "labels": ["app": "web"]],
            "spec": [
                "terminationGracePeriodSeconds": 1,
                "containers": [["name": "nginx", "image": "nginx:1.25", "ports": [["containerPort": 80]]]],
            ],
        ]
        Defaults.apply(to: &pod, resource: .pods)
        var spec = pod.part("spec")
        change(&spec)
        pod["spec"] = spec
        ObjectEncoder.normalize(&pod, as: .pods)
        return pod
    }

    /// As admission and the scheduler leave a pod.
    private func placed(_ spec: inout Value) {
        spec["volumes"] = [
            [
                "name": "kube-api-access-jdf6z",
                "projected": [
                    "sources": [
                        ["serviceAccountToken": ["expirationSeconds": 3607, "path": "token"]],
                        [
                            "configMap": [
                                "name": "kube-root-ca.crt", "items": [["key": "ca.crt", "path": "ca.crt"]],
                            ]
                        ],
                        [
                            "downwardAPI": [
                                "items": [
                                    [
                                        "path": "namespace",
                                        "fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"],
                                    ]
                                ]
                            ]
                        ],
                    ], "defaultMode": 420,
                ],
            ]
        ]
        var container = spec.list("containers")[0]
        container["volumeMounts"] = [
            [
                "name": "kube-api-access-jdf6z", "readOnly": true,
                "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
            ]
        ]
        spec["containers"] = .array([container])
        spec["serviceAccountName"] = "default"
        spec["nodeName"] = "ip-192-168-2-15.ap-northeast-1.compute.internal"
    }

    private func messages(_ new: Object, _ old: Object) -> [String] {
        Validation.errors(for: new, resource: .pods, old: old).map(\.message)
    }

    @Test func `images may change`() {
        let new = pod { spec in
            placed(&spec)
            var container = spec.list("containers")[0]
            container["image"] = "nginx:1.26"
            spec["containers"] = .array([container])
        }
        #expect(messages(new, pod(placed)).isEmpty)
    }

    @Test func `a port may not, and the difference says which`() throws {
        let new = pod { spec in
            placed(&spec)
            var container = spec.list("containers")[0]
            container["ports"] = [["containerPort": 8080, "protocol": "TCP"]]
            spec["containers"] = .array([container])
        }
        let message = try #require(messages(new, pod(placed)).first)
        #expect(message.hasPrefix("spec: Forbidden: pod updates may not change fields other than `spec.containers[*]"))
        #expect(
            message.hasSuffix(
                """
                if it was previously negative)
                @@ -100,7 +100,7 @@
                     {
                      "Name": "",
                      "HostPort": 0,
                -     "ContainerPort": 80,
                +     "ContainerPort": 8080,
                      "Protocol": "TCP",
                      "HostIP": ""
                     }

                """))
    }

    @Test func `what admission added may not go`() throws {
        let lines = try #require(messages(pod(), pod(placed)).first).split(separator: "\n").map(String.init)
        #expect(
            lines.filter { $0.hasPrefix("@@") } == ["@@ -1,93 +1,5 @@", "@@ -115,17 +27,7 @@", "@@ -146,9 +48,9 @@"])
        #expect(lines.contains(#"+ "Volumes": null,"#))
        #expect(lines.contains(#"-   "Name": "kube-api-access-jdf6z","#))
        #expect(lines.contains(#"- "ServiceAccountName": "default","#))
        #expect(lines.contains(#"+ "ServiceAccountName": "","#))
    }

    @Test func `containers may not come or go`() {
        let new = pod { $0["initContainers"] = [["name": "a", "image": "b", "imagePullPolicy": "Always"]] }
        #expect(
            messages(new, pod()).contains(
                "spec.initContainers: Forbidden: pod updates may not add or remove containers"))
    }

    @Test func `deadlines may only come nearer`() {
        let with: (Int64) -> Object = { seconds in pod { $0["activeDeadlineSeconds"] = .integer(seconds) } }
        #expect(messages(with(10), pod()).isEmpty)
        #expect(messages(with(10), with(20)).isEmpty)
        #expect(
            messages(with(20), with(10)) == [
                "spec.activeDeadlineSeconds: Invalid value: 20: must be less than or equal to previous value"
            ])
        #expect(
            messages(pod(), with(10)) == [
                "spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value"
            ])
    }

    @Test func `gates only open`() {
        let gated = pod { $0["schedulingGates"] = [["name": "example.com/wait"]] }
        #expect(messages(pod(), gated).isEmpty)
        #expect(
            messages(gated, pod()) == [
                "spec.schedulingGates[0].name: Forbidden: only deletion is allowed, but found new scheduling gate "
                    + "'example.com/wait'"
            ])
    }

    @Test func `a pod that waits may be told more of where`() {
        let gate: (inout Value) -> Void = { $0["schedulingGates"] = [["name": "wait"]] }
        let old = pod { spec in
            gate(&spec)
            spec["nodeSelector"] = ["disk": "ssd"]
        }
        let more = pod { spec in
            gate(&spec)
            spec["nodeSelector"] = ["disk": "ssd", "zone": "a"]
        }
        #expect(messages(more, old).isEmpty)
        #expect(
            messages(old, more).first?.hasSuffix(
                "only additions to spec.nodeSelector are allowed (no mutations or deletions)") == true)
    }
}

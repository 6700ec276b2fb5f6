import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct VolumeRulesTests {
    private func messages(_ volume: Object, podName: String? = "web") -> [String] {
        var volume = volume
        volume["name"] = "data"
        var errors = FieldErrors()
        _ = VolumeRules(podName: podName).check([.object(volume)], FieldPath(text: "v"), &errors)
        return errors.list.map(\.message)
    }

    @Test(
        arguments: [
            ([:] as Object, ["v[0]: Required value: must specify a volume type"]),
            (
                ["emptyDir": .object([:]), "hostPath": ["path": "/a"]],
                ["v[0].hostPath: Forbidden: may not specify more than 1 volume type"]
            ),
            (
                ["emptyDir": .object([:]), "cephfs": .object([:])],
                ["v[0].cephFS: Forbidden: may not specify more than 1 volume type"]
            ),
            (
                ["gcePersistentDisk": ["pdName": "a", "partition": 300]],
                ["v[0].persistentDisk.partition: Invalid value: 300: must be between 1 and 255, inclusive"]
            ),
            (["nfs": ["server": "a", "path": "b"]], [#"v[0].nfs.path: Invalid value: "b": must be an absolute path"#]),
            (
                ["fc": ["targetWWNs": ["a"]]],
                ["v[0].fc.lun: Required value: lun is required if targetWWNs is specified"]
            ),
            (
                ["flexVolume": ["driver": "a/b", "options": ["x.k8s.io/y": "z"]]],
                [
                    #"v[0].flexVolume.options[x.k8s.io/y]: Invalid value: "x.k8s.io/y": kubernetes.io and k8s.io namespaces are reserved"#
                ]
            ),
            (
                ["iscsi": ["targetPortal": "a", "iqn": "b", "lun": 0]],
                [#"v[0].iscsi.iqn: Invalid value: "b": must be valid format starting with iqn, eui, or naa"#]
            ),
            (["iscsi": ["targetPortal": "a", "iqn": "eui.0123456789abcdef"]], []),
            (["iscsi": ["targetPortal": "a", "iqn": "iqn.2001-04.com.example:storage.disk1"]], []),
            (
                ["csi": ["driver": "csi.example.com", "nodePublishSecretRef": .object([:])]],
                ["v[0].csi.nodePublishSecretRef.name: Required value"]
            ),
            (["image": .object(["pullPolicy": "Always"])], ["v[0].image.reference: Required value"]),
        ] as [(Object, [String])])
    func `says what is wrong with a source`(volume: Object, expected: [String]) {
        #expect(messages(volume) == expected)
    }

    @Test func `files of projected volumes do not meet`() {
        let secret: (String) -> Value = { ["secret": ["name": .string($0), "items": [["key": "k", "path": "p"]]]] }
        #expect(
            messages(["projected": ["sources": [secret("a"), secret("b")]]]) == [
                #"v[0].projected: Invalid value: "b": conflicting duplicate paths"#
            ])
    }

    @Test func `a path of a token is one of the volume`() {
        #expect(
            messages(["projected": ["sources": [["serviceAccountToken": ["expirationSeconds": 60]]]]]) == [
                "v[0].projected.sources[0].serviceAccountToken.expirationSeconds: Invalid value: 60: may not specify a "
                    + "duration less than 10 minutes",
                "v[0].projected.path: Required value",
            ])
    }

    @Test func `claims of their own have a template without a name`() {
        let template: Value = [
            "metadata": ["name": "x"],
            "spec": ["accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1Gi"]]],
        ]
        #expect(
            messages(["ephemeral": ["volumeClaimTemplate": template]]) == [
                "v[0].ephemeral.volumeClaimTemplate.metadata.name: Forbidden: cannot be set"
            ])
    }
}

struct ResourceRulesTests {
    private func messages(_ requirements: Value, claims: Set<String> = []) -> [String] {
        var errors = FieldErrors()
        ResourceRules.requirements(requirements, FieldPath(text: "r"), claims: claims, &errors)
        return errors.list.map(\.message)
    }

    @Test(
        arguments: [
            (
                ["requests": ["cpu": "2"], "limits": ["cpu": "1"]] as Value,
                [#"r.requests: Invalid value: "2": must be less than or equal to cpu limit of 1"#]
            ),
            (
                ["limits": ["hugepages-2Mi": "3Mi", "cpu": "1"]],
                [
                    #"r.limits[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi"#
                ]
            ),
            (["limits": ["hugepages-2Mi": "4Mi"]], ["r: Forbidden: HugePages require cpu or memory"]),
            (
                ["requests": ["example.com/gpu": "1"]],
                ["r.limits: Required value: Limit must be set for non overcommitable resources"]
            ),
            (
                ["limits": ["bogus": "1"]],
                [
                    #"r.limits[bogus]: Invalid value: "bogus": must be a standard resource type or fully qualified"#,
                    #"r.limits[bogus]: Invalid value: "bogus": must be a standard resource for containers"#,
                ]
            ),
            (
                ["claims": [["name": "a"]]],
                [
                    #"r.claims[0]: Not found: "a": must be one of the names in pod.spec.resourceClaims which is empty"#
                ]
            ),
        ] as [(Value, [String])])
    func `says what is wrong with amounts`(requirements: Value, expected: [String]) {
        #expect(messages(requirements) == expected)
    }

    @Test func `claims are used once`() {
        #expect(
            messages(["claims": [["name": "a"], ["name": "a"]]], claims: ["a"]) == [
                #"r.claims[1]: Duplicate value: "a""#
            ])
        #expect(
            messages(["claims": [["name": "a", "request": "x"], ["name": "a", "request": "y"]]], claims: ["a"]).isEmpty)
    }
}

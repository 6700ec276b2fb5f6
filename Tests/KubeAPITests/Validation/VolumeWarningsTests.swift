import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct VolumeWarningsTests {
    private func warnings(_ volume: Value) -> [String] { VolumeWarnings.of([volume], FieldPath.spec["volumes"]) }

    static let cases: [(Value, [String])] = [
        (
            ["name": "v", "configMap": ["name": "m", "items": [["path": "a.txt"], ["path": "a.txt"]]]],
            [#"volume "v" (ConfigMap "m"): overlapping paths: "a.txt" with "a.txt""#]
        ),
        (
            ["name": "v", "secret": ["secretName": "s", "items": [["path": "a"], ["path": "a/b"]]]],
            [#"volume "v" (Secret "s"): overlapping paths: "a/b" with "a""#]
        ),
        (["name": "v", "secret": ["secretName": "s", "items": [["path": "a"], ["path": "ab"]]]], []),
        (
            [
                "name": "v",
                "projected": [
                    "sources": [
                        ["serviceAccountToken": ["path": "token"]],
                        ["configMap": ["name": "m", "items": [["path": "token/a"]]]], [:],
                    ]
                ],
            ],
            [
                #"volume "v" (Projected) has no sources provided"#,
                #"volume "v" (Projected): overlapping paths: "token/a" (ConfigMap "m") with "token" (ServiceAccountToken)"#,
            ]
        ),
        (
            ["name": "v", "gitRepo": [:]],
            ["spec.volumes[0].gitRepo: deprecated in v1.11, and disabled by default in v1.33+"]
        ),
    ]

    @Test(arguments: cases)
    func `files of a volume that stand in each other's way are warned about`(volume: Value, expected: [String]) {
        #expect(warnings(volume) == expected)
    }
}

struct ProfileWarningsTests {
    @Test func `annotations of containers are warned about where no field says the same`() {
        let annotations: Object = [
            "seccomp.security.alpha.kubernetes.io/pod": "runtime/default",
            "container.apparmor.security.beta.kubernetes.io/web": "runtime/default",
        ]
        let template: Value = [
            "metadata": ["annotations": .object(annotations)], "spec": ["containers": [["name": "web"]]],
        ]
        #expect(
            PodWarnings.of(template, FieldPath.spec["template"]) == [
                "spec.template.metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]: non-functional in v1.27+; use the \"seccompProfile\" field instead",
                "spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]: deprecated since v1.30; use the \"appArmorProfile\" field instead",
            ])
        #expect(PodWarnings.of(template.part("spec"), annotations, .root).count == 1)
    }

    @Test func `an address of the host wants a port of the host`() {
        let spec: Value = [
            "containers": [["name": "web", "ports": [["containerPort": 80, "protocol": "TCP", "hostIP": "10.0.0.1"]]]]
        ]
        #expect(
            PodWarnings.of(spec, [:], .root) == [
                "spec.containers[0].ports[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:80 Protocol:TCP HostIP:10.0.0.1}"
            ])
    }
}

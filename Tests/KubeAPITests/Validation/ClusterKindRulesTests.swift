import Documents
import KubeModel
import Testing

@testable import KubeAPI

/// Kinds of the cluster as a whole: nodes, drivers, flow control, addresses, certificates.
struct ClusterKindRulesTests {
    private func messages(_ resource: ResourceType, _ object: Object, old: Object? = nil) -> [String] {
        var new = object
        if new.name.isEmpty { new.name = "a" }
        Defaults.apply(to: &new, resource: resource)
        var before = old
        if before != nil { before?.name = new.name }
        return Validation.errors(for: new, resource: resource, old: before).map(\.message)
    }

    @Test(
        arguments: [
            (
                ResourceType.nodes, ["spec": ["taints": [["key": "a", "effect": "Never"]]]] as Object,
                [
                    #"spec.taints[0].effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute""#
                ]
            ),
            (
                .nodes, ["spec": ["podCIDRs": ["10.0.0.0/24", "10.0.1.0/24"]]],
                [
                    #"spec.podCIDRs: Invalid value: ["10.0.0.0/24","10.0.1.0/24"]: may specify no more than one CIDR for each IP family"#
                ]
            ),
            (
                .csiDrivers, ["spec": ["fsGroupPolicy": "Maybe", "volumeLifecycleModes": ["Persistent"]]],
                [
                    #"spec.fsGroupPolicy: Unsupported value: "Maybe": supported values: "ReadWriteOnceWithFSType", "File", "None""#
                ]
            ),
            (
                .csiNodes, ["spec": ["drivers": [["name": "d", "nodeID": ""]]]],
                [
                    "spec.drivers[0].nodeID: Required value"
                ]
            ),
            (
                .volumeAttachments, ["spec": ["attacher": "", "nodeName": "n", "source": [:]]],
                [
                    "spec.attacher: Required value",
                    "spec.source: Required value: must specify exactly one of inlineVolumeSpec and persistentVolumeName",
                ]
            ),
            (
                .volumeAttributesClasses, ["driverName": "ebs.csi.aws.com"],
                [
                    "parameters: Required value: must contain at least one key/value pair"
                ]
            ),
            (.serviceCIDRs, ["spec": ["cidrs": []]], ["spec.cidrs: Required value: at least one CIDR required"]),
            (.ipAddresses, ["metadata": ["name": "10.0.0.5"], "spec": [:]], ["spec.parentRef: Required value"]),
            (
                .certificateSigningRequests, ["spec": ["signerName": "nobody", "request": "", "usages": ["any"]]],
                [
                    #"spec.request: Invalid value: "": PEM block type must be CERTIFICATE REQUEST"#,
                    #"spec.signerName: Invalid value: "nobody": must be a fully qualified domain and path of the form 'example.com/signer-name'"#,
                ]
            ),
            (
                .apiServices, ["metadata": ["name": "v1.a"], "spec": ["group": "b.example.com", "version": "v1"]],
                [
                    #"metadata.name: Invalid value: "v1.a": must be `spec.version+"."+spec.group`: "v1.b.example.com""#,
                    "spec.groupPriorityMinimum: Invalid value: 0: must be positive and less than 20000",
                    "spec.versionPriority: Invalid value: 0: must be positive and less than 1000",
                ]
            ),
            (
                .resourceClaims,
                ["metadata": ["namespace": "default"], "spec": ["devices": ["requests": [["name": "gpu"]]]]],
                [
                    "spec.devices.requests[0]: Required value: exactly one of `exactly` or `firstAvailable` is required"
                ]
            ),
            (
                .resourceClaims,
                [
                    "metadata": ["namespace": "default"],
                    "spec": ["devices": ["requests": [["name": "G", "exactly": ["allocationMode": "Some"]]]]],
                ],
                [
                    #"spec.devices.requests[0].name: Invalid value: "G": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"#,
                    "spec.devices.requests[0].exactly.deviceClassName: Required value",
                    #"spec.devices.requests[0].exactly.allocationMode: Unsupported value: "Some": supported values: "All", "ExactCount""#,
                ]
            ),
            (
                .flowSchemas,
                ["spec": ["matchingPrecedence": 20_000, "priorityLevelConfiguration": ["name": "exempt"]]],
                ["spec.matchingPrecedence: Invalid value: 20000: must not be greater than 10000"]
            ),
            (
                .priorityLevelConfigurations, ["spec": ["type": "Bounded"]],
                [
                    #"spec.type: Unsupported value: "Bounded": supported values: "Exempt", "Limited""#
                ]
            ),
            (
                .runtimeClasses, ["handler": "Run C"],
                [
                    #"handler: Invalid value: "Run C": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"#
                ]
            ),
        ] as [(ResourceType, Object, [String])])
    func `what is wrong with a new object`(resource: ResourceType, object: Object, expected: [String]) {
        #expect(messages(resource, object) == expected)
    }

    @Test func `a node keeps its range`() {
        #expect(
            messages(
                .nodes, ["spec": ["podCIDRs": ["10.1.0.0/24"]]], old: ["spec": ["podCIDRs": ["10.0.0.0/24"]]]) == [
                    #"spec.podCIDRs: Forbidden: node updates may not change podCIDR except from "" to valid"#
                ])
        #expect(messages(.nodes, ["spec": ["unschedulable": true]], old: ["spec": [:]]).isEmpty)
    }

    @Test func `what may not change is told after what is wrong`() {
        let spec: (String, String) -> Value = { selected, label in
            [
                "selector": ["matchLabels": ["app": .string(selected)]],
                "template": [
                    "metadata": ["labels": ["app": .string(label)]],
                    "spec": ["containers": [["name": "a", "image": "b"]]],
                ],
            ]
        }
        var old: Object = ["metadata": ["name": "web", "namespace": "default"], "spec": spec("web", "web")]
        Defaults.apply(to: &old, resource: .deployments)
        var new: Object = ["metadata": ["name": "web", "namespace": "default"], "spec": spec("other", "web")]
        Defaults.apply(to: &new, resource: .deployments)
        #expect(
            Validation.errors(for: new, resource: .deployments, old: old).map(\.message) == [
                #"spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`"#,
                #"spec.selector: Invalid value: {"matchLabels":{"app":"other"}}: field is immutable"#,
            ])
    }

    @Test func `a change of one address field means both`() throws {
        var api = try APIServer.sample()
        var service = try api.create(
            .services,
            ["metadata": ["name": "web", "namespace": "default"], "spec": ["ports": [["port": 80]]]], as: .admin)
        service["spec", "clusterIP"] = "10.100.9.9"
        expectFailure(
            .invalid(
                ResourceType.services.groupVersionKind, name: "web",
                [
                    FieldError(
                        "spec.clusterIPs[0]", .invalid(.value(["10.100.9.9"]), "may not change once set"))
                ])
        ) { try api.update(.services, service, as: .admin) }
    }

    @Test func `a kind is spelt as its type`() throws {
        var api = try APIServer.sample()
        expectFailure(
            .badRequest(
                #"deployment in version "v1" cannot be handled as a Deployment: no kind "deployment" is registered for version "apps/v1" in scheme "pkg/api/legacyscheme/scheme.go:30""#
            )
        ) {
            try api.create(
                .deployments,
                ["apiVersion": "apps/v1", "kind": "deployment", "metadata": ["name": "a", "namespace": "default"]],
                as: .admin)
        }
    }
}

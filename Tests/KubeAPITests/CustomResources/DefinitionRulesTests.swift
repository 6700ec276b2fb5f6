import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct DefinitionRulesTests {
    private func messages(_ schema: Value, _ change: (inout Object) -> Void = { _ in }) -> [String] {
        var definition: Object = [
            "metadata": ["name": "things.example.com"],
            "spec": [
                "group": "example.com", "scope": "Namespaced", "names": ["plural": "things", "kind": "Thing"],
                "versions": [["name": "v1", "served": true, "storage": true, "schema": ["openAPIV3Schema": schema]]],
            ],
        ]
        change(&definition)
        Defaults.apply(to: &definition, resource: .customResourceDefinitions)
        return Validation.errors(for: definition, resource: .customResourceDefinitions, old: nil).map(\.message)
    }

    private func property(_ property: Value) -> Value { ["type": "object", "properties": ["a": property]] }

    @Test(
        arguments: [
            (["type": "string"] as Value, [] as [String]),
            (["type": "array"], ["items: Required value: must be specified"]),
            (
                ["type": "array", "items": [["type": "string"]]],
                ["items: Forbidden: items must be a schema object and not an array"]
            ),
            (
                ["type": "array", "uniqueItems": true, "items": ["type": "string"]],
                [
                    "uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic"
                ]
            ),
            (
                ["type": "object", "additionalProperties": false, "properties": ["b": ["type": "string"]]],
                ["additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive"]
            ),
            (["type": "string", "$ref": "#/a"], ["$ref: Forbidden: $ref is not supported"]),
            (
                ["type": "integer", "minimum": 2, "default": 1],
                ["default: Invalid value: 1:  in body should be greater than or equal to 2"]
            ),
            (
                ["type": "array", "x-kubernetes-list-type": "map", "items": ["type": "object"]],
                [
                    "x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type is map"
                ]
            ),
        ] as [(Value, [String])])
    func `a schema must be structural`(schema: Value, expected: [String]) {
        let place = "spec.validation.openAPIV3Schema.properties[a]."
        #expect(messages(property(schema)) == expected.map { place + $0 })
    }

    @Test func `metadata has a schema of its own`() {
        let schema: Value = [
            "type": "object",
            "properties": ["metadata": ["type": "object", "properties": ["labels": ["type": "object"]]]],
        ]
        #expect(
            messages(schema) == [
                "spec.validation.openAPIV3Schema.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified"
            ])
    }

    @Test func `versions are shown as the server holds them`() {
        let found = messages(["type": "object"]) { definition in
            let version = definition["spec"]?["versions"]?.array?[0] ?? .null
            definition["spec", "versions"] = [version, version]
        }
        let version =
            #"{"Name":"v1","Served":true,"Storage":true,"Deprecated":false,"DeprecationWarning":null,"Schema":null,"Subresources":null,"AdditionalPrinterColumns":null,"SelectableFields":null}"#
        #expect(
            found == [
                "spec.versions: Invalid value: [\(version),\(version)]: must contain unique version names",
                "spec.versions: Invalid value: [\(version),\(version)]: must have exactly one version marked as storage version",
            ])
    }

    @Test func `groups of Kubernetes need approval`() {
        let found = messages(["type": "object"]) { definition in
            definition.name = "things.example.k8s.io"
            definition["spec", "group"] = "example.k8s.io"
        }
        #expect(
            found == [
                #"metadata.annotations[api-approved.kubernetes.io]: Required value: protected groups must have approval annotation "api-approved.kubernetes.io", see https://github.com/kubernetes/enhancements/pull/1111"#
            ])
    }
}

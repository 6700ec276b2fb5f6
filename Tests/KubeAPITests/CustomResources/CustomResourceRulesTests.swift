import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct CustomResourceRulesTests {
    private static let specification: Value = [
        "type": "object", "required": ["size"],
        "properties": [
            "size": ["type": "integer", "minimum": 1, "maximum": 10],
            "mode": ["type": "string", "enum": ["fast", "slow"]],
            "name": ["type": "string", "pattern": "^[a-z]+$", "maxLength": 5],
            "tags": ["type": "array", "x-kubernetes-list-type": "set", "items": ["type": "string"], "minItems": 1],
            "ports": [
                "type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["port"],
                "items": ["type": "object", "required": ["port"], "properties": ["port": ["type": "integer"]]],
            ],
            "when": ["type": "string", "format": "date-time"],
            "amount": ["x-kubernetes-int-or-string": true],
        ],
    ]

    private static let version: Value = [
        "schema": ["openAPIV3Schema": ["type": "object", "properties": ["spec": specification]]],
        "subresources": ["scale": ["specReplicasPath": ".spec.size", "statusReplicasPath": ".status.size"]],
    ]

    private static let resource = ResourceType(
        group: "example.com", version: "v1", plural: "things", kind: "Thing", singular: "thing", shortNames: [],
        isNamespaced: true, categories: [], verbs: [], schemaType: "", subresources: [])

    private func messages(_ spec: Value, name: String = "a") -> [String] {
        CustomResourceRules.errors(
            in: ["metadata": ["name": .string(name), "namespace": "default"], "spec": spec], Self.resource,
            version: Self.version
        ).map(\.message)
    }

    @Test(
        arguments: [
            (["size": 3] as Value, []),
            ([:], ["spec.size: Required value"]),
            ("text", [#"spec: Invalid value: "string": spec in body must be of type object: "string""#]),
            (
                ["size": "3"],
                [#"spec.size: Invalid value: "string": spec.size in body must be of type integer: "string""#]
            ),
            (
                ["size": 1.5],
                [#"spec.size: Invalid value: "number": spec.size in body must be of type integer: "number""#]
            ),
            (["size": 11], ["spec.size: Invalid value: 11: spec.size in body should be less than or equal to 10"]),
            (
                ["size": -1],
                [
                    "spec.size: Invalid value: -1: spec.size in body should be greater than or equal to 1",
                    ".spec.size: Invalid value: -1: should be a non-negative integer",
                ]
            ),
            (
                ["size": 1, "mode": "quick"],
                [#"spec.mode: Unsupported value: "quick": supported values: "fast", "slow""#]
            ),
            (
                ["size": 1, "name": "ABCDEF"],
                [
                    "spec.name: Too long: may not be more than 5 bytes",
                    #"spec.name: Invalid value: "ABCDEF": spec.name in body should match '^[a-z]+$'"#,
                ]
            ),
            (["size": 1, "tags": []], ["spec.tags: Invalid value: 0: spec.tags in body should have at least 1 items"]),
            (["size": 1, "tags": ["a", "a"]], [#"spec.tags[1]: Duplicate value: "a""#]),
            (
                ["size": 1, "tags": ["a", 2]],
                [#"spec.tags[1]: Invalid value: "integer": spec.tags[1] in body must be of type string: "integer""#]
            ),
            (["size": 1, "ports": [["port": 1], ["port": 1]]], [#"spec.ports[1]: Duplicate value: {"port":1}"#]),
            (
                ["size": 1, "when": "today"],
                [#"spec.when: Invalid value: "today": spec.when in body must be of type date-time: "today""#]
            ),
            (["size": 1, "amount": "5%"], []),
            (
                ["size": 1, "amount": true],
                [
                    #"spec.amount: Invalid value: "boolean": spec.amount in body must be of type integer,string: "boolean""#
                ]
            ),
        ] as [(Value, [String])])
    func `the words of the server`(spec: Value, expected: [String]) {
        #expect(messages(spec) == expected)
    }

    @Test func `the name is that of an object`() {
        #expect(messages(["size": 1], name: "A_b").first?.hasPrefix(#"metadata.name: Invalid value: "A_b": "#) == true)
    }

    @Test func `one of several schemas`() {
        let schema: Value = [
            "type": "object", "properties": ["a": ["type": "string"], "b": ["type": "string"]],
            "oneOf": [["required": ["a"]], ["required": ["b"]]],
        ]
        var errors = FieldErrors()
        SchemaValidator.check(["a": "1", "b": "2"], schema, FieldPath.spec, name: "spec", &errors)
        #expect(
            errors.list.map(\.message) == [
                #"<nil>: Invalid value: "": "spec" must validate one and only one schema (oneOf). Found 2 valid alternatives"#
            ])
    }
}

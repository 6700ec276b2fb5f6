import Documents
import KubeModel
import Testing

@testable import KubeAPI

/// Schemas of custom resources: what is structural, and what OpenAPI allows.
struct SchemaRulesTests {
    private func messages(_ schema: Value, hasStatus: Bool = false) -> [String] {
        var errors = FieldErrors()
        SchemaRules.check(schema, FieldPath(text: "s"), hasStatus: hasStatus, &errors)
        return errors.list.map(\.message)
    }

    private func object(_ name: String, _ property: Value) -> Value {
        ["type": "object", "properties": [name: property]]
    }

    @Test func `the root is an object`() {
        #expect(
            messages(["type": "string"], hasStatus: true) == [
                #"s.type: Invalid value: "string": only "object" is allowed as the type at the root of the schema if the status subresource is enabled"#,
                #"s.type: Invalid value: "string": must be object at the root"#,
            ])
        #expect(messages([:]) == ["s.type: Required value: must not be empty at the root"])
        #expect(
            messages(["type": "object", "additionalProperties": true]) == [
                "s.additionalProperties: Forbidden: must not be used at the root"
            ])
    }

    static let cases: [(Value, [String])] = [
        (["type": "array"], ["s.properties[a].items: Required value: must be specified"]),
        ([:], ["s.properties[a].type: Required value: must not be empty for specified object fields"]),
        (
            ["type": "integer", "default": "x"],
            [#"s.properties[a].default: Invalid value: "string":  in body must be of type integer: "string""#]
        ),
        (
            ["type": "whole", "default": 1],
            [
                #"s.properties[a].default: Invalid value: "integer":  in body must be of type whole: "integer""#,
                #"s.properties[a].type: Unsupported value: "whole": supported values: "array", "boolean", "integer", "number", "object", "string""#,
            ]
        ),
        (["$ref": "x", "type": "object"], ["s.properties[a].$ref: Forbidden: $ref is not supported"]),
        (
            ["type": "array", "items": ["type": "string"], "x-kubernetes-list-type": "bag"],
            [
                #"s.properties[a].x-kubernetes-list-type: Unsupported value: "bag": supported values: "atomic", "set", "map""#
            ]
        ),
        (
            [
                "type": "array", "items": ["type": "object", "properties": ["n": ["type": "string"]]],
                "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["n", "m"],
            ],
            [
                #"s.properties[a].x-kubernetes-list-map-keys: Invalid value: ["n","m"]: entries must all be names of item properties"#,
                "s.properties[a].items.properties[n].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property",
            ]
        ),
        (
            ["type": "object", "anyOf": [["type": "object", "properties": ["b": ["required": ["c"]]]]]],
            [
                "s.properties[a].anyOf[0].type: Forbidden: must be empty to be structural",
                "s.properties[a].properties[b]: Required value: because it is defined in s.properties[a].anyOf[0].properties[b]",
            ]
        ),
        (
            ["x-kubernetes-int-or-string": true, "anyOf": [["type": "integer"], ["type": "string"]]], []
        ),
        (
            ["type": "object", "x-kubernetes-embedded-resource": true],
            [
                "s.properties[a].properties: Required value: must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields"
            ]
        ),
        (
            ["type": "string", "x-kubernetes-validations": [["rule": " "]]],
            ["s.properties[a].x-kubernetes-validations[0].rule: Required value: rule is not specified"]
        ),
    ]

    @Test(arguments: cases)
    func `a property says what it is`(property: Value, expected: [String]) {
        #expect(messages(object("a", property)) == expected)
    }

    @Test func `the metadata is only narrowed by its names`() {
        #expect(messages(object("metadata", ["type": "object", "properties": ["name": ["type": "string"]]])) == [])
        #expect(
            messages(object("metadata", ["type": "object", "properties": ["labels": ["type": "object"]]])) == [
                "s.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified"
            ])
    }
}

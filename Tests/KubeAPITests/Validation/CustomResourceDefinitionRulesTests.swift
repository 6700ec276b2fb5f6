import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct CustomResourceDefinitionRulesTests {
    private func definition(_ change: (inout Object) -> Void = { _ in }) -> Object {
        var definition: Object = [
            "metadata": ["name": "crontabs.example.com"],
            "spec": [
                "group": "example.com", "scope": "Namespaced",
                "names": ["plural": "crontabs", "singular": "crontab", "kind": "CronTab", "listKind": "CronTabList"],
                "versions": [
                    [
                        "name": "v1", "served": true, "storage": true,
                        "schema": [
                            "openAPIV3Schema": [
                                "type": "object",
                                "properties": ["size": ["type": "array", "items": ["type": "string"]]],
                            ]
                        ],
                    ]
                ],
            ],
            "status": ["storedVersions": ["v1"], "conditions": [["type": "Established", "status": "True"]]],
        ]
        change(&definition)
        return definition
    }

    private func messages(_ new: Object, old: Object? = nil) -> [String] {
        Validation.errors(for: new, resource: .customResourceDefinitions, old: old).map(\.message)
    }

    @Test func `what is served keeps its scope, kind, group and plural`() {
        let changed = definition {
            $0["spec", "scope"] = "Cluster"
            $0["spec", "group"] = "example.org"
            $0["spec", "names", "kind"] = "Tab"
            $0["spec", "names", "plural"] = "tabs"
        }
        #expect(
            messages(changed, old: definition()) == [
                #"spec.scope: Invalid value: "Cluster": field is immutable"#,
                #"spec.names.kind: Invalid value: "Tab": field is immutable"#,
                #"spec.group: Invalid value: "example.org": field is immutable"#,
                #"spec.names.plural: Invalid value: "tabs": field is immutable"#,
            ])
    }

    @Test func `only deprecated versions warn, and selectable fields exist`() {
        let changed = definition {
            $0["spec", "versions"] = [
                [
                    "name": "v1", "served": true, "storage": true, "deprecationWarning": "old",
                    "selectableFields": [["jsonPath": ".size"], ["jsonPath": ".color"], [:]],
                    "schema": [
                        "openAPIV3Schema": [
                            "type": "object", "properties": ["size": ["type": "array", "items": ["type": "string"]]],
                        ]
                    ],
                ]
            ]
        }
        #expect(
            messages(changed) == [
                #"spec.versions[0].deprecationWarning: Invalid value: "old": can only be set for deprecated versions"#,
                #"spec.selectableFields[0].jsonPath: Invalid value: ".size": must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed."#,
                #"spec.selectableFields[1].jsonPath: Invalid value: ".color": is an invalid path: does not refer to a valid field"#,
                "spec.selectableFields[2].jsonPath: Required value",
            ])
    }

    @Test func `what is being deleted takes no new finalizers`() {
        let old = definition { $0["metadata", "deletionTimestamp"] = "2026-01-01T00:00:00Z" }
        var new = old
        new.finalizers = ["example.com/hold"]
        #expect(
            messages(new, old: old) == [
                #"metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"example.com/hold"}"#
            ])
    }
}

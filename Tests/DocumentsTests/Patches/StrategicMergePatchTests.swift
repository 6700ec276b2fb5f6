import Testing

@testable import Documents

struct StrategicMergePatchTests {
    static let web = """
        metadata: {labels: {app: web}, finalizers: [a, b]}
        spec:
          replicas: 1
          selector: {matchLabels: {app: web}}
          strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}
          template: {spec: {containers: [{name: nginx, image: "nginx:1.25", env: [{name: A, value: "1"}, {name: B, value: "2"}]}]}}
        """

    @Test(arguments: [
        ("spec: {replicas: 3}", "spec.replicas", "3"),
        ("metadata: {labels: {team: blue, app: null}}", "metadata.labels", #"{"team":"blue"}"#),
        (
            "spec: {template: {spec: {containers: [{name: agent, image: busybox}]}}}",
            "spec.template.spec.containers[*].name", "agent nginx"
        ),
        (
            "spec: {template: {spec: {containers: [{name: nginx, image: nginx:2}]}}}",
            "spec.template.spec.containers[*].image", "nginx:2"
        ),
        (
            "spec: {template: {spec: {containers: [{name: nginx, env: [{name: A, $patch: delete}]}]}}}",
            "spec.template.spec.containers[0].env", #"[{"name":"B","value":"2"}]"#
        ),
        (
            "spec: {template: {spec: {containers: [{name: nginx, env: [{name: C, value: x}, {$patch: replace}]}]}}}",
            "spec.template.spec.containers[0].env", #"[{"name":"C","value":"x"}]"#
        ),
        (
            """
            spec: {template: {spec: {containers: [{name: nginx, env: [{name: C, value: "3"}],
              "$setElementOrder/env": [{name: C}, {name: B}, {name: A}]}]}}}
            """,
            "spec.template.spec.containers[0].env[*].name", "C B A"
        ),
        ("spec: {selector: {matchLabels: {x: z}}}", "spec.selector", #"{"matchLabels":{"x":"z"}}"#),
        ("spec: {strategy: {$retainKeys: [type], type: Recreate}}", "spec.strategy", #"{"type":"Recreate"}"#),
        ("spec: {strategy: {$patch: replace, type: Recreate}}", "spec.strategy", #"{"type":"Recreate"}"#),
        ("spec: {strategy: {$patch: delete}}", "spec.strategy", "{}"),
        ("metadata: {finalizers: [c]}", "metadata.finalizers", #"["c","a","b"]"#),
        (#"metadata: {"$deleteFromPrimitiveList/finalizers": [a]}"#, "metadata.finalizers", #"["b"]"#),
        ("metadata: {annotations: {a: null, b: c}}", "metadata.annotations", #"{"b":"c"}"#),
    ])
    func `applies`(patch: String, path: String, text: String) throws {
        let patched = try StrategicMergePatch.apply(
            yaml(patch), to: yaml(Self.web), schema: PatchTestSchema.deployment)
        #expect(try JSONPath.parseRelaxed(path, allowMissingKeys: false).render(patched) == text)
    }

    @Test(arguments: [
        (
            "spec: {template: {spec: {containers: [{image: x}]}}}",
            "map: map[image:x] does not contain declared merge key: name"
        ),
        ("spec: {strategy: {$patch: bad}}", "unknown patch type: bad in map: map[$patch:bad]"),
        ("spec: {strategy: {$retainKeys: [type], rollingUpdate: {}}}", "invalid patch format of retainKeys"),
        (
            "spec: {template: {spec: {containers: [{name: nginx, env: [{name: A, $patch: merge}]}]}}}",
            "merging lists cannot yet be specified in the patch"
        ),
        (
            #"metadata: {"$setElementOrder/finalizers": [a, b], finalizers: [b, a]}"#,
            "The order in patch list:\n[b a]\n doesn't match $setElementOrder list:\n[a b]\n"
        ),
        ("metadata: {finalizers: [1]}", "list element types are not identical: [[a b] [1]]"),
    ])
    func `refuses`(patch: String, message: String) throws {
        let error = #expect(throws: StrategicPatchError.self) {
            try StrategicMergePatch.apply(yaml(patch), to: yaml(Self.web), schema: PatchTestSchema.deployment)
        }
        #expect(error?.message == message)
    }
}

/// The patches that `kubectl apply` makes from what was applied, what is applied now, and what is there.
struct StrategicThreeWayTests {
    @Test(arguments: [
        // Nothing changed: defaults that the server added stay.
        (
            "spec: {replicas: 1}", "spec: {replicas: 1}", "spec: {replicas: 1, progressDeadlineSeconds: 600}", "{}"
        ),
        // Someone scaled: the file wins only when it names the field.
        ("spec: {replicas: 1}", "spec: {replicas: 1}", "spec: {replicas: 5}", #"{"spec":{"replicas":1}}"#),
        ("spec: {}", "spec: {}", "spec: {replicas: 5}", "{}"),
        // A field that left the file is deleted, also when it is gone already.
        (
            "spec: {replicas: 1, paused: true}", "spec: {replicas: 1}", "spec: {replicas: 1, paused: true}",
            #"{"spec":{"paused":null}}"#
        ),
        (
            "spec: {template: {spec: {containers: [{name: a, image: x}, {name: b, image: y}]}}}",
            "spec: {template: {spec: {containers: [{name: a, image: z}]}}}",
            "spec: {template: {spec: {containers: [{name: a, image: x, tty: false}, {name: b, image: y}]}}}",
            #"{"spec":{"template":{"spec":{"$setElementOrder/containers":[{"name":"a"}],"#
                + #""containers":[{"image":"z","name":"a"},{"$patch":"delete","name":"b"}]}}}}"#
        ),
        (
            "metadata: {finalizers: [a, b]}", "metadata: {finalizers: [b, c]}", "metadata: {finalizers: [a, b]}",
            #"{"metadata":{"$deleteFromPrimitiveList/finalizers":["a"],"$setElementOrder/finalizers":["b","c"],"finalizers":["c"]}}"#
        ),
        (
            "spec: {strategy: {type: RollingUpdate}}", "spec: {strategy: {type: Recreate}}",
            "spec: {strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}}",
            #"{"spec":{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}}"#
        ),
        (
            "spec: {template: {spec: {containers: [{name: a, args: [x]}]}}}",
            "spec: {template: {spec: {containers: [{name: a, args: [x, z]}]}}}",
            "spec: {template: {spec: {containers: [{name: a, args: [x]}]}}}",
            #"{"spec":{"template":{"spec":{"$setElementOrder/containers":[{"name":"a"}],"containers":[{"args":["x","z"],"name":"a"}]}}}}"#
        ),
    ])
    func `makes the patch`(original: String, modified: String, current: String, patch: String) throws {
        let found = try StrategicMergePatch.diff(
            original: yaml(original), modified: yaml(modified), current: yaml(current),
            schema: PatchTestSchema.deployment)
        #expect(JSON.encode(found) == patch)
    }

    @Test(arguments: [
        "spec: {replicas: 2}",
        "spec: {template: {spec: {containers: [{name: c, image: new}, {name: nginx, image: other, env: [{name: B}]}]}}}",
        "metadata: {finalizers: [b, z], labels: {x: z}}",
        "spec: {strategy: {type: Recreate}, selector: {matchLabels: {q: r}}}",
    ])
    func `makes a two-way patch that leads to the goal`(goal: String) throws {
        let (old, new) = try (yaml(StrategicMergePatchTests.web), yaml(goal))
        let schema = PatchTestSchema.deployment
        let patch = try StrategicMergePatch.diff(old, new, schema: schema)
        #expect(try StrategicMergePatch.apply(patch, to: old, schema: schema) == new)
    }

    /// A map that is replaced whole is sent each time, which is why `kubectl apply` always says of a
    /// PodDisruptionBudget that it is configured.
    @Test func `sends replaced maps even when they are the same`() throws {
        let value = try yaml("spec: {selector: {matchLabels: {app: web}}, replicas: 1}")
        let patch = try StrategicMergePatch.diff(value, value, schema: PatchTestSchema.deployment)
        #expect(patch == (try yaml("spec: {selector: {matchLabels: {app: web}}}")))
    }
}

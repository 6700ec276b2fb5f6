import Documents
import Testing

@testable import KubeModel

struct SchemaTests {
    @Test func `knows the fields of a type`() throws {
        let pod = try #require(Schema.builtIn.type("PodSpec"))
        #expect(pod.goName == "v1.PodSpec")
        let containers = try #require(pod.field("containers"))
        #expect(containers.shape == .list)
        #expect(containers.element == .type("Container"))
        #expect(containers.listKind == .map(keys: ["name"]))
        #expect(containers.patchMergeKey == "name")
        #expect(containers.isRequired)
        #expect(pod.field("bogus") == nil)
    }

    @Test func `tells the types of two groups with one name apart`() throws {
        let older = try #require(Schema.builtIn.type("autoscaling.v1.HorizontalPodAutoscalerSpec"))
        let newer = try #require(Schema.builtIn.type("autoscaling.v2.HorizontalPodAutoscalerSpec"))
        #expect(older.field("targetCPUUtilizationPercentage") != nil)
        #expect(newer.field("metrics") != nil)
    }

    @Test func `follows a path of fields`() {
        let path = ["spec", "template", "spec", "containers", "ports"]
        #expect(
            Schema.builtIn.field(of: "Deployment", at: path)?.listKind == .map(keys: ["containerPort", "protocol"]))
        #expect(Schema.builtIn.field(of: "Deployment", at: ["spec", "bogus"]) == nil)
    }

    @Test func `keeps Go's order of fields, and finds them by name`() throws {
        let container = try #require(Schema.builtIn.type("Container"))
        #expect(container.fields.map(\.name).prefix(5) == ["name", "image", "command", "args", "workingDir"])
        for field in container.fields { #expect(container.field(field.name) == field) }
        #expect(container.fieldsByName.map(\.name) == container.fields.map(\.name).sorted())
    }

    @Test(arguments: ResourceRegistry.builtIn.types.map(\.schemaType).filter { !$0.isEmpty })
    func `every kind and all that it holds is there`(root: String) {
        var pending = [root]
        var seen: Set<String> = []
        while let name = pending.popLast() {
            guard seen.insert(name).inserted else { continue }
            guard let type = Schema.builtIn.type(name) else {
                Issue.record("\(name) is missing")
                continue
            }
            pending += type.fields.compactMap(\.typeName)
        }
    }

    @Test func `merges lists of containers by name in patches`() throws {
        let schema = try #require(Schema.builtIn.patchSchema(for: .deployments))
        let old: Object = [
            "spec": [
                "template": ["spec": ["containers": [["name": "web", "image": "a"], ["name": "log", "image": "b"]]]]
            ]
        ]
        let patch: Value = ["spec": ["template": ["spec": ["containers": [["name": "log", "image": "c"]]]]]]
        let new = try StrategicMergePatch.apply(patch, to: .object(old), schema: schema)
        let containers = new["spec"]?["template"]?["spec"]?["containers"]?.array
        #expect(containers?.map { $0["image"] } == ["a", "c"])
    }
}

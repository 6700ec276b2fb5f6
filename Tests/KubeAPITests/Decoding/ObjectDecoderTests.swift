import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct ObjectDecoderTests {
    private func refusal(_ manifest: Value, as resource: ResourceType) -> String? {
        do {
            _ = try ObjectDecoder.decode(manifest, as: resource, duplicateFields: [], validation: .strict)
            return nil
        } catch {
            return error.message
        }
    }

    private func deployment(_ spec: Value) -> Value {
        ["apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "web"], "spec": spec]
    }

    @Test(
        arguments: [
            (
                ["replicas": "3"] as Value,
                "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"
            ),
            (
                ["template": ["spec": ["containers": [["name": 1]]]]],
                "json: cannot unmarshal number into Go struct field Container.spec.template.spec.containers.name of type "
                    + "string"
            ),
            (["image": "x"], #"strict decoding error: unknown field "spec.image""#),
            (["a": 1, "b": 2], #"strict decoding error: unknown field "spec.a", unknown field "spec.b""#),
        ] as [(Value, String)])
    func `refuses in Go's words`(spec: Value, message: String) {
        #expect(
            refusal(deployment(spec), as: .deployments)
                == "Deployment in version \"v1\" cannot be handled as a Deployment: " + message)
    }

    @Test func `warns of unknown fields when asked to, and drops them`() throws {
        let (object, warnings) = try ObjectDecoder.decode(
            deployment(["image": "x"]), as: .deployments, duplicateFields: [], validation: .warn)
        #expect(warnings == [#"unknown field "spec.image""#])
        #expect(object["spec"]?["image"] == nil)
    }

    @Test func `writes amounts in their own form`() throws {
        let pod: Value = [
            "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "web"],
            "spec": ["containers": [["name": "a", "resources": ["limits": ["cpu": "0.5", "memory": 1024]]]]],
        ]
        let object = try ObjectDecoder.decode(pod, as: .pods, duplicateFields: [], validation: .strict).object
        let limits = object["spec"]?["containers"]?.array?[0]["resources"]?["limits"]
        #expect(limits?["cpu"] == "500m")
        #expect(limits?["memory"] == "1024")
    }
}

struct MetadataDecoderTests {
    @Test func `kubectl itself reads the metadata`() {
        #expect(MetadataDecoder.problem(with: ["metadata": ["name": "a", "bogus": 1]]) == nil)
        #expect(
            MetadataDecoder.problem(with: ["metadata": ["name": 3]])
                == "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string")
        #expect(
            MetadataDecoder.problem(with: ["metadata": ["labels": ["a": 1]]])
                == "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string")
    }
}

struct ObjectEncoderTests {
    @Test func `empty lists go, structs that Go always writes come`() {
        var pod: Object = [
            "metadata": ["name": "web", "labels": .object([:])],
            "spec": ["containers": [["name": "a", "args": []]], "volumes": []],
        ]
        ObjectEncoder.normalize(&pod, as: .pods)
        #expect(pod["spec"]?["containers"] == [["name": "a", "resources": .object([:])]])
        #expect(pod["spec"]?["volumes"] == nil)
        #expect(pod["metadata"]?["labels"] == nil)
        #expect(pod["status"] == .object([:]))
    }
}

import Testing

@testable import Documents

struct ObjectTests {
    @Test func `has no value for a key that is not there`() {
        let object: Object = ["a": 1, "n": .null]
        #expect(object["b"] == Value?.none)
        #expect(object["n"] == .some(.null))
        #expect(Value.object(object)["b"] == Value?.none)
        #expect(Value.object(object)["a"]?["b"] == Value?.none)
    }

    @Test func `keeps its members sorted by the bytes of their keys`() {
        let object: Object = ["b": 1, "B": 2, "a": 3, "é": 4, "_": 5]
        #expect(object.names == ["B", "_", "a", "b", "é"])
        #expect(object.map(\.value) == [2, 5, 3, 1, 4])
    }

    @Test func `takes the later of two members with one key`() {
        #expect(Object([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
        #expect(Object([("a", 1), ("a", 3)]) == ["a": 3])
    }

    @Test func `changes members in place`() {
        var object: Object = ["a": ["b": 1]]
        object["a"]?["b"] = 2
        object["a"]?["c"] = 3
        object["x"] = 4
        #expect(object == ["a": ["b": 2, "c": 3], "x": 4])
        object["a"] = .none
        object["nothing"] = .none
        #expect(object == ["x": 4])
    }

    @Test func `reads and writes by path`() {
        var object = Object()
        object["spec", "template", "metadata"] = ["name": "web"]
        object["spec", "replicas"] = 3
        #expect(object["spec", "template", "metadata", "name"] == "web")
        object["spec", "template"] = .none
        object["status", "replicas"] = .none
        #expect(object == ["spec": ["replicas": 3]])
    }

    @Test func `is equal whatever the order of its making`() {
        #expect(Object([("a", 1), ("b", 2)]) == Object([("b", 2), ("a", 1)]))
        #expect(Object([("a", 1), ("b", 2)]).hashValue == Object([("b", 2), ("a", 1)]).hashValue)
    }
}

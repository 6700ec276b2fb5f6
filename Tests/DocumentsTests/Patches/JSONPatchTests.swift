import Testing

@testable import Documents

struct JSONPatchTests {
    static let document = #"{"spec":{"replicas":1,"ports":[{"port":80},{"port":81}],"a/b":{"c~d":1}},"n":null}"#

    @Test(arguments: [
        (#"[{"op":"replace","path":"/spec/replicas","value":6}]"#, "/spec/replicas", "6"),
        (#"[{"op":"add","path":"/spec/ports/-","value":1}]"#, "/spec/ports", #"[{"port":80},{"port":81},1]"#),
        (#"[{"op":"add","path":"/spec/ports/0","value":1}]"#, "/spec/ports", #"[1,{"port":80},{"port":81}]"#),
        (#"[{"op":"remove","path":"/spec/ports/0"}]"#, "/spec/ports", #"[{"port":81}]"#),
        (#"[{"op":"remove","path":"/spec/ports/-1"}]"#, "/spec/ports", #"[{"port":80}]"#),
        (#"[{"op":"replace","path":"/spec/ports/1/port","value":8}]"#, "/spec/ports", #"[{"port":80},{"port":8}]"#),
        (#"[{"op":"remove","path":"/spec/a~1b/c~0d"}]"#, "/spec/a~1b", "{}"),
        (#"[{"op":"move","from":"/spec/replicas","path":"/n"}]"#, "/n", "1"),
        (
            #"[{"op":"copy","from":"/spec/ports/0","path":"/spec/ports/2"}]"#, "/spec/ports",
            #"[{"port":80},{"port":81},{"port":80}]"#
        ),
        (#"[{"op":"test","path":"/spec/replicas","value":1},{"op":"add","path":"/n","value":2}]"#, "/n", "2"),
        (#"[{"op":"test","path":"/n","value":null},{"op":"test","path":"/none"}]"#, "/spec/replicas", "1"),
        (#"[{"op":"replace","path":"/spec/new","value":true}]"#, "/spec/new", "true"),
        (#"[{"op":"replace","path":"","value":{"n":1}}]"#, "/n", "1"),
    ])
    func `applies`(patch: String, path: String, text: String) throws {
        let patched = try JSONPatch.apply(try JSON.parse(patch), to: try JSON.parse(Self.document))
        let parts = path.split(separator: "/").map { $0.replacing("~1", with: "/").replacing("~0", with: "~") }
        let found = parts.reduce(patched) { value, part in value[String(part)] ?? .null }
        #expect(JSON.encode(found) == text)
    }

    @Test(arguments: [
        (#"[{"op":"test","path":"/spec/replicas","value":5}]"#, "testing value /spec/replicas failed: test failed"),
        (
            #"[{"op":"remove","path":"/spec/x"}]"#,
            "error in remove for path: '/spec/x': Unable to remove nonexistent key: x: missing value"
        ),
        (#"[{"op":"delete","path":"/spec"}]"#, "Unexpected kind: delete"),
        (#"[{"path":"/spec"}]"#, "Unexpected kind: unknown"),
        (
            #"[{"op":"add","path":"/x/y","value":1}]"#,
            #"add operation does not apply: doc is missing path: "/x/y": missing value"#
        ),
        (
            #"[{"op":"replace","path":"/spec/ports/7","value":1}]"#,
            "replace operation does not apply: doc is missing key: /spec/ports/7: missing value"
        ),
        (
            #"[{"op":"add","path":"/spec/ports/9","value":1}]"#,
            "error in add for path: '/spec/ports/9': Unable to access invalid index: 9: invalid index referenced"
        ),
        (
            #"[{"op":"add","path":"/spec/ports/x","value":1}]"#,
            "error in add for path: '/spec/ports/x': value was not a proper array index: 'x': strconv.Atoi: parsing \"x\": invalid syntax"
        ),
        (#"{"op":"add"}"#, "json: cannot unmarshal map[string]interface {} into Go value of type jsonpatch.Patch"),
        (#"[{"op":"add","value":1}]"#, "add operation failed to decode path: missing value"),
    ])
    func `refuses`(patch: String, message: String) throws {
        let error = #expect(throws: JSONPatchError.self) {
            try JSONPatch.apply(try JSON.parse(patch), to: try JSON.parse(Self.document))
        }
        #expect(error?.message == message)
    }

    @Test func `bounds what copies add up to`() throws {
        var operations: [Value] = []
        for step in 0..<40 {
            operations.append(["op": "copy", "from": "/spec", "path": .string("/spec/copy\(step)")])
        }
        #expect(throws: JSONPatchError.copiesTooLarge(limit: 1_000_000)) {
            try JSONPatch.apply(.array(operations), to: try JSON.parse(Self.document))
        }
    }
}

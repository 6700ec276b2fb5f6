import Testing

@testable import Documents

struct MergePatchTests {
    /// The examples of RFC 7386, appendix A.
    @Test(arguments: [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
        (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
        (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
        (#"{"a":"foo"}"#, "null", "null"),
        (#"{"e":null}"#, #"{"a":1}"#, #"{"a":1,"e":null}"#),
        (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
        ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ])
    func `applies as the standard says`(value: String, patch: String, result: String) throws {
        #expect(JSON.encode(MergePatch.apply(try JSON.parse(patch), to: try JSON.parse(value))) == result)
    }

    @Test(arguments: [
        (#"{"a":1,"b":2}"#, #"{"a":1}"#, #"{"b":null}"#),
        (#"{"a":{"b":1}}"#, #"{"a":{"b":2},"c":{}}"#, #"{"a":{"b":2},"c":{}}"#),
        (#"{"a":[1]}"#, #"{"a":[1]}"#, "{}"),
        (#"{"a":[1]}"#, #"{"a":[2]}"#, #"{"a":[2]}"#),
    ])
    func `finds the patch between two values`(old: String, new: String, patch: String) throws {
        #expect(JSON.encode(MergePatch.diff(try JSON.parse(old), try JSON.parse(new))) == patch)
    }

    @Test(arguments: [
        (
            #"{"spec":{"a":1,"b":2}}"#, #"{"spec":{"a":3}}"#, #"{"spec":{"a":1,"b":2,"c":9}}"#,
            #"{"spec":{"a":3,"b":null}}"#
        ),
        (#"{"l":[1]}"#, #"{"l":[1,2]}"#, #"{"l":[1]}"#, #"{"l":[1,2]}"#),
        ("null", #"{"a":{}}"#, #"{"b":1}"#, #"{"a":{}}"#),
        (#"{"a":{"x":1}}"#, #"{"a":{}}"#, #"{"a":{"x":1,"y":2}}"#, #"{"a":{"x":null}}"#),
    ])
    func `finds the patch among three values`(original: String, modified: String, current: String, patch: String) throws
    {
        let found = MergePatch.diff(
            original: try JSON.parse(original), modified: try JSON.parse(modified), current: try JSON.parse(current))
        #expect(JSON.encode(found) == patch)
    }
}

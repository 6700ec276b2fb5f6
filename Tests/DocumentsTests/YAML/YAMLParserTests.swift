import Testing

@testable import Documents

struct YAMLParserTests {
    /// YAML and the same in JSON.
    static let scalars: [(String, String)] = [
        ("a", #""a""#), ("'1'", #""1""#), (#""a\tb""#, #""a\tb""#), ("yes", "true"), ("Off", "false"), ("y", "true"),
        ("True", "true"), ("tRUE", #""tRUE""#), ("~", "null"), ("", "null"), ("Null", "null"), ("0644", "420"),
        ("0o644", "420"), ("0x1F", "31"), ("0b101", "5"), ("-017", "-15"), ("1_000", "1000"), ("+5", "5"), ("08", "8"),
        ("1.0", "1"), ("1.5", "1.5"), (".5", "0.5"), ("1e3", "1000"), ("1.", "1"), ("1.5e3", "1500"),
        ("9223372036854775808", "9223372036854775808"), ("2001-12-14", #""2001-12-14""#), ("12:30:45", #""12:30:45""#),
        ("1.2.3", #""1.2.3""#), ("100m", #""100m""#), ("!!str 12", #""12""#), ("!!float 3", "3"),
        ("!!binary aGk=", #""hi""#), ("!custom x", #""x""#), ("web  // the name", #""web  // the name""#),
        ("http://x:80/y", #""http://x:80/y""#), ("|\n a\n b\n", #""a\nb\n""#), (">-\n a\n b\n", #""a b""#),
    ]

    @Test(arguments: scalars)
    func `resolves scalars`(text: String, json: String) throws {
        #expect(try YAML.parse("a: \(text)\n")["a"] == JSON.parse(json))
    }

    static let documents: [(String, String)] = [
        ("{a: [1, {b: c}], 'd': \"e\"}", #"{"a":[1,{"b":"c"}],"d":"e"}"#), ("- a\n- - b\n  - c\n", #"["a",["b","c"]]"#),
        ("1: a\ntrue: b\n1.5: c\n~x: d\n", #"{"1":"a","1.5":"c","true":"b","~x":"d"}"#),
        ("a: &x {b: 1}\nc: *x\n", #"{"a":{"b":1},"c":{"b":1}}"#),
        ("base: &x {a: 1, b: 2}\nc:\n  <<: *x\n  b: 3\n", #"{"base":{"a":1,"b":2},"c":{"a":1,"b":3}}"#),
        ("c:\n  <<: [{a: 1}, {a: 2, b: 2}]\n", #"{"c":{"a":1,"b":2}}"#), ("a: 1\nb: 2\na: 3\n", #"{"a":3,"b":2}"#),
        ("a:\n- b\nc:\n  - d\n", #"{"a":["b"],"c":["d"]}"#), ("# only a comment\n", "null"),
        ("a: 'x\n\n  y'\n", #"{"a":"x\ny"}"#), ("\u{feff}a: 1\n", #"{"a":1}"#), ("? a\n: b\n", #"{"a":"b"}"#),
    ]

    @Test(arguments: documents)
    func `reads documents`(text: String, json: String) throws {
        #expect(JSON.encode(try YAML.parse(text)) == json)
    }

    @Test func `finds keys that are there twice`() throws {
        let document = try YAML.documents(in: "x: 0\n---\ndata:\n  color: red\n  l: [{a: 1, a: 2}]\n  color: blue\n")[1]
        #expect(
            document.duplicateKeys == [
                DuplicateKey(key: "a", path: "data.l[0].a", line: 5),
                DuplicateKey(key: "color", path: "data.color", line: 6),
            ])
        expectMessage("error converting YAML to JSON: yaml: unmarshal errors:\n  line 2: key \"a\" already set in map")
        {
            try YAML.parseStrictly("a: 1\na: 2\n")
        }
    }

    @Test func `bounds what aliases add up to`() {
        let bomb = (1...9).reduce("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n") { text, level in
            let name = "*a\(level - 1)"
            return text + "a\(level): &a\(level) [\(Array(repeating: name, count: 10).joined(separator: ", "))]\n"
        }
        expectMessage("error converting YAML to JSON: yaml: document contains excessive aliasing") {
            try YAML.parse(bomb)
        }
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
        String(repeating: "{a: ", count: 5_000),
    ])
    func `bounds the depth`(text: String) {
        expectMessage("error converting YAML to JSON: yaml: exceeded max depth of 500") { try YAML.parse(text) }
    }
}

struct YAMLStreamTests {
    @Test func `splits documents and leaves out the empty ones`() throws {
        let text = "# first\n---\na: 1\n---\n# nothing\n---   # a comment\n\n---\nnull\n---\nb: 2\r\nc: 3\n---\n"
        let documents = try YAML.documents(in: text)
        #expect(documents.map(\.value) == [["a": 1], ["b": 2, "c": 3]])
        #expect(documents.map(\.linesBefore) == [2, 10])
    }

    @Test func `reads json values one after the other`() throws {
        #expect(
            try YAML.documents(in: "{\"a\": 1}\n{\"b\": 2} null {}").map(\.value) == [
                ["a": 1], ["b": 2], .object(Object()),
            ])
    }

    @Test func `takes json that is only good yaml`() throws {
        #expect(try YAML.documents(in: "{\n  \"a\": \"one\",\n}\n").map(\.value) == [["a": "one"]])
        #expect(try YAML.documents(in: "{\"a\": 1}\n---\nb: 2\n").map(\.value) == [["a": 1], ["b": 2]])
    }

    @Test func `gives the documents before a mistake`() throws {
        let stream = YAML.stream(in: "a: 1\n---\nb: 2\n c: 3\n")
        #expect(stream.documents.map(\.value) == [["a": 1]])
        #expect(
            stream.failure?.message
                == "error converting YAML to JSON: yaml: line 2: mapping values are not allowed in this context")
        #expect(
            YAML.stream(in: "{\"a\": 1}{\"b\": 2}{x").failure?.message
                == "invalid character 'x' looking for beginning of object key string")
    }
}

struct YAMLPositionTests {
    static let text = """
        # a manifest
        ---
        metadata: {name: web, labels: {"app.io/name": x}}
        spec:
          containers:
          - name: a
            image: nginx
          - &b
            name: b
          - *b
        """

    @Test(arguments: [
        ("metadata", 3, 1), ("metadata.name", 3, 12), ("metadata.labels[app.io/name]", 3, 32),
        ("spec.containers", 5, 3),
        ("spec.containers[0]", 6, 5), ("spec.containers[0].image", 7, 5), ("spec.containers[1].name", 9, 5),
        ("spec.containers[2].name", 9, 5),
    ])
    func `finds fields`(path: String, line: Int, column: Int) throws {
        let document = try #require(try YAML.documents(in: Self.text).first)
        let position = try #require(document.position(of: path))
        #expect((position.line, position.column) == (line, column))
    }

    @Test(arguments: ["spec.nothing", "metadata.name.x", "spec.containers[3]", "spec.containers.name"])
    func `finds nothing that is not there`(path: String) throws {
        let document = try #require(try YAML.documents(in: Self.text).first)
        #expect(document.position(of: path) == nil)
    }

    @Test func `reads the notation of messages`() {
        #expect(
            [PathStep](dottedPath: "spec.containers[0].image") == [
                .key("spec"), .key("containers"), .index(0), .key("image"),
            ])
        #expect([PathStep](dottedPath: "metadata.labels[a.b/c]") == [.key("metadata"), .key("labels"), .key("a.b/c")])
        #expect([.key("spec"), .index(1), .key("x")].dottedPath == "spec[1].x")
    }
}

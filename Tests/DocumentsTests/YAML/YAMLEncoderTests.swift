import Testing

@testable import Documents

struct YAMLEncoderTests {
    /// Each string as the value of `a`, after `a: `.
    static let strings: [(String, String)] = [
        ("web", "web"), ("", "\"\""), ("true", "\"true\""), ("True", "\"True\""), ("yes", "\"yes\""), ("y", "\"y\""),
        ("null", "\"null\""), ("~", "\"~\""), ("1", "\"1\""), ("1.5", "\"1.5\""), ("1e3", "\"1e3\""),
        ("0x1f", "\"0x1f\""),
        ("1_000", "\"1_000\""), ("0o17", "\"0o17\""), (".5", "\".5\""), (".inf", "\".inf\""), ("1.2.3", "1.2.3"),
        ("100m", "100m"), ("1Gi", "1Gi"), ("2026-11-22T12:45:37Z", "\"2026-11-22T12:45:37Z\""),
        ("2026-11-22", "\"2026-11-22\""), ("2026-13-22", "2026-13-22"), ("12:30", "\"12:30\""), ("12:75", "12:75"),
        ("1:2:3.4", "\"1:2:3.4\""), ("80:8080", "80:8080"), ("- a", "'- a'"), ("-a", "-a"), ("a: b", "'a: b'"),
        ("a:b", "a:b"), ("a:", "'a:'"), ("a #b", "'a #b'"), ("a#b", "a#b"), ("#a", "'#a'"), ("*", "'*'"),
        ("&a", "'&a'"),
        ("!a", "'!a'"), ("%a", "'%a'"), ("@a", "'@a'"), ("`a", "'`a'"), ("{a", "'{a'"), ("[a", "'[a'"), ("a]", "a]"),
        ("|", "'|'"), (">", "'>'"), ("'a'", "'''a'''"), ("it's", "it's"), ("\"a\"", "'\"a\"'"), ("?", "'?'"),
        ("? a", "'? a'"),
        ("?a", "?a"), (",a", "',a'"), ("---", "'---'"), ("...a", "'...a'"), ("=", "="), ("<<", "\"<<\""),
        (" a", "' a'"),
        ("a ", "'a '"), ("a  b", "a  b"), ("a\tb", "\"a\\tb\""), ("a\\b", "a\\b"), ("é", "é"), ("😀", "\"\\U0001F600\""),
        ("\u{0}", "\"\\0\""), ("\u{1b}[0m", "\"\\e[0m\""), ("\u{7f}", "\"\\x7F\""), ("\u{85}", "\"\\N\""),
        ("\u{feff}", "\"\\uFEFF\""),
        ("a\nb", "|-\n  a\n  b"), ("a\nb\n", "|\n  a\n  b"), ("a\n\n", "|+\n  a\n"), ("\n", "|2+\n"),
        (" a\nb\n", "|2\n   a\n  b"),
        ("a\n\n  b\n", "|\n  a\n\n    b"), ("a \nb", "\"a \\nb\""), ("a\nb ", "\"a\\nb \""),
        ("a\tx\nb", "\"a\\tx\\nb\""), ("a\r\nb", "\"a\\r\\nb\""),
    ]

    @Test(arguments: strings)
    func `quotes strings that need it`(string: String, text: String) throws {
        let value: Value = ["a": .string(string)]
        #expect(YAML.encode(value) == "a: \(text)\n")
        #expect(try YAML.parse(YAML.encode(value)) == value)
    }

    /// JSON and the same in YAML.
    static let layouts: [(String, String)] = [
        ("null", "null\n"), ("true", "true\n"), ("-5", "-5\n"), ("0.5", "0.5\n"), ("1234567.5", "1.2345675e+06\n"),
        ("1e15", "1000000000000000\n"), ("1e21", "1e+21\n"), (#""a""#, "a\n"), ("[]", "[]\n"), ("{}", "{}\n"),
        (#""a\nb""#, "|-\n  a\n  b\n"), (#"[1, {"a": [], "b": null}]"#, "- 1\n- a: []\n  b: null\n"),
        ("[[1, 2], [[3]]]", "- - 1\n  - 2\n- - - 3\n"),
        (#"{"a": {"b": {"c": [{"d": 1, "e": [2]}]}}}"#, "a:\n  b:\n    c:\n    - d: 1\n      e:\n      - 2\n"),
        (#"[{"text": "a\nb"}, "c\nd\n"]"#, "- text: |-\n    a\n    b\n- |\n  c\n  d\n"),
        (#"{"true": 1, "1": 2, "": 3, "a: b": 4}"#, "\"\": 3\n\"1\": 2\n'a: b': 4\n\"true\": 1\n"),
        (#"{"f:a": {".": {}, "k:{\"name\":\"web\"}": 1}}"#, "f:a:\n  .: {}\n  k:{\"name\":\"web\"}: 1\n"),
    ]

    @Test(arguments: layouts)
    func `lays out values`(json: String, text: String) throws {
        #expect(YAML.encode(try JSON.parse(json)) == text)
        #expect(YAML.encode(try YAML.parse(text)) == text)
    }

    @Test func `orders keys by the numbers in them`() {
        let keys = ["a10", "a2", "b", "A", "a-b", "a_b", "ab", "a.b", "100", "20", "é", "a02", "a"]
        let object = Object(keys.map { ($0, .integer(0)) })
        #expect(
            YAML.encode(.object(object)).split(separator: "\n").map { $0.prefix { $0 != ":" } }
                == ["\"20\"", "\"100\"", "A", "a", "a-b", "a.b", "a_b", "a2", "a02", "a10", "ab", "b", "é"])
    }

    @Test func `folds long lines at spaces`() throws {
        let words = (1...30).map { "word\($0)" }.joined(separator: " ")
        let value: Value = ["plain": .string(words), "quoted": .string("a: " + words), "double": .string("\t" + words)]
        let text = YAML.encode(value)
        #expect(
            text == #"""
                double: "\tword1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12
                  word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24
                  word25 word26 word27 word28 word29 word30"
                plain: word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12
                  word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24
                  word25 word26 word27 word28 word29 word30
                quoted: 'a: word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12
                  word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24
                  word25 word26 word27 word28 word29 word30'

                """#)
        #expect(try YAML.parse(text) == value)
    }

    @Test func `writes long keys after a question mark`() throws {
        let key = String(repeating: "k", count: 130)
        let value = Value.object(Object([(key, ["a": [1]] as Value), ("b\nc", 2)]))
        #expect(YAML.encode(value) == "? |-\n  b\n  c\n: 2\n? \(key)\n: a:\n  - 1\n")
        #expect(try YAML.parse(YAML.encode(value)) == value)
    }
}

struct KYAMLEncoderTests {
    /// JSON and the same in KYAML, without the first line.
    static let layouts: [(String, String)] = [
        (
            #"{"a": [{"b": 1}, {"c": [1, "x"]}]}"#,
            "{\n  a: [{\n    b: 1,\n  }, {\n    c: [\n      1,\n      \"x\",\n    ],\n  }],\n}\n"
        ),
        (#"{"a": [], "b": {}, "c": null, "d": true}"#, "{\n  a: [],\n  b: {},\n  c: null,\n  d: true,\n}\n"),
        (
            #"{"app.kubernetes.io/name": 1, "no": 2, "1": 3, "a b": 4, "x-": 5}"#,
            "{\n  \"1\": 3,\n  \"a b\": 4,\n  app.kubernetes.io/name: 1,\n  \"no\": 2,\n  \"x-\": 5,\n}\n"
        ),
        (
            #"{"a": "say \"hi\"\\", "b": "x\ny"}"#,
            "{\n  a: \"say \\\"hi\\\"\\\\\",\n  b: \"\\\n     x\\n\\\n     y\\\n    \",\n}\n"
        ),
        (#"{"a": "x\n  y\n"}"#, "{\n  a: \"\\\n     x\\n\\\n    \\  y\\n\\\n    \",\n}\n"),
    ]

    @Test(arguments: layouts)
    func `lays out values`(json: String, text: String) throws {
        let value = try JSON.parse(json)
        #expect(YAML.encodeKYAML(value) == "---\n" + text)
        #expect(try YAML.parse(text) == value)
    }
}

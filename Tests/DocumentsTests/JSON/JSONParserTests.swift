import Testing

@testable import Documents

struct JSONParserTests {
    /// A text and what Go prints of it again.
    static let values: [(String, String)] = [
        ("null", "null"), (" true ", "true"), ("false", "false"), ("0", "0"), ("-12", "-12"), ("1.5", "1.5"),
        ("1e2", "100"), ("-0.5E-1", "-0.05"), ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"), ("9223372036854775808", "9223372036854776000"),
        ("123456789012345678901234", "1.2345678901234569e+23"), (#""""#, #""""#),
        (#""a\n\u00e9\ud83d\ude00""#, #""a\né😀""#), (#""\ud83dx""#, "\"\u{FFFD}x\""),
        (#""\/\b\f\r\t\\\"""#, #""/\b\f\r\t\\\"""#), ("[]", "[]"), ("[1, [2]]", "[1,[2]]"), ("{}", "{}"),
        (#"{"b": 1, "a": {"c": null}}"#, #"{"a":{"c":null},"b":1}"#), (#"{"a": 1, "b": 2, "a": 3}"#, #"{"a":3,"b":2}"#),
    ]

    @Test(arguments: values)
    func `reads values`(text: String, again: String) throws {
        let printed = JSON.encode(try JSON.parse(text))
        #expect(printed == again)
    }

    @Test func `keeps whole and fractional numbers apart`() throws {
        #expect(
            try JSON.parse("[1, 1.0, 1e2, 9223372036854775808]") == [1, 1.0, 100.0, .double(9_223_372_036_854_775_808)])
    }

    static let mistakes: [(String, String)] = [
        ("", "unexpected end of JSON input"), ("{", "unexpected end of JSON input"),
        ("[1,", "unexpected end of JSON input"),
        ("\"a", "unexpected end of JSON input"), ("tru", "unexpected end of JSON input"),
        ("-", "unexpected end of JSON input"),
        ("x", "invalid character 'x' looking for beginning of value"),
        ("{a: 1}", "invalid character 'a' looking for beginning of object key string"),
        ("{\"a\" 1}", "invalid character '1' after object key"),
        ("{\"a\": 1 \"b\": 2}", "invalid character '\"' after object key:value pair"),
        ("{\"a\": 1,}", "invalid character '}' looking for beginning of object key string"),
        ("[1 2]", "invalid character '2' after array element"),
        ("[1,]", "invalid character ']' looking for beginning of value"),
        ("1 2", "invalid character '2' after top-level value"),
        ("trux", "invalid character 'x' in literal true (expecting 'e')"),
        ("\"a\nb\"", "invalid character '\\n' in string literal"),
        ("\"\\x\"", "invalid character 'x' in string escape code"),
        ("\"\\u12g4\"", "invalid character 'g' in \\u hexadecimal character escape"),
        ("-x", "invalid character 'x' in numeric literal"),
        ("1.x", "invalid character 'x' after decimal point in numeric literal"),
        ("1ex", "invalid character 'x' in exponent of numeric literal"),
        ("01", "invalid character '1' after top-level value"),
        ("'a'", "invalid character '\\'' looking for beginning of value"),
        ("é", "invalid character 'Ã' looking for beginning of value"),
        ("\u{1}", "invalid character '\\x01' looking for beginning of value"),
        ("1e999", "json: cannot unmarshal number 1e999 into Go value of type float64"),
    ]

    @Test(arguments: mistakes)
    func `says what Go says`(text: String, message: String) {
        expectMessage(message) { try JSON.parse(text) }
    }

    @Test func `points at the mistake`() {
        let error = #expect(throws: DocumentError.self) { try JSON.parse("{\n \"é\": x\n}") }
        #expect(
            error
                == .json(
                    .unexpectedCharacter(UInt8(ascii: "x"), .value), at: DocumentPosition(line: 2, column: 7, offset: 9)
                ))
    }

    @Test func `bounds the depth`() throws {
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(try JSON.encode(JSON.parse(deep)) == deep)
        expectMessage("exceeded max depth") { try JSON.parse(deep, depthLimit: 99) }
        expectMessage("exceeded max depth") { try JSON.parse(String(repeating: "{\"a\":", count: 1_000_000)) }
    }

    static let repeats: [(String, [String])] = [
        ("{\"a\": 1, \"a\": 2, \"a\": 3}", ["a"]),
        ("{\"spec\": {\"replicas\": 1, \"replicas\": 2}, \"b\": 1}", ["spec.replicas"]),
        ("{\"l\": [{}, {\"x\": 1, \"y\": 2, \"x\": 3}], \"l\": 1}", ["l[1].x", "l"]),
        ("{\"a\": {\"a\": 1}}", []),
    ]

    @Test(arguments: repeats)
    func `reports fields that are there twice`(text: String, paths: [String]) throws {
        #expect(try JSON.duplicateKeys(Array(text.utf8)) == paths)
    }

    @Test func `replaces bytes that are no text, as Go does`() throws {
        #expect(try JSON.parse([0x22, 0x61, 0xFF, 0x62, 0x22]) == "a\u{FFFD}b")
    }
}

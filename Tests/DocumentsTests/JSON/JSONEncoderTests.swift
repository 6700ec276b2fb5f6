import Testing

@testable import Documents

struct JSONEncoderTests {
    static let strings: [(String, String)] = [
        ("a", #""a""#), ("\"\\", #""\"\\""#), ("<a & b>", #""\u003ca \u0026 b\u003e""#),
        ("\n\r\t\u{8}\u{c}", #""\n\r\t\b\f""#),
        ("\u{1}\u{1f}\u{7f}", "\"\\u0001\\u001f\u{7f}\""), ("é😀", "\"é😀\""),
        ("\u{2028}\u{2029}\u{2027}", "\"\\u2028\\u2029\u{2027}\""),
    ]

    @Test(arguments: strings)
    func `escapes as Go does`(string: String, text: String) throws {
        #expect(JSON.encode(.string(string)) == text)
        #expect(try JSON.parse(JSON.encode(.string(string))) == .string(string))
    }

    @Test func `leaves markup alone when asked to`() {
        #expect(JSON.encode("<a & b>\u{2028}", style: .compactUnescaped) == "\"<a & b>\\u2028\"")
    }

    static let numbers: [(Value, String)] = [
        (1, "1"), (.double(1), "1"), (0.1, "0.1"), (.double(1e20), "100000000000000000000"), (.double(1e21), "1e+21"),
        (.double(1.5e-7), "1.5e-7"), (0.000001, "0.000001"), (.double(-2.5), "-2.5"),
        (.integer(.min), "-9223372036854775808"),
        (.double(.infinity), "null"),
    ]

    @Test(arguments: numbers)
    func `writes numbers as Go does`(value: Value, text: String) {
        #expect(JSON.encode(value) == text)
    }

    @Test func `indents as kubectl does`() {
        let value: Value = ["b": [], "a": ["x": .object(Object()), "y": [1, ["z": .null]]]]
        #expect(JSON.encode(value) == #"{"a":{"x":{},"y":[1,{"z":null}]},"b":[]}"#)
        #expect(
            JSON.encode(value, style: .indented(4)) == """
                {
                    "a": {
                        "x": {},
                        "y": [
                            1,
                            {
                                "z": null
                            }
                        ]
                    },
                    "b": []
                }
                """)
    }
}

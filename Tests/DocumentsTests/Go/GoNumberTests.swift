import Testing

@testable import Documents

struct GoNumberTests {
    static let general: [(Double, String)] = [
        (0, "0"), (1, "1"), (-1.5, "-1.5"), (100_000, "100000"), (1_000_000, "1e+06"), (123_456_789, "1.23456789e+08"),
        (0.0001, "0.0001"), (0.00001, "1e-05"), (1e100, "1e+100"), (2.5e-300, "2.5e-300"), (.infinity, "+Inf"),
        (.nan, "NaN"),
    ]

    @Test(arguments: general)
    func `writes the shortest digits`(number: Double, text: String) {
        #expect(GoNumber.general(number) == text)
    }

    static let rounded: [(Double, Int, String)] = [
        (3.14159, 2, "3.14"), (2.5, 0, "2"), (3.5, 0, "4"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (9.999, 2, "10.00"),
        (0, 1, "0.0"),
        (1e15, 1, "1000000000000000.0"), (0.0004, 3, "0.000"), (0.0006, 3, "0.001"), (1.005, 2, "1.00"),
        (-0.5, 3, "-0.500"),
        (0.1, 20, "0.10000000000000000555"), (1e22, 0, "10000000000000000000000"),
    ]

    @Test(arguments: rounded)
    func `rounds exactly`(number: Double, places: Int, text: String) {
        #expect(GoNumber.fixed(number, fractionDigits: places) == text)
    }

    @Test func `writes exponents`() {
        #expect(GoNumber.exponential(12345.678, fractionDigits: 2) == "1.23e+04")
        #expect(GoNumber.exponential(0.00099996, fractionDigits: 3) == "1.000e-03")
        #expect(GoNumber.exponential(0, fractionDigits: 1) == "0.0e+00")
    }
}

struct GoFormatTests {
    static let formats: [(String, [GoFormat.Argument], String)] = [
        ("%d%%", [.int(5)], "5%"),
        (
            "%+d|% d|%05d|%-5d|%x|%X|%#x|%o|%b", Array(repeating: .int(42), count: 9),
            "+42| 42|00042|42   |2a|2A|0x2a|52|101010"
        ),
        ("%c%q%U", [.int(97), .int(97), .int(0x1F600)], "a'a'U+1F600"),
        ("%.3s|%x|%q", [.value("abcdef"), .value("hi"), .value("a\n")], "abc|6869|\"a\\n\""),
        (
            "%v %v %v", [.value(.null), .value([1, "a"]), .value(["b": 1, "a": .null])], "<nil> [1 a] map[a:<nil> b:1]"
        ),
        ("%s|%d", [.value([1, "a"]), .value(["x"])], "[%!s(int64=1) a]|[%!d(string=x)]"),
        ("%6.2f|%e|%g", [.value(3.14159), .value(1.5), .value(0.5)], "  3.14|1.500000e+00|0.5"),
        ("%t %t", [.value(true), .value(1)], "true %!t(int64=1)"), ("%*d", [.int(4), .int(7)], "   7"),
        ("%z %", [.int(1)], "%!z(int=1) %!(NOVERB)"),
        ("%#v", [.value(["a": [.null]])], "map[string]interface {}{\"a\":[]interface {}{interface {}(nil)}}"),
    ]

    @Test(arguments: formats)
    func `formats as Go does`(format: String, arguments: [GoFormat.Argument], text: String) {
        #expect(GoFormat.sprintf(format, arguments) == text)
    }
}

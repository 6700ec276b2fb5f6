import Documents
import KubeModel
import Testing

struct QuantityTests {
    @Test(arguments: [
        ("0", "0"), ("0Gi", "0"), ("-0", "0"), ("1", "1"), ("1000m", "1"), ("1.5", "1500m"), ("0.1", "100m"),
        ("250m", "250m"), ("1024Mi", "1Gi"), ("1.5Gi", "1536Mi"), ("0.5Gi", "512Mi"), ("1Ki", "1Ki"),
        ("512", "512"), ("1000", "1k"), ("1500", "1500"), ("1e3", "1e3"), ("12e6", "12e6"), ("1e2", "100"),
        ("100e-3", "100e-3"), ("1E", "1E"), ("1E3", "1e3"), ("-1.5Ki", "-1536"), ("0.5", "500m"), (".5", "500m"),
        ("1.", "1"), ("+5M", "5M"), ("0.1n", "1n"), ("1.0000000001", "1000000001n"), ("0.0001Ki", "102400u"),
        ("3000000Ki", "3000000Ki"), ("9223372036854775808Ki", "9223372036854775807"), ("129e6", "129e6"),
        ("1023Mi", "1023Mi"), ("1500Mi", "1500Mi"), ("007", "7"), ("1G", "1G"), ("1000Gi", "1000Gi"),
    ])
    func `prints in canonical form`(text: String, canonical: String) throws {
        #expect(try Quantity(parsing: text).description == canonical)
        #expect(try Quantity(parsing: canonical).description == canonical)
    }

    @Test(arguments: [
        ("", QuantityError.wrongFormat), ("abc", .wrongFormat), ("1.2.3", .wrongFormat), (" 1", .wrongFormat),
        ("1 ", .wrongFormat), ("1+1.0M", .wrongFormat), ("1x", .wrongFormat), ("100MB", .wrongFormat),
        ("0.1mi", .unknownSuffix), ("1i", .unknownSuffix), ("1e", .unknownSuffix), ("1MM", .unknownSuffix),
        ("3.01e-", .unknownSuffix), ("1K", .unknownSuffix), ("1mMi", .unknownSuffix),
    ])
    func `refuses what is no quantity`(text: String, error: QuantityError) {
        #expect(throws: error) { try Quantity(parsing: text) }
    }

    @Test func `compares amounts and not texts`() {
        #expect(Quantity("1") == Quantity("1000m"))
        #expect(Quantity("1Gi") == Quantity("1024Mi"))
        #expect(Quantity("1Gi")! > Quantity("1G")!)
        #expect(Quantity("100m")! < Quantity("1")!)
    }

    @Test func `adds in the format of the first part that is not zero`() {
        #expect((Quantity("1Gi")! + Quantity("500M")!).description == "1573741824")
        #expect((Quantity.zero + Quantity("64Mi")!).description == "64Mi")
        #expect((Quantity("1")! - Quantity("250m")!).description == "750m")
        #expect((Quantity("250m")! * 3).description == "750m")
        #expect((Quantity("1")! - Quantity("3")!).description == "-2")
    }

    @Test(arguments: [("1500m", 2, 1500), ("0.1m", 1, 1), ("2Ki", 2048, 2_048_000), ("-1500m", -2, -1500)])
    func `rounds away from zero when scaled`(text: String, units: Int64, milli: Int64) throws {
        #expect(try Quantity(parsing: text).units == units)
        #expect(try Quantity(parsing: text).milliUnits == milli)
    }

    @Test func `rounds up to thousandths as the API stores it`() {
        #expect(Quantity("1.0001")!.roundedUpToMilli.description == "1001m")
        #expect(Quantity("100u")!.roundedUpToMilli.description == "1m")
    }

    @Test(arguments: ["1e999999999", "9999999999999999999999999999999999999999999999", "1e-999999999"])
    func `bounds absurd numbers`(text: String) throws {
        #expect(try Quantity(parsing: text) > .zero)
    }

    @Test func `reads strings and numbers of a manifest`() {
        #expect(Quantity(.integer(2))?.description == "2")
        #expect(Quantity(.double(0.5))?.description == "500m")
        #expect(Quantity(.string("1Mi"))?.description == "1Mi")
        #expect(Quantity(.bool(true)) == nil)
    }
}

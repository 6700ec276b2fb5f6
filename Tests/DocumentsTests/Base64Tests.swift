import Testing

@testable import Documents

struct Base64Tests {
    static let pairs: [(String, String)] = [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ]

    /// The examples of RFC 4648, section 10.
    @Test(arguments: pairs)
    func `goes both ways`(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test func `skips line ends`() {
        #expect(Base64.decode("Zm9v\r\nYmFy\n") == Array("foobar".utf8))
    }

    @Test(arguments: [("x", 0), ("Zm9v!", 4), ("Zm9", 0), ("Z===", 1), ("Zm9vY", 4), ("Z g=", 1)])
    func `refuses what is no base64`(text: String, offset: Int) {
        #expect(Base64.decode(text) == nil)
        #expect(Base64.firstInvalidOffset(in: text) == offset)
    }
}

import Testing

@testable import KubeAPI

struct GoTimeTests {
    @Test(arguments: [
        ("2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z"), ("2024-02-29T12:00:00+02:00", "2024-02-29T10:00:00Z"),
        ("2024-02-29T12:00:00.75Z", "2024-02-29T12:00:00Z"),
    ])
    func `reads times`(text: String, normalized: String) throws {
        #expect(try GoTime.normalized(text, .seconds) == normalized)
    }

    @Test(arguments: [
        ("2024-13-01T00:00:00Z", #"parsing time "2024-13-01T00:00:00Z": month out of range"#),
        ("2023-02-29T00:00:00Z", #"parsing time "2023-02-29T00:00:00Z": day out of range"#),
        ("yesterday", #"parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006""#),
        ("2024-01-01", #"parsing time "2024-01-01" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T""#),
    ])
    func `refuses what is no time`(text: String, message: String) {
        do {
            _ = try GoTime.normalized(text, .seconds)
            Issue.record("taken")
        } catch {
            #expect(error.message == message)
        }
    }
}

struct GoBase64Tests {
    @Test func `reads data, and drops line breaks`() throws {
        #expect(try GoBase64.check("aGk=").get() == "aGk=")
        #expect(try GoBase64.check("aG\nk=\n").get() == "aGk=")
        #expect(try GoBase64.check("").get().isEmpty)
    }

    @Test(arguments: [("aGk", 0), ("a!k=", 1), ("aGk=x", 4), ("=", 0)])
    func `says where the data is broken`(text: String, offset: Int) {
        #expect(throws: GoBase64.Problem(offset: offset)) { try GoBase64.check(text).get() }
    }
}

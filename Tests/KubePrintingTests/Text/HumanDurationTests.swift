import KubeModel
import KubePrinting
import Testing

struct HumanDurationTests {
    @Test(arguments: [
        (-2, "<invalid>"), (-1, "0s"), (0, "0s"), (59, "59s"), (119, "119s"), (120, "2m"), (125, "2m5s"),
        (599, "9m59s"),
        (600, "10m"), (10_799, "179m"), (10_800, "3h"), (11_100, "3h5m"), (28_800, "8h"), (172_799, "47h"),
        (172_800, "2d"), (176_400, "2d1h"), (691_200, "8d"), (63_071_999, "729d"), (63_072_000, "2y"),
        (63_158_400, "2y1d"), (252_288_000, "8y"),
    ])
    func `writes two units where one is coarse`(seconds: Int, text: String) {
        #expect(HumanDuration.text(.seconds(seconds)) == text)
    }

    @Test(arguments: [
        (-5, "<invalid>"), (59, "59s"), (125, "2m"), (7200, "2h"), (90_000, "1d"), (31_536_000, "1y"),
    ])
    func `the short form has one unit`(seconds: Int, text: String) {
        #expect(HumanDuration.short(.seconds(seconds)) == text)
    }

    @Test func `no instant is unknown`() {
        #expect(HumanDuration.since(nil, now: Instant(seconds: 0)) == "<unknown>")
    }
}

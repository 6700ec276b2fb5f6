import KubeModel
import Testing

@testable import KubeControllers

struct ClientRateTests {
    private let start = Instant(seconds: 1_000)

    @Test func `a burst is free, and what goes beyond it is waited for`() {
        var rate = ClientRate(perSecond: 20, burst: 30)
        rate.take(30, now: start)
        #expect(rate.opens(now: start) == start)
        rate.take(40, now: start)
        #expect(rate.opens(now: start) == start + .microseconds(2_000_001))
        #expect(rate.opens(now: start + .seconds(3)) == start + .microseconds(2_000_001))
    }

    @Test func `it fills up to the burst and no further`() {
        var rate = ClientRate(perSecond: 20, burst: 30)
        rate.take(70, now: start)
        rate.take(30, now: start + .seconds(100))
        #expect(rate.opens(now: start + .seconds(100)) == start + .seconds(100))
        rate.take(1, now: start + .seconds(100))
        #expect(rate.opens(now: start + .seconds(100)) > start + .seconds(100))
    }
}

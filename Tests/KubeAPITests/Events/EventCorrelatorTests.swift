import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct EventCorrelatorTests {
    private let start = Instant(seconds: 1_000)

    private func event(_ message: String, about name: String = "web") -> EventRecord {
        let pod: Object = ["kind": "Pod", "metadata": ["name": .string(name), "namespace": "default", "uid": "u"]]
        return EventRecord(pod, .warning, "Failed", message, from: "kubelet", host: "n")
    }

    @Test func `the tenth that is alike but for its message is joined`() {
        var correlator = EventCorrelator()
        for number in 1...9 {
            let said = correlator.correlate(event("no \(number)"), now: start)
            #expect(said?.message == "no \(number)")
        }
        let tenth = correlator.correlate(event("no 10"), now: start)
        #expect(tenth?.message == "(combined from similar events): no 10")
        let later = correlator.correlate(event("no 11"), now: start + .seconds(601))
        #expect(later?.message == "no 11")
    }

    @Test func `more than 25 about one object are dropped until five minutes have passed`() {
        var correlator = EventCorrelator()
        for _ in 1...25 { #expect(correlator.correlate(event("again"), now: start) != nil) }
        #expect(correlator.correlate(event("again"), now: start) == nil)
        #expect(correlator.correlate(event("again", about: "other"), now: start) != nil)
        #expect(correlator.correlate(event("again"), now: start + .seconds(300)) != nil)
    }

    @Test func `what time has made meaningless is forgotten`() {
        var correlator = EventCorrelator()
        for number in 0..<10_000 {
            let now = start + .seconds(Int64(number * 60))
            #expect(correlator.correlate(event("done", about: "job-\(number)"), now: now) != nil)
        }
        #expect(correlator.remembered < 2 * EventCorrelator.kept)
    }
}

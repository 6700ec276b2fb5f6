import KubeAPI
import KubeModel
import Testing

@testable import KubeNodes

/// What is kept of what a container prints.
struct ContainerLogTests {
    private let now = Instant(seconds: 1_767_603_600)

    @Test func `a line that has no end yet is shown at the end of the process`() {
        var log = ContainerLog()
        log.append(Array("one\ntw".utf8), at: now)
        #expect(log.lines.map(\.text) == ["one"])
        log.append(Array("o".utf8), at: now)
        log.finish(at: now)
        #expect(log.lines.map(\.text) == ["one", "two"])
    }

    @Test func `a log that grows too long begins anew`() {
        var log = ContainerLog()
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20) + [UInt8(ascii: "\n")]
        for _ in 0..<10 { log.append(line, at: now) }
        #expect(log.lines.count == 10)
        log.append(line, at: now)
        #expect(log.dropped == 11)
        log.appendLine("after", at: now)
        #expect(log.lines.map(\.text) == ["after"])
    }
}

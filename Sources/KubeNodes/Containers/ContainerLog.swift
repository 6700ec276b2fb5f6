package import KubeAPI
import KubeModel

/// What a container has printed, line by line, with the oldest lines dropped when it grows too long.
package struct ContainerLog: Sendable {
    package private(set) var lines: [LogChunk.Line] = []
    /// Lines that were dropped from the beginning.
    package private(set) var dropped = 0
    private var bytes = 0
    /// The end of the output that has no line break yet.
    private var open: [UInt8] = []
}

extension ContainerLog {
    mutating func append(_ output: [UInt8], at time: Instant) {
        for byte in output {
            if byte == UInt8(ascii: "\n") {
                close(at: time)
            } else {
                open.append(byte)
            }
        }
        trim()
    }

    mutating func appendLine(_ text: String, at time: Instant) {
        append(Array((text + "\n").utf8), at: time)
    }

    /// The last line when the process ended without a line break.
    mutating func finish(at time: Instant) {
        if !open.isEmpty { close(at: time) }
    }

    var text: String { lines.map(\.text).joined(separator: "\n") }

    private mutating func close(at time: Instant) {
        bytes += open.count
        lines.append(LogChunk.Line(time: time, text: String(decoding: open, as: UTF8.self)))
        open.removeAll(keepingCapacity: true)
    }

    /// A log starts a new file at its largest size; only the newest file is read.
    private mutating func trim() {
        if open.count > KubeletTimings.logBytesMax { open.removeFirst(open.count - KubeletTimings.logBytesMax) }
        guard bytes > KubeletTimings.logBytesMax else { return }
        dropped += lines.count
        lines.removeAll()
        bytes = 0
    }
}

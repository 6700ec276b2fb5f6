package import Shell
import Synchronization

/// Keeps the last part of what commands print, and hands everything on.
package final class OutputRecorder: Sendable {
    private static let bytesMax = 1 << 18
    private let bytes = Mutex<[UInt8]>([])
    private let next: @Sendable ([UInt8], OutputStream) -> Void

    package init(next: @escaping @Sendable ([UInt8], OutputStream) -> Void) {
        self.next = next
    }

    package func write(_ piece: [UInt8], to stream: OutputStream) {
        bytes.withLock { bytes in
            bytes += piece
            if bytes.count > 2 * Self.bytesMax { bytes.removeFirst(bytes.count - Self.bytesMax) }
        }
        next(piece, stream)
    }

    package func clear() { bytes.withLock { $0 = [] } }
    package var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

package import Shell
import Synchronization

/// Keeps the last part of what commands print, and hands everything on.
package final class OutputRecorder: Sendable {
    private static let bytesMax = 1 << 18
    private static let errorBytesMax = 1 << 13
    private let bytes = Mutex<[UInt8]>([])
    /// The first of what went to standard error.
    private let errorBytes = Mutex<[UInt8]>([])
    private let next: @Sendable ([UInt8], OutputStream) -> Void

    package init(next: @escaping @Sendable ([UInt8], OutputStream) -> Void) {
        self.next = next
    }

    package func write(_ piece: [UInt8], to stream: OutputStream) {
        bytes.withLock { bytes in
            bytes += piece
            if bytes.count > 2 * Self.bytesMax { bytes.removeFirst(bytes.count - Self.bytesMax) }
        }
        if stream == .standardError {
            errorBytes.withLock { $0 += piece.prefix(max(0, Self.errorBytesMax - $0.count)) }
        }
        next(piece, stream)
    }

    package func clear() {
        bytes.withLock { $0 = [] }
        errorBytes.withLock { $0 = [] }
    }

    package var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
    package var errorText: String { errorBytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

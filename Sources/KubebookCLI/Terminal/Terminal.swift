import Foundation
import Shell
import Synchronization
package import Workbook

/// Standard output and error of the process, in the order in which they were written.
///
/// Output is gathered and handed to the system in large pieces; a change of stream or a flush sends it off.
package final class Terminal: Sendable {
    package static let standard = Terminal()

    private struct Pending {
        var stream = ShellStream.standardOutput
        var bytes: [UInt8] = []
    }

    private let pending = Mutex(Pending())
}

extension Terminal {
    private static let pieceSize = 1 << 16

    package func write(_ bytes: [UInt8], to stream: ShellStream) {
        pending.withLock { pending in
            if pending.stream != stream { Self.send(&pending) }
            pending.stream = stream
            pending.bytes += bytes
            if pending.bytes.count >= Self.pieceSize { Self.send(&pending) }
        }
    }

    package func write(_ text: String) { write(Array(text.utf8), to: .standardOutput) }
    package func writeError(_ text: String) { write(Array(text.utf8), to: .standardError) }

    package func flush() {
        pending.withLock { Self.send(&$0) }
    }

    /// A reader that went away (`| head`) ends the process quietly, as SIGPIPE would.
    private static func send(_ pending: inout Pending) {
        let descriptor: Int32 = pending.stream == .standardOutput ? 1 : 2
        var rest = pending.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if errno == EINTR { continue }
                Foundation.exit(141)
            }
            rest = rest.dropFirst(count)
        }
        pending.bytes.removeAll(keepingCapacity: true)
    }
}

/// What a file descriptor leads to.
enum Descriptor: Hashable, Sendable {
    case terminalInput
    case terminal(OutputStream)
    case pipeReader(Int)
    case pipeWriter(Int)
    /// Bytes that were read when the file was opened; the place in them is shared by all who hold it.
    case contents(Int)
    /// Everything is added to the end of this file.
    case file(String)
    case null
    /// `/dev/zero` and `/dev/urandom`
    case endless(EndlessSource)

    enum EndlessSource: Hashable, Sendable { case zeros, random }
}

/// The buffer between two stages of a pipeline.
struct Pipe: Sendable {
    private var bytes: [UInt8] = []
    /// Bytes at the front that were read already.
    private var read = 0
    /// Takes everything, as the buffer of `$( )` does.
    let isCapture: Bool

    /// A writer has to wait above this; the size that Linux gives a pipe.
    static let bytesMax = 65_536

    init(isCapture: Bool) {
        self.isCapture = isCapture
    }

    var available: ArraySlice<UInt8> { bytes[read...] }

    var isFull: Bool { !isCapture && bytes.count - read >= Self.bytesMax }

    mutating func append(_ more: [UInt8]) {
        if read > 0, read * 2 > bytes.count {
            bytes.removeFirst(read)
            read = 0
        }
        bytes += more
    }

    mutating func consume(_ count: Int) {
        read = min(bytes.count, read + count)
    }
}

struct OpenContents: Sendable {
    let bytes: [UInt8]
    private(set) var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var rest: ArraySlice<UInt8> { bytes[position...] }

    mutating func consume(_ count: Int) {
        position = min(bytes.count, position + count)
    }
}

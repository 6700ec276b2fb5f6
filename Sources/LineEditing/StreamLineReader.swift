#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lines of a pipe, of a file, or of a terminal that cannot move its cursor.
///
/// Holds no more than one line and one block of input, whatever comes.
package struct StreamLineReader: LineReader, Sendable {
    private let descriptor: Int32
    /// Where prompts are shown; `nil` when nobody looks.
    private let promptDescriptor: Int32?
    private let limitBytes: Int
    private var block: ArraySlice<UInt8> = []
    private var lineNumber = 0
    private var isAtEnd = false

    package init(descriptor: Int32, promptDescriptor: Int32? = nil, limitBytes: Int = 1_048_576) {
        self.descriptor = descriptor
        self.promptDescriptor = promptDescriptor
        self.limitBytes = limitBytes
    }
}

extension StreamLineReader {
    private static let newline: UInt8 = 0x0A
    private static let blockBytes = 65_536

    package mutating func readLine(
        prompt: Prompt, complete: (_ line: String, _ cursor: Int) -> Completion
    ) throws(LineError) -> LineInput {
        show(prompt)
        var line: [UInt8] = []
        var isTooLong = false
        var isStarted = false
        while true {
            if block.isEmpty {
                switch try readBlock() {
                case .data: break
                case .interrupted: return .interrupted
                case .end:
                    guard isStarted else { return .endOfInput }
                    return try finish(line, isTooLong: isTooLong)
                }
            }
            isStarted = true
            let end = block.firstIndex(of: Self.newline)
            let piece = block[..<(end ?? block.endIndex)]
            isTooLong = isTooLong || line.count + piece.count > limitBytes
            if !isTooLong { line += piece }
            block = end.map { block[($0 + 1)...] } ?? []
            if end != nil { return try finish(line, isTooLong: isTooLong) }
        }
    }

    private mutating func finish(_ line: [UInt8], isTooLong: Bool) throws(LineError) -> LineInput {
        lineNumber += 1
        guard !isTooLong else { throw .tooLong(line: lineNumber, limitBytes: limitBytes) }
        let end = line.last == 0x0D ? line.count - 1 : line.count
        guard let text = String(validating: line[..<end], as: UTF8.self) else { throw .notUTF8(line: lineNumber) }
        return .line(text)
    }

    private enum Arrival { case data, interrupted, end }

    private mutating func readBlock() throws(LineError) -> Arrival {
        guard !isAtEnd else { return .end }
        var bytes = [UInt8](repeating: 0, count: Self.blockBytes)
        while true {
            let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                block = bytes[..<count]
                return .data
            }
            if count == 0 {
                // A terminal goes on after Ctrl-D; everything else is at its end for good.
                isAtEnd = promptDescriptor == nil
                return .end
            }
            guard errno == EINTR else { throw .system(code: errno) }
            if InterruptFlag.take() { return .interrupted }
        }
    }

    private func show(_ prompt: Prompt) {
        guard let promptDescriptor else { return }
        let bytes = Array(prompt.text.utf8)
        // A prompt that nobody can see is no reason to stop reading.
        _ = bytes.withUnsafeBytes { write(promptDescriptor, $0.baseAddress, $0.count) }
    }
}

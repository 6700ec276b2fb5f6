#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where typed lines are kept from one run to the next.
package struct HistoryFile: Sendable {
    /// What the system refused; typing goes on without a file.
    package struct Problem: Error, Hashable, Sendable {
        package var path: String
        package var code: Int32
    }

    package let path: String
    private var text = HistoryText()

    package init(path: String) {
        self.path = path
    }
}

extension HistoryFile.Problem {
    /// One sentence, without a full stop.
    package var message: String { "the history in \(path) cannot be kept: \(systemMessage(code))" }
}

extension HistoryFile {
    /// Only the end of a file is read: more than all lines that are kept should ever need.
    private static let tailBytes = 8 * 1_048_576

    /// Reads the lines of earlier runs, oldest first; writes the file anew when it holds more than is kept.
    mutating func load() throws(Problem) -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return [] }
            throw problem
        }
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= 0 else { throw problem }
        lseek(descriptor, max(0, size - off_t(Self.tailBytes)), SEEK_SET)
        let bytes = try readAll(descriptor)
        text = HistoryText(size > Self.tailBytes ? bytes.drop { $0 != 0x0A } : bytes[...])
        if text.isOverfull || size > Self.tailBytes {
            try rewrite()
        } else if text.endsInsideLine {
            try append("\n")
        }
        return text.lines
    }

    /// Appends a line at once, so that a kill loses nothing; false when there is nothing new in it.
    mutating func add(_ line: String) throws(Problem) -> Bool {
        guard text.add(line) else { return false }
        try append(line + "\n")
        return true
    }

    private func append(_ addition: String) throws(Problem) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem }
        defer { close(descriptor) }
        try writeAll(addition, to: descriptor)
    }

    /// Replaces the file as a whole, so that a kill leaves the old one or the new one.
    private func rewrite() throws(Problem) {
        let temporary = path + ".new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem }
        do {
            defer { close(descriptor) }
            try writeAll(text.text, to: descriptor)
            guard fsync(descriptor) == 0 else { throw problem }
        }
        guard rename(temporary, path) == 0 else { throw problem }
    }

    private func readAll(_ descriptor: Int32) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < Self.tailBytes {
            let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw problem
            }
            bytes += block[..<count]
        }
        return bytes
    }

    private func writeAll(_ text: String, to descriptor: Int32) throws(Problem) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw problem
            }
            rest = rest.dropFirst(count)
        }
    }

    private var problem: Problem { Problem(path: path, code: errno) }
}

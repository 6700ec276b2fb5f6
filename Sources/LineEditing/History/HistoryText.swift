/// The lines of a history file, oldest first: UTF-8, one line each, nothing else.
///
/// A file may have been cut off or written over by something else, so whatever is no plain line is passed over.
struct HistoryText: Hashable, Sendable {
    static let lineLimit = 5000
    static let lineLimitBytes = 65_536

    private(set) var lines: [String] = []
    /// The text had more than is kept, so that the file is worth writing anew.
    private(set) var isOverfull = false
    /// The text ends inside a line.
    private(set) var endsInsideLine = false

    init() {}

    init(_ bytes: some Collection<UInt8>) {
        var kept = 0
        for line in bytes.split(separator: 0x0A) {
            guard line.count <= Self.lineLimitBytes, let text = String(validating: line, as: UTF8.self) else {
                isOverfull = true
                continue
            }
            kept += 1
            if !add(text) { isOverfull = true }
        }
        if kept > Self.lineLimit { isOverfull = true }
        endsInsideLine = bytes.isEmpty ? false : bytes[bytes.index(bytes.endIndex, offsetBy: -1)] != 0x0A
        if lines.count > Self.lineLimit { lines.removeFirst(lines.count - Self.lineLimit) }
    }
}

extension HistoryText {
    /// Takes a line up as the newest; false for one that is blank, the same as the last, or no plain text.
    mutating func add(_ line: String) -> Bool {
        let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        let isPlain = line.unicodeScalars.allSatisfy { !$0.isControl || $0 == "\t" }
        guard !isBlank, isPlain, line != lines.last, line.utf8.count <= Self.lineLimitBytes else { return false }
        lines.append(line)
        return true
    }

    /// The newest lines as the text of a file.
    var text: String {
        lines.suffix(Self.lineLimit).map { $0 + "\n" }.joined()
    }
}

/// How a tool says that it cannot open a file.
enum OpenComplaint {
    /// `wc: x: No such file or directory`
    case plain
    /// `head: cannot open 'x' for reading: No such file or directory`
    case forReading
    /// `tac: failed to open 'x' for reading: No such file or directory`
    case failedToOpen
    /// `sort: cannot read: x: No such file or directory`
    case cannotRead
    /// `sed: can't read x: No such file or directory`
    case cantRead
}

extension ToolContext {
    mutating func complain(opening operand: String, _ error: FileError, _ style: OpenComplaint = .plain) {
        switch (flavor, style) {
        case (.busybox, .forReading) where name == "tail": complain("can't open '\(operand)': \(error.reason)")
        case (.busybox, _), (_, .plain): complain("\(operand): \(error.reason)")
        case (.bash, .forReading):
            complain(
                error == .isDirectory(error.path)
                    ? "error reading '\(operand)': Is a directory"
                    : "cannot open '\(operand)' for reading: \(error.reason)")
        case (.bash, .failedToOpen): complain("failed to open '\(operand)' for reading: \(error.reason)")
        case (.bash, .cannotRead): complain("cannot read: \(operand): \(error.reason)")
        case (.bash, .cantRead):
            complain(
                error == .isDirectory(error.path)
                    ? "couldn't edit \(operand): not a regular file" : "can't read \(operand): \(error.reason)")
        }
    }

    /// The contents of all operands that can be read, or of standard input when there are none.
    mutating func readAll(
        _ operands: [String], _ style: OpenComplaint = .plain
    ) throws(ToolExit) -> (inputs: [(name: String, bytes: [UInt8])], failed: Bool) {
        var inputs: [(name: String, bytes: [UInt8])] = []
        var failures: [(String, FileError)] = []
        for operand in operands.isEmpty ? ["-"] : operands {
            switch try read(operand) {
            case .success(let bytes): inputs.append((operand, bytes))
            case .failure(let error): failures.append((operand, error))
            }
        }
        for (operand, error) in failures { complain(opening: operand, error, style) }
        return (inputs, !failures.isEmpty)
    }

    /// The lines of all operands together.
    mutating func readLines(
        _ operands: [String], _ style: OpenComplaint = .plain
    ) throws(ToolExit) -> (lines: [ArraySlice<UInt8>], failed: Bool) {
        let (inputs, failed) = try readAll(operands, style)
        return (inputs.flatMap { $0.bytes[...].lines }, failed)
    }

    /// A count with the suffixes of GNU: `5`, `2K`, `1M`, `3b`.
    static func count(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits) else { return nil }
        let factor: Int
        switch text.dropFirst(digits.count) {
        case "": factor = 1
        case "b": factor = 512
        case "k", "K", "KiB": factor = 1024
        case "kB", "KB": factor = 1000
        case "M", "MiB": factor = 1 << 20
        case "MB": factor = 1_000_000
        case "G", "GiB": factor = 1 << 30
        case "GB": factor = 1_000_000_000
        default: return nil
        }
        return value.multipliedReportingOverflow(by: factor).partialValue
    }

    /// A complaint with the tool's own status.
    mutating func fail(_ text: String, status: Int32 = 1) -> ToolExit {
        complain(text)
        return .status(status)
    }
}

/// Text in columns.
enum Padding {
    static func right(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }

    static func left(_ text: String, to width: Int, with filler: String = " ") -> String {
        String(repeating: filler, count: max(0, width - text.unicodeScalars.count)) + text
    }
}

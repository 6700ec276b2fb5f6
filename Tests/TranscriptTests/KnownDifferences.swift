import Foundation

/// The recorded commands that the simulation answers otherwise, each with its reason.
///
/// One a line: `folder/file command-number reason`; the numbers count the commands of a file from 1.
struct KnownDifferences: Sendable {
    private let reasons: [String: [Int: String]]

    init(contentsOf url: URL) throws {
        var reasons: [String: [Int: String]] = [:]
        for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n") {
            let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard parts.count == 3, !line.hasPrefix("#"), let number = Int(parts[1]) else { continue }
            reasons[parts[0], default: [:]][number] = parts[2]
        }
        self.reasons = reasons
    }

    /// The numbers of the commands of a file that are known to differ.
    func numbers(in file: String) -> Set<Int> {
        Set(reasons[file, default: [:]].keys)
    }
}

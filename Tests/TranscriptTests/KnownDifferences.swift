import Foundation

/// The recorded commands that the simulation answers otherwise, each with its reason.
///
/// One a line: `folder/file command-number reason`; the commands of a file are counted from 1.
struct KnownDifferences: Sendable {
    private let reasons: [String: [Int: String]]

    init(_ text: String) throws {
        var reasons: [String: [Int: String]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard cells.count == 3, let number = Int(cells[1]) else { throw Unreadable(line: String(line)) }
            reasons[cells[0], default: [:]][number] = cells[2]
        }
        self.reasons = reasons
    }

    struct Unreadable: Error {
        var line: String
    }
}

extension KnownDifferences {
    var count: Int { reasons.values.reduce(0) { $0 + $1.count } }

    func reason(_ recording: String, _ number: Int) -> String? { reasons[recording]?[number] }
}

import Foundation
import KubeModel
import Workbook

/// One recorded session of a real cluster: a file of `Fixtures`.
struct Recording: Sendable, CustomStringConvertible {
    let folder: String
    let file: String

    var description: String { "\(folder)/\(file)" }
}

extension Recording {
    static let folders = ["apply", "cli", "lifecycle", "platform", "workloads"]

    static func all() -> [Recording] {
        folders.flatMap { folder in
            names(in: Self.fixtures.appending(path: folder), suffix: ".t").map { Recording(folder: folder, file: $0) }
        }
    }

    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let fixtures = tests.appending(path: "Fixtures")
    static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

    /// The names of a folder's files without their suffix, sorted; a folder that cannot be read has none.
    static func names(in folder: URL, suffix: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
    }

    func transcript() throws -> Transcript {
        let url = Self.fixtures.appending(path: folder).appending(path: file + ".t")
        return try Transcript(String(contentsOf: url, encoding: .utf8))
    }

    /// The cluster that the recording was made on.
    var cluster: (profile: ClusterProfile, nodeCount: Int) { folder == "lifecycle" ? (.bare, 1) : (.hollow, 3) }
}

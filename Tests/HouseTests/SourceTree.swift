import Foundation

/// The project's own sources, as text.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct File: Sendable, CustomTestStringConvertibleByPath {
        let path: String
        let lines: [String]
    }

    /// The Swift files below a folder, in the order of their paths.
    static func swiftFiles(under folder: String) throws -> [File] {
        let base = root.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
            return File(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
        }
    }
}

/// Shows a file by its path in the names of tests.
protocol CustomTestStringConvertibleByPath: CustomStringConvertible {
    var path: String { get }
}

extension CustomTestStringConvertibleByPath {
    var description: String { path }
}

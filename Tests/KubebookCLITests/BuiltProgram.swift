import Foundation
import Testing

/// The program as it was built beside these tests, run as a user runs it.
struct BuiltProgram {
    struct Result: Equatable {
        var output: String
        var error: String
        var code: Int32
    }

    struct NotBuilt: Error {}

    static let project = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `.build/debug/kubebook`, wherever the build folder is.
    static func location() throws -> URL {
        var folders = [project.appending(path: ".build/debug")]
        if let tests = Bundle.main.executableURL { folders.insert(tests.deletingLastPathComponent(), at: 0) }
        let programs = folders.map { $0.appending(path: "kubebook") }
        guard let found = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw NotBuilt()
        }
        return found
    }

    /// A folder of the test's own, with the learner's state in `home`.
    let folder: TemporaryFolder
    var environment: [String: String] = [:]

    init() throws {
        folder = try TemporaryFolder()
        environment = [
            "KUBEBOOK_HOME": folder.path("home"), "KUBEBOOK_CONTENT": Self.project.path, "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin", "TERM": "dumb",
        ]
    }
}

extension BuiltProgram {
    func process(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = try Self.location()
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder.url
        return process
    }

    /// Runs to the end; what is typed and what is printed goes through files, so that nothing blocks.
    func run(_ arguments: [String], typed: String = "") throws -> Result {
        let process = try process(arguments)
        let input = try folder.write(typed, to: ".typed")
        let output = try folder.write("", to: ".output")
        let error = try folder.write("", to: ".error")
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.run()
        process.waitUntilExit()
        return Result(
            output: try String(contentsOf: output, encoding: .utf8),
            error: try String(contentsOf: error, encoding: .utf8), code: process.terminationStatus)
    }
}

/// A folder that goes away with its last owner.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        let template = FileManager.default.temporaryDirectory.appending(path: "kubebook-XXXXXX").path
        var name = Array(template.utf8CString)
        guard let path = mkdtemp(&name) else { throw CocoaError(.fileWriteUnknown) }
        url = URL(filePath: String(cString: path))
    }

    deinit {
        // Left over at worst: the system empties its temporary folder.
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    @discardableResult
    func write(_ text: String, to name: String) throws -> URL {
        try write(Data(text.utf8), to: name)
    }

    @discardableResult
    func write(_ data: Data, to name: String) throws -> URL {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file
    }
}

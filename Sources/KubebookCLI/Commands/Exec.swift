import ArgumentParser
import Foundation
import Shell
import Workbook

/// Runs a script of shell and kubectl commands against a new cluster.
struct Exec: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a script of shell and kubectl commands against a new cluster.",
        discussion: "Simulated time passes only where the script waits; the exit code is that of the last command.")

    @OptionGroup var options: ClusterOptions

    @Argument(help: ArgumentHelp("The script; - or nothing for standard input.", valueName: "file"))
    var script = "-"

    func run() throws {
        let text = try ScriptFile.read(script)
        let content = try ContentFolder.find()
        let cluster = try options.cluster(content: content)
        let folder = FileManager.default.currentDirectoryPath
        let host = LabHost(
            cluster: cluster, files: .disk(DiskFileSystem()),
            settings: LabSettings(write: { Terminal.standard.write($0, to: $1) }))
        var lab = Lab(host: host, shell: Shell(configuration: .lab(workingDirectory: folder), limits: .lab))
        let result = lab.run(text)
        Terminal.standard.flush()
        throw try ExitCode(result.exitCode())
    }
}

extension LabResult {
    /// The script's own code, or the failure of a budget.
    func exitCode() throws -> Int32 {
        switch self {
        case .finished(let code): return code
        case .needsInput: return 0
        case .exceeded(let moving):
            let objects = moving.isEmpty ? "" : "; still moving: \(moving.joined(separator: ", "))"
            throw CommandFailure(
                code: .budgetExceeded, message: "the cluster did not come to rest within its budget\(objects)")
        case .limitExceeded(let limit):
            throw CommandFailure(code: .budgetExceeded, message: "the script went beyond its limit of \(limit)")
        }
    }
}

/// Reads a script, bounded.
enum ScriptFile {
    static let bytesMax = 64 << 20

    static func read(_ name: String) throws -> String {
        let bytes = try bytes(name)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(code: .unreadableSubmission, message: "\(shown(name)) is not UTF-8 text")
        }
        return text
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        try name == "-" ? standardInput() : file(name)
    }

    private static func shown(_ name: String) -> String { name == "-" ? "standard input" : name }

    private static func standardInput() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try FileHandle.standardInput.read(upToCount: 1 << 16), !piece.isEmpty {
            bytes += piece
            guard bytes.count <= bytesMax else { throw tooLarge("-") }
        }
        return bytes
    }

    private static func file(_ name: String) throws -> [UInt8] {
        do {
            let files = DiskFileSystem()
            guard let status = files.status(of: name) else {
                throw CommandFailure(code: .unreadableSubmission, message: "there is no file \(name)")
            }
            guard !status.isDirectory else {
                throw CommandFailure(code: .unreadableSubmission, message: "\(name) is a folder, not a script")
            }
            guard status.size <= bytesMax else { throw tooLarge(name) }
            return try files.read(name)
        } catch let error as FileError {
            throw CommandFailure(code: .unreadableSubmission, message: "\(name) cannot be read: \(error)")
        }
    }

    private static func tooLarge(_ name: String) -> CommandFailure {
        CommandFailure(
            code: .unreadableSubmission,
            message: "\(shown(name)) is larger than \(bytesMax >> 20) MiB; that is no script")
    }
}

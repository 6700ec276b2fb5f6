import ArgumentParser
import Foundation
import KubeNodes
import Shell
import Simulation
import Workbook

/// Runs a script of shell and kubectl commands against a new cluster.
struct Exec: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exec", abstract: "Run a script of shell and kubectl commands against a new cluster.",
        discussion: """
            Simulated time passes only where the script waits; the exit code is that of the last command.
            With --lesson the script finds what grading gives it: the lesson's cluster and files and copies of the files \
            beside it. Nothing that it writes then reaches the disk.
            """)

    @OptionGroup var language: LanguageOption
    @OptionGroup var options: ClusterOptions

    @Option(help: ArgumentHelp("Begin as this lesson begins.", valueName: "name"))
    var lesson: String?

    @Argument(help: ArgumentHelp("The script; - or nothing for standard input.", valueName: "file"))
    var script = "-"

    func run() throws {
        let text = try ScriptFile.read(script, language.choice)
        let content = try ContentFolder.find()
        var lab =
            try lesson.map { try lessonLab(try content.lesson(named: $0, language.choice), content) }
            ?? freeLab(content)
        let result = lab.run(text)
        Terminal.standard.flush()
        throw try ExitCode(result.exitCode())
    }

    private func freeLab(_ content: ContentFolder) throws -> Lab {
        let header = options.header()
        let cluster = try Cluster(
            ClusterConfiguration(
                profile: header.profile, nodeCount: header.nodes, seed: header.seed, start: header.start,
                images: content.images()))
        let host = LabHost(cluster: cluster, files: .disk(DiskFileSystem()), settings: settings)
        let folder = FileManager.default.currentDirectoryPath
        return Lab(host: host, shell: Shell(configuration: .lab(workingDirectory: folder), limits: .lab))
    }

    private func lessonLab(_ lesson: Lesson, _ content: ContentFolder) throws -> Lab {
        let session = try Session(
            options.header(for: lesson),
            SessionSetup(
                catalog: LessonCatalog([lesson]), images: content.images(), manifests: content.manifestTree(),
                language: .english, progress: LearnerProgress(), settings: settings))
        var lab = session.lab
        let folder = SubmissionFolder(DiskFileSystem(followsLinks: false))
        let files = script == "-" ? folder.files(in: ".") : folder.files(beside: script)
        for file in files { lab.host.files.apply(file) }
        lab.host.settings.allowsBareVerbs = false
        lab.shell = Shell(configuration: .lab(workingDirectory: Session.workFolder), limits: .lab)
        return lab
    }

    private var settings: LabSettings {
        LabSettings(write: { Terminal.standard.write($0, to: $1) })
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
            throw CommandFailure(code: .budgetExceeded, message: "the script was stopped: \(limit.text(.english))")
        }
    }
}

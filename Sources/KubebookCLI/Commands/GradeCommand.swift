import ArgumentParser
import Foundation
import Workbook

/// Grades submissions of a lesson.
struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "Grade scripts, manifests or saved journals.",
        discussion:
            "Exit codes: 0 all passed; 1 a check failed; 3 the lesson is invalid; 4 a submission cannot be read; 5 a budget was exceeded."
    )

    @OptionGroup var language: LanguageOption

    @Option(help: ArgumentHelp("text, json or junit.", valueName: "format"))
    var format: GradeReport.Format = .text

    @Option(help: ArgumentHelp("How many submissions are graded at the same time.", valueName: "count"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: ArgumentHelp("Write the report to a file.", valueName: "file"))
    var output: String?

    @Flag(help: "Exit with 0 where a check failed.")
    var exitZero = false

    @Argument(help: ArgumentHelp("The lesson by name or number.", valueName: "lesson"))
    var lesson: String

    @Argument(help: ArgumentHelp("Scripts, manifests, folders of them, and journals.", valueName: "submission"))
    var submissions: [String]

    func run() throws {
        let content = try ContentFolder.find()
        let lesson = try content.lesson(named: lesson, language.choice)
        let grader = Grader(
            lesson: lesson, images: try content.images(), manifests: try content.manifestTree(),
            language: language.choice)
        let grades = Parallel.map(submissions, workers: max(1, jobs)) {
            grader.grade($0, files: DiskFileSystem(), siblings: DiskFileSystem(followsLinks: false))
        }
        let report = GradeReport(lesson: lesson, grades: grades, language: language.choice)
        try write(report.written(as: format))
        throw ExitCode(grades.exitCode(isLenient: exitZero))
    }

    private func write(_ text: String) throws {
        guard let output else {
            Terminal.standard.write(text)
            Terminal.standard.flush()
            return
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw CommandFailure(
                code: .usage,
                message: "the report cannot be written to \(output): \((error as NSError).localizedDescription)")
        }
    }
}

extension GradeReport.Format: ExpressibleByArgument {}

/// Work on several processors, with the results in the order of the inputs.
enum Parallel {
    static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], workers: Int, _ transform: @Sendable @escaping (Input) -> Output
    ) -> [Output] {
        guard workers > 1, inputs.count > 1 else { return inputs.map(transform) }
        let results = ResultBox<Output>(count: inputs.count)
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = workers
        for (index, input) in inputs.enumerated() {
            queue.addOperation { results.set(transform(input), at: index) }
        }
        queue.waitUntilAllOperationsAreFinished()
        return results.values
    }
}

import ArgumentParser
import Documents
import Foundation
import Workbook

/// For authors: what lessons there are, and whether they keep what they promise.
struct LessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "For authors: list, show, begin, record, lint and prove lessons.",
        subcommands: [
            LessonListCommand.self, LessonShow.self, LessonNew.self, LessonTest.self, LessonRecord.self,
            LessonLint.self,
        ])
}

struct LessonListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "All lessons.")

    @OptionGroup var language: LanguageOption

    @Flag(help: "An array of objects with id, title, steps and languages.")
    var json = false

    func run() throws {
        let (catalog, problems) = try ContentFolder.find().soundCatalog(language.choice)
        if json {
            Terminal.standard.write(Self.json(catalog, language.choice))
        } else {
            let page = LessonList.page(catalog, StateFolder().progress().progress, language.choice)
            Terminal.standard.write(page.plainText)
        }
        try LessonProblems.report(problems, language.choice)
    }

    private static func json(_ catalog: LessonCatalog, _ language: Language) -> String {
        let list = catalog.lessons.map { lesson -> Value in
            [
                "id": .string(lesson.id), "title": .string(lesson.title(language)),
                "steps": Value(lesson.steps.map(\.id)),
                "languages": Value(lesson.texts.map(\.language.rawValue)),
            ]
        }
        return JSON.encode(.array(list), style: .indented(2)) + "\n"
    }
}

/// What is wrong with lessons, one line each; the exit code says that there was something.
enum LessonProblems {
    static func report(_ problems: [LessonError], _ language: Language) throws {
        guard !problems.isEmpty else { return }
        Terminal.standard.flush()
        for problem in problems { Terminal.standard.writeError("kubebook: \(problem.message(language))\n") }
        throw ExitCode(ExitStatus.invalidLesson.rawValue)
    }
}

struct LessonShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "The words of a lesson.")

    @OptionGroup var language: LanguageOption

    @Argument(help: ArgumentHelp("The lesson by name or number.", valueName: "lesson"))
    var lesson: String

    func run() throws {
        let lesson = try ContentFolder.find().lesson(named: lesson, language.choice)
        guard let text = lesson.text(language.choice) else { return }
        var lines = ["# \(text.title)", "", text.introduction]
        for section in text.sections { lines += ["", "## \(section.title)", "", section.body] }
        Terminal.standard.write(lines.joined(separator: "\n") + "\n")
    }
}

struct LessonLint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Read every lesson and say what is wrong with its files.")

    @OptionGroup var language: LanguageOption

    func run() throws {
        let (catalog, problems) = try ContentFolder.find().soundCatalog(language.choice)
        let count = catalog.lessons.count
        Terminal.standard.write(
            language.choice.choose("\(count) lessons are well formed.\n", "\(count) 個のレッスンは正しく書かれています。\n"))
        try LessonProblems.report(problems, language.choice)
    }
}

struct LessonTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Prove lessons; all of them when none is named.")

    @OptionGroup var language: LanguageOption

    @Argument(help: ArgumentHelp("Lessons by name or number.", valueName: "lesson"))
    var lessons: [String] = []

    func run() throws {
        let content = try ContentFolder.find()
        let chosen =
            try lessons.isEmpty
            ? content.catalog(language.choice).lessons
            : lessons.map { try content.lesson(named: $0, language.choice) }
        let images = try content.images()
        let manifests = try content.manifestTree()
        var failures = 0
        for lesson in chosen {
            let runner = ScriptRunner(lesson: lesson, images: images, manifests: manifests)
            let folder = content.lessons.appending(path: lesson.folder).path
            let proof = LessonProof(
                lesson: lesson, hasFile: { FileManager.default.fileExists(atPath: "\(folder)/\($0)") },
                run: { runner.run($0) })
            let results = proof.results()
            let text = ProofText(language: language.choice)
            for result in results where !result.holds {
                Terminal.standard.write(text.lines(result).joined(separator: "\n") + "\n")
            }
            failures += results.count { !$0.holds }
            let mark = results.allSatisfy(\.holds) ? "ok" : "NOT OK"
            Terminal.standard.write(
                "\(mark)  \(lesson.id): \(results.count { $0.holds }) of \(results.count) claims hold\n")
            Terminal.standard.flush()
        }
        if failures > 0 { throw ExitCode(ExitStatus.invalidLesson.rawValue) }
    }
}

/// Runs the solution and prints it with its answers, as a transcript for the texts.
struct LessonRecord: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Run a lesson's solution and print it as a transcript.")

    @Argument(help: ArgumentHelp("The lesson by name or number.", valueName: "lesson"))
    var lesson: String

    func run() throws {
        let content = try ContentFolder.find()
        let lesson = try content.lesson(named: lesson)
        let runner = ScriptRunner(lesson: lesson, images: try content.images(), manifests: try content.manifestTree())
        for command in runner.run(lesson.scripts.solution.text).commands {
            let lines = command.text.split(separator: "\n", omittingEmptySubsequences: false)
            Terminal.standard.write("$ \(lines[0])\n" + lines.dropFirst().map { "> \($0)\n" }.joined())
            Terminal.standard.write(command.output)
            if command.exitCode != 0 { Terminal.standard.write("[\(command.exitCode)]\n") }
        }
    }
}

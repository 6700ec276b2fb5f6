import Foundation
import Testing

/// The exit codes of the command line, by what a user gives it.
struct ExitCodeTests {
    private let program: BuiltProgram

    init() throws {
        program = try BuiltProgram()
    }

    private static let usage = [
        ["nosuch"], ["grade", "nginx-pod"], ["exec", "--nodes", "-1"], ["exec", "--nodes", "many"],
        ["exec", "--profile", "gke"], ["exec", "--seed", "x"], ["exec", "--start", "yesterday"],
        ["grade", "--format", "xml", "nginx-pod", "a"], ["learn", "--lang", "fr"], ["learn", "nosuch"],
        ["lesson", "show", "nosuch"], ["grade", "nosuch", "a"], ["exec", "--lesson", "nosuch", "a"],
    ]

    @Test(arguments: usage)
    func `usage is 2 and says something`(arguments: [String]) throws {
        try program.folder.write("true", to: "a")
        let result = try program.run(arguments)
        #expect(result.code == 2)
        #expect(result.output.isEmpty)
        #expect(!result.error.isEmpty)
    }

    @Test func `an unknown command is named, with the nearest one`() throws {
        let result = try program.run(["grad", "nginx-pod"])
        #expect(
            result.error
                == "kubebook: there is no command grad; did you mean grade? kubebook --help lists all commands\n")
        let japanese = try program.run(["--lang", "ja", "foo"])
        #expect(japanese.error == "kubebook: foo というコマンドはありません。kubebook --help で一覧が見られます\n")
        #expect(japanese.code == 2)
    }

    @Test(arguments: [["learn", "nope"], ["check", "nope"], ["exec", "--lesson", "nope", "a"]])
    func `an unknown lesson is told in the learner's language`(arguments: [String]) throws {
        var program = program
        program.environment["LANG"] = "ja_JP.UTF-8"
        try program.folder.write("true", to: "a")
        let result = try program.run(arguments)
        #expect(
            result
                == .init(
                    output: "", error: "kubebook: nope というレッスンはありません。kubebook lesson list で一覧が見られます\n",
                    code: 2))
    }

    @Test func `a manifest that is not there is usage, and one that does not parse is told`() throws {
        let missing = try program.run(["play", "missing.yaml"])
        #expect(missing == .init(output: "", error: "kubebook: there is no file missing.yaml\n", code: 2))
        try program.folder.write("kind: [\n", to: "bad.yaml")
        let bad = try program.run(["play", "bad.yaml"], typed: "true\n")
        #expect((bad.output + bad.error).contains("error parsing bad.yaml"))
    }

    @Test func `an unknown lesson gets the nearest one`() throws {
        let result = try program.run(["lesson", "show", "ngnix-pod"])
        #expect(result.error == "kubebook: there is no lesson ngnix-pod; did you mean nginx-pod?\n")
    }

    @Test(arguments: [["--help"], ["grade", "--help"], ["--version"], ["lesson", "list"], ["progress", "--json"]])
    func `what is asked for and given is 0`(arguments: [String]) throws {
        let result = try program.run(arguments)
        #expect(result.code == 0)
        #expect(!result.output.isEmpty)
    }

    @Test func `a broken lesson is 3 and names its line`() throws {
        var program = program
        for folder in ["Lessons", "Manifests"] {
            try FileManager.default.copyItem(
                at: BuiltProgram.project.appending(path: folder), to: program.folder.url.appending(path: folder))
        }
        program.environment["KUBEBOOK_CONTENT"] = program.folder.url.path
        try program.folder.write("lesson: nginx-pod\nsteps:\n- id: [\n", to: "Lessons/01-nginx-pod/lesson.yaml")
        try program.folder.write("lesson: batch-app\nsteps: x\n", to: "Lessons/03-batch-app/lesson.yaml")
        let result = try program.run(["lesson", "lint"])
        #expect(result.code == 3)
        #expect(result.output == "1 lessons are well formed.\n")
        #expect(result.error.contains("01-nginx-pod/lesson.yaml:"))
        #expect(result.error.contains("03-batch-app/lesson.yaml:2:1: \"steps\" must be a list"))
        let list = try program.run(["lesson", "list"])
        #expect(list.code == 3)
        #expect(list.output.contains("backend-app"))
        #expect(list.error == result.error)
        #expect(try program.run(["lesson", "show", "backend-app"]).code == 0)
        let learned = try program.run(["learn", "batch-app"])
        #expect(learned.code == 3)
        #expect(learned.error.split(separator: "\n").count == 2)
    }

    @Test func `no two lessons have one name`() throws {
        var program = program
        for folder in ["Lessons", "Manifests"] {
            try FileManager.default.copyItem(
                at: BuiltProgram.project.appending(path: folder), to: program.folder.url.appending(path: folder))
        }
        program.environment["KUBEBOOK_CONTENT"] = program.folder.url.path
        let begun = try program.run(["lesson", "new", "my-lesson"])
        #expect(begun.code == 0)
        #expect(try program.run(["lesson", "lint"]).code == 0)
        let again = try program.run(["lesson", "new", "my-lesson"])
        #expect(again.code == 2)
        #expect(again.error.contains("there is already a lesson my-lesson, in "))
        let lessons = program.folder.url.appending(path: "Lessons")
        try FileManager.default.copyItem(
            at: lessons.appending(path: "04-my-lesson"), to: lessons.appending(path: "05-copy"))
        let lint = try program.run(["lesson", "lint"])
        #expect(lint.code == 3)
        #expect(lint.error.contains("05-copy/lesson.yaml:1:1: 04-my-lesson has the id \"my-lesson\" already"))
    }

    @Test func `a lesson that cannot be written says where it can`() throws {
        var program = program
        for folder in ["Lessons", "Manifests"] {
            try FileManager.default.createSymbolicLink(
                at: program.folder.url.appending(path: folder),
                withDestinationURL: folder == "Lessons"
                    ? URL(filePath: "/proc/self/task") : BuiltProgram.project.appending(path: folder))
        }
        program.environment["KUBEBOOK_CONTENT"] = program.folder.url.path
        let result = try program.run(["lesson", "new", "my-lesson"])
        #expect(result.code == 1)
        #expect(result.error.hasPrefix("kubebook: the lesson cannot be written to "))
        #expect(result.error.contains("set KUBEBOOK_CONTENT to it"))
        #expect(!result.error.contains("Error Domain"))
    }

    @Test func `a home that cannot be written is said and works`() throws {
        var program = program
        program.environment["KUBEBOOK_HOME"] = "/proc/kubebook"
        let result = try program.run(["learn", "nginx-pod"], typed: "get pods\n")
        #expect(result.code == 0)
        #expect(result.error.contains("/proc/kubebook cannot be written; nothing of this session will be kept"))
        #expect(result.output.contains("No resources found in default namespace."))
    }
}

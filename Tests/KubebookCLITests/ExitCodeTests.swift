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
        let result = try program.run(["lesson", "lint"])
        #expect(result.code == 3)
        #expect(result.error.contains("lesson.yaml:"))
        #expect(try program.run(["lesson", "show", "backend-app"]).code == 0)
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

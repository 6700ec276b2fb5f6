import Foundation
import FoundationXML
import Testing

/// `kubebook grade` of scripts, folders and journals.
struct GradeTests {
    private let program: BuiltProgram

    init() throws {
        program = try BuiltProgram()
    }

    private func solution(_ folder: String) -> String {
        BuiltProgram.project.appending(path: "Lessons/\(folder)/solution.sh").path
    }

    @Test func `a solution passes`() throws {
        let result = try program.run(["grade", "nginx-pod", solution("01-nginx-pod")])
        #expect(result.code == 0)
        #expect(result.output.contains("8/8 points"))
    }

    @Test func `an empty script says for every check what was expected, found and what to try`() throws {
        try program.folder.write("", to: "empty.sh")
        let result = try program.run(["grade", "nginx-pod", "empty.sh"])
        #expect(result.code == 1)
        #expect(result.output.contains("empty.sh: 0/8 points"))
        let checks = result.output.split(separator: "\n    [").dropFirst()
        #expect(checks.count == 7)
        for check in checks {
            #expect(check.contains("expected"), "\(check)")
            #expect(check.contains("found none") || check.contains("not looked at"), "\(check)")
            #expect(check.contains("next:") || check.contains("try:"), "\(check)")
        }
        #expect(try program.run(["grade", "--exit-zero", "nginx-pod", "empty.sh"]).code == 0)
    }

    @Test func `JUnit parses and names every check`() throws {
        try program.folder.write("", to: "empty.sh")
        let result = try program.run([
            "grade", "--format", "junit", "--output", "report.xml", "nginx-pod", "empty.sh", solution("01-nginx-pod"),
        ])
        #expect(result == .init(output: "", error: "", code: 1))
        let document = try XMLDocument(contentsOf: program.folder.url.appending(path: "report.xml"))
        let cases = try document.nodes(forXPath: "//testcase/@name").compactMap(\.stringValue)
        #expect(cases.count == 14)
        #expect(cases.prefix(3) == ["pod", "ready", "found-by-label"])
        #expect(try document.nodes(forXPath: "//failure").count == 5)
        #expect(try document.nodes(forXPath: "//skipped").count == 2)
    }

    @Test func `a folder of manifests is not graded on what commands do`() throws {
        let manifest = try String(
            contentsOf: BuiltProgram.project.appending(path: "Manifests/nginx-pod.yaml"), encoding: .utf8)
        try program.folder.write(
            manifest.replacing("  labels:\n", with: "  labels:\n    tier: front\n"), to: "work/pod.yaml")
        let result = try program.run(["grade", "nginx-pod", "work"])
        #expect(result.code == 0)
        #expect(result.output.contains("work: 4/4 points"))
        #expect(
            result.output.contains(
                "[skip] found-by-label: asks for commands; a folder of manifests is not graded on it (0/0)"))
    }

    @Test func `a saved journal is graded`() throws {
        let script = try String(contentsOfFile: solution("01-nginx-pod"), encoding: .utf8)
        let lines = script.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        let learned = try program.run(["learn", "nginx-pod"], typed: lines + "\n")
        #expect(learned.output.contains("All steps of A first Pod are done."))
        let journal = program.folder.path("home/journals/nginx-pod.journal")
        #expect(try program.run(["grade", "nginx-pod", journal]).code == 0)
        let other = try program.run(["grade", "backend-app", journal])
        #expect(other.code == 4)
        #expect(other.output.contains("is a journal of the lesson nginx-pod"))
    }

    @Test func `what cannot be read is 4 and says why`() throws {
        try program.folder.write(Data([0, 1, 2, 0xFF]), to: "binary")
        try program.folder.write("hello", to: "empty/readme.txt")
        let result = try program.run(["grade", "nginx-pod", "missing", "binary", "empty"])
        #expect(result.code == 4)
        #expect(result.output.contains("missing: there is no such file or folder"))
        #expect(result.output.contains("binary: is no text"))
        #expect(result.output.contains("empty: is a folder without manifests"))
    }

    @Test func `a single manifest is applied`() throws {
        let manifest = BuiltProgram.project.appending(path: "Manifests/nginx-pod.yaml")
        try program.folder.write(try Data(contentsOf: manifest), to: "it's a pod.yaml")
        let result = try program.run(["grade", "nginx-pod", "it's a pod.yaml"])
        #expect(result.output.contains("[pass] pod (2/2)"))
    }

    @Test func `the report says what the commands complained about, and where`() throws {
        try program.folder.write("kind: Pod\nmetadata:\n  name: [\n", to: "work/pod.yaml")
        try program.folder.write("# a comment\n\nkubectl gte pods\nprintf 'a\\033[31mb\\n' >&2\n", to: "typo.sh")
        let arguments = ["nginx-pod", "work", "typo.sh"]
        let text = try program.run(["grade"] + arguments).output
        #expect(
            text.contains("  standard error:\n    kubectl apply -f 'pod.yaml'\n      error: error parsing pod.yaml: "))
        #expect(text.contains("    line 3: kubectl gte pods\n      error: unknown command \"gte\" for \"kubectl\"\n"))
        #expect(text.contains("    line 4: printf 'a\\033[31mb\\n' >&2\n      a[31mb\n"))
        let json = try program.run(["grade", "--format", "json"] + arguments).output
        #expect(json.contains("\"standardError\""))
        let junit = try XMLDocument(xmlString: try program.run(["grade", "--format", "junit"] + arguments).output)
        #expect(try junit.nodes(forXPath: "//system-err").count == 2)
    }

    @Test func `a script with the line ends of Windows is read as any other`() throws {
        let script = try String(contentsOfFile: solution("01-nginx-pod"), encoding: .utf8)
        try program.folder.write(script.replacing("\n", with: "\r\n"), to: "windows.sh")
        #expect(try program.run(["grade", "nginx-pod", "windows.sh"]).code == 0)
    }

    @Test func `an endless script is stopped in words of grading`() throws {
        try program.folder.write("true\nwhile true; do :; done\n", to: "endless.sh")
        let result = try program.run(["grade", "nginx-pod", "endless.sh"])
        #expect(result.code == 5)
        #expect(
            result.output.contains("0/8 points, stopped: line 2: it ran too many steps without an end\n"))
    }

    @Test func `a device is no submission`() throws {
        let result = try program.run(["grade", "nginx-pod", "/dev/null"])
        #expect(result.code == 4)
        #expect(result.output.contains("/dev/null: cannot be read: Not a regular file\n"))
    }

    @Test func `a script sees its own folder and nothing else`() throws {
        try program.folder.write("secret", to: "outside.txt")
        try program.folder.write("kind: Nonsense\n", to: "work/mine.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: program.folder.path("work/link.txt"), withDestinationPath: program.folder.path("outside.txt"))
        try program.folder.write("cat link.txt ../outside.txt /etc/passwd; ls\n", to: "work/look.sh")
        let seen = try program.run(["exec", "--lesson", "nginx-pod", "work/look.sh"])
        #expect(seen.output == "look.sh\nmine.yaml\nnginx-pod.yaml\n")
        #expect(!seen.error.contains("secret"))
    }
}

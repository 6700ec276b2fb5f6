import Testing
import Workbook

struct LessonProofTests {
    /// A lesson whose only check asks that the script says `good`.
    private func lesson(_ change: (inout [String: String]) -> Void = { _ in }) throws -> Lesson {
        var files = LessonLoaderTests.files
        change(&files)
        return try LessonLoader(files: TextFiles(files), root: "Lessons", manifests: "Manifests").lesson(named: "scale")
    }

    /// The claims that do not hold, for a runner that passes a script when `isGood` says so.
    private func refuted(
        _ lesson: Lesson, mistakes: [String] = ["wrong-namespace"], isGood: @escaping @Sendable (String) -> Bool
    ) -> [ProofResult] {
        let ids = lesson.steps[0].checks.map(\.id)
        let finding = Finding(subject: ObjectName(kind: "Pod", namespace: "", name: "a"), problem: .missing)
        return LessonProof(
            lesson: lesson, hasFile: { $0 == "picture.png" },
            run: { script in
                let outcome = isGood(script) ? CheckResult.Outcome.passed(after: .zero) : .failed([finding])
                let commands = script.split(separator: "\n").map {
                    CommandRecord(text: String($0), output: "a  5s\n", exitCode: 0)
                }
                let results = ids.map { CheckResult(step: "scale", check: $0, outcome: outcome) }
                return ScriptRun(commands: commands, results: results, mistakes: mistakes)
            }
        ).results().filter { !$0.holds }
    }

    @Test func `a sound lesson lacks nothing but hints`() throws {
        let refuted = refuted(try lesson()) { $0.contains("replicas=3") || $0.contains("patch") }
        #expect(refuted.map(\.claim) == [.hasHints(step: "scale")])
    }

    @Test func `everything that passes without work is found`() throws {
        let claims = refuted(try lesson()) { _ in true }.map(\.claim)
        #expect(
            claims == [
                .startFails, .wrongScriptFails("wrong/two.sh"), .stepIsNeeded("scale"), .hasHints(step: "scale"),
            ])
    }

    @Test func `everything that should pass and does not is found`() throws {
        let claims = refuted(try lesson()) { _ in false }.map(\.claim)
        #expect(claims == [.solutionPasses, .alternativePasses("alternatives/patch.sh"), .hasHints(step: "scale")])
    }

    @Test func `a mistake that is not recognised is found`() throws {
        let refuted = refuted(try lesson(), mistakes: []) { $0.contains("replicas=3") || $0.contains("patch") }
        #expect(refuted.first?.refutation == .mistakeNotRecognised("wrong-namespace", found: []))
    }

    @Test(arguments: [
        ("[a](missing.png)", "missing.png"), ("[a](#nowhere)", "#nowhere"),
        ("[a](http://example.com)", "http://example.com"),
    ])
    func `links that lead nowhere are found`(text: String, link: String) throws {
        let lesson = try lesson { files in
            files["Lessons/03-scale/text.en.md"] = LessonLoaderTests.english.replacing("Do it.", with: text)
        }
        let refuted = refuted(lesson) { $0.contains("replicas=3") || $0.contains("patch") }
        #expect(refuted.map(\.refutation).contains(.brokenLink(link, line: 3)))
    }

    @Test func `sessions in texts are run and compared`() throws {
        let right = "See [a](picture.png), [b](#nudge), [c](https://kubernetes.io).\n```console\n$ ls\na   7s\n```"
        let wrong = "```console after\n$ ls\nb\n```"
        let lesson = try lesson { files in
            files["Lessons/03-scale/text.en.md"] = LessonLoaderTests.english.replacing("Do it.", with: right)
            files["Lessons/03-scale/text.ja.md"] = LessonLoaderTests.english.replacing("Do it.", with: wrong)
        }
        let refuted = refuted(lesson) { $0.contains("replicas=3") || $0.contains("patch") }
        #expect(
            refuted.map(\.claim) == [.hasHints(step: "scale"), .transcriptIsTrue(.japanese, section: "scale", line: 4)])
        #expect(refuted.last?.refutation == .otherOutput(command: "ls", expected: ["b"], found: ["a  <dur>"]))
    }

    @Test func `says what was proved and what was not`() {
        let words = ProofText(language: .english)
        #expect(words.lines(ProofResult(claim: .startFails, refutation: nil)) == ["[pass] doing nothing fails"])
        #expect(
            words.lines(ProofResult(claim: .hasHints(step: "scale"), refutation: .fewHints(count: 1))) == [
                "[FAIL] three hints for step scale", "       there are 1; write three",
            ])
    }
}

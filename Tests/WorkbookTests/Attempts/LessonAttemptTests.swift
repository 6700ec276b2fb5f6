import KubeModel
import Testing
import Workbook

struct LessonAttemptTests {
    private func lesson() throws -> Lesson {
        let mistake = Mistake(
            when: [try pattern("{kind: Pod, metadata: {name: a, namespace: default}}")],
            unless: [try pattern("{kind: Pod, metadata: {name: fixed}}")], section: "wrong-namespace")
        return Lesson(
            id: "test", folder: "01-test",
            steps: [
                LessonStep(
                    id: "one", checks: [try expectation("a", "{kind: Pod, metadata: {name: a}}")], mistakes: [mistake],
                    hints: ["h1", "h2", "h3"]),
                LessonStep(id: "two", checks: [try expectation("b", "{kind: Pod, metadata: {name: b}}")]),
                LessonStep(id: "three", checks: [try expectation("c", "{kind: Pod, metadata: {name: c}}")]),
            ])
    }

    private func pods(_ names: String..., namespace: String = "eks-work") -> String {
        names.map { "{apiVersion: v1, kind: Pod, metadata: {name: \($0), namespace: \(namespace)}}" }
            .joined(separator: "\n---\n")
    }

    @Test func `goes from step to step as long as they are done`() throws {
        var attempt = LessonAttempt(try lesson())
        #expect(attempt.check(try HandMadeCluster(), patience: .none).finishedSteps == [])
        let report = attempt.check(try HandMadeCluster(pods("a", "b")), patience: .none)
        #expect(report.finishedSteps == ["one", "two"])
        #expect(report.results.map(\.check) == ["c"])
        #expect(attempt.step?.id == "three")
    }

    @Test func `a finished step stays finished`() throws {
        var attempt = LessonAttempt(try lesson())
        _ = attempt.check(try HandMadeCluster(pods("a")), patience: .none)
        let results = attempt.allResults(in: try HandMadeCluster(pods("b")))
        #expect(results.map(\.hasPassed) == [true, true, false])
        #expect(!attempt.isFinished)
    }

    @Test func `recognises mistakes of the step in hand`() throws {
        var attempt = LessonAttempt(try lesson())
        let wrong = try HandMadeCluster(pods("a", namespace: "default"))
        #expect(attempt.check(wrong, patience: .none).mistakes == ["wrong-namespace"])
        let mended = try HandMadeCluster(pods("a", namespace: "default") + "\n---\n" + pods("fixed"))
        #expect(attempt.check(mended, patience: .none).mistakes == [])
    }

    @Test func `progress keeps what was reached and counts hints`() throws {
        var attempt = LessonAttempt(try lesson())
        var progress = Progress()
        _ = attempt.check(try HandMadeCluster(pods("a")), patience: .none)
        progress.note(attempt)
        progress.note(LessonAttempt(try lesson()))
        #expect(progress["test"].finishedSteps == ["one"])
        #expect(progress["test"].passedChecks == ["one/a"])
        let step = try lesson().steps[0]
        let told = (0..<4).map { _ in progress["test"].nextHint(of: step) }
        #expect(told == ["h1", "h2", "h3", "h3"])
    }
}

import Documents
import KubeModel
import Testing
import Workbook

struct CheckTests {
    static let pods = """
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: eks-work, labels: {app: web}}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: b, namespace: eks-work, labels: {app: web}}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: c, namespace: default, labels: {app: web}}}
        """

    @Test(arguments: [(Value.integer(2), "[pass] count"), (">= 1", "[pass] count"), ("> 2", "[FAIL] count")])
    func `counts objects that match`(count: Value, saying: String) throws {
        let check = ExpectCheck(
            try pattern("{kind: Pod, metadata: {labels: {app: web}}}"), count: try ScalarPattern(count))
        let said = sayings(of: [Check(id: "count", kind: .expect(check))], in: try HandMadeCluster(Self.pods))
        #expect(said.first == saying)
    }

    @Test func `says how many there are`() throws {
        let check = ExpectCheck(try pattern("{kind: Pod}"), count: .equal(3))
        let said = sayings(of: [Check(id: "count", kind: .expect(check))], in: try HandMadeCluster(Self.pods))
        #expect(
            said == [
                "[FAIL] count", "       expected 3 of any Pod in namespace eks-work as wanted, found 2",
                "       next:  kubectl get pods -n eks-work",
            ])
    }

    @Test func `absent objects must not be there`() throws {
        let check = Check(id: "gone", kind: .absent(try pattern("{kind: Pod, metadata: {name: a}}")))
        #expect(
            sayings(of: [check], in: try HandMadeCluster(Self.pods)) == [
                "[FAIL] gone", "       expected no Pod a in namespace eks-work, and it is there",
                "       next:  kubectl delete pod/a -n eks-work",
            ])
        #expect(sayings(of: [check], in: try HandMadeCluster()) == ["[pass] gone"])
    }

    @Test func `a check that needs another is skipped with it`() throws {
        let checks = [
            try expectation("first", "{kind: Pod, metadata: {name: x}}"),
            try expectation("second", "{kind: Pod, metadata: {name: a}}", needs: ["first"]),
        ]
        let said = sayings(of: checks, in: try HandMadeCluster(Self.pods))
        #expect(said.first == "[FAIL] first")
        #expect(said.last == #"[skip] second: looked at once "first" has passed"#)
    }

    @Test func `asks over HTTP`() throws {
        var cluster = try HandMadeCluster()
        let check = Check(
            id: "answers", kind: .http(HTTPCheck(HTTPRequest(url: "http://web:8080/health"), body: .words("ok"))))
        #expect(
            sayings(of: [check], in: cluster).prefix(2) == [
                "[FAIL] answers",
                "       http://web:8080/health: expected status 200, an answer with ok, got no answer (Could not resolve host)",
            ])
        cluster.answers["http://web:8080/health"] = .response(status: 200, body: "it is ok")
        #expect(sayings(of: [check], in: cluster) == ["[pass] answers"])
    }

    @Test func `what comes true in time passes where nobody waits, and is announced at the prompt`() throws {
        let later = "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: eks-work}}"
        let cluster = try HandMadeCluster("", future: [(14, later)])
        let check = try expectation("ready", "{kind: Pod, metadata: {name: a}}", within: .seconds(60))
        #expect(sayings(of: [check], in: cluster, patience: .asWritten) == ["[pass] ready"])
        #expect(
            sayings(of: [check], in: cluster) == ["[wait] ready: not yet, but in about 14s by itself"])
    }

    @Test func `what comes true too late fails`() throws {
        let later = "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: eks-work}}"
        let cluster = try HandMadeCluster("", future: [(61, later)])
        let check = try expectation("ready", "{kind: Pod, metadata: {name: a}}", within: .seconds(60))
        #expect(sayings(of: [check], in: cluster, patience: .asWritten).first == "[FAIL] ready")
    }

    @Test func `printed checks wait for a command's output`() throws {
        let check = Check(id: "seen", kind: .printed(PrintedCheck(by: .words("logs"), text: .words("ERROR"))))
        let lesson = Lesson(id: "test", folder: "test", steps: [LessonStep(id: "step", checks: [check])])
        var attempt = LessonAttempt(lesson)
        let cluster = try HandMadeCluster()
        attempt.record(CommandRecord(text: "kubectl get pods", output: "ERROR", exitCode: 0))
        #expect(!attempt.check(cluster, patience: .none).results.isEmpty)
        attempt.record(CommandRecord(text: "kubectl logs a", output: "an ERROR\n", exitCode: 0))
        #expect(attempt.check(cluster, patience: .none).finishedSteps == ["step"])
    }

    @Test func `what must stay true is broken once it was not`() throws {
        let pod = "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: eks-work}}"
        let check = Check(id: "up", kind: .always(try pattern("{kind: Pod, metadata: {name: a}}")))
        let hold = try expectation("hold", "{kind: Pod, metadata: {name: never}}")
        let step = LessonStep(id: "step", checks: [check, hold])
        var attempt = LessonAttempt(Lesson(id: "test", folder: "test", steps: [step]))
        let words = ResultText(language: .english, patience: .none)
        #expect(attempt.check(try HandMadeCluster(), patience: .none).results[0].hasPassed == false)
        #expect(attempt.check(try HandMadeCluster(pod), patience: .none).results[0].hasPassed)
        attempt.observe(try HandMadeCluster())
        let broken = attempt.check(try HandMadeCluster(pod), patience: .none).results[0]
        #expect(
            words.lines(broken) == [
                "[FAIL] up",
                "       Pod a in namespace eks-work was as wanted until 2023-07-04T13:37:00Z; undo goes back",
                "       next:  kubectl describe pod/a -n eks-work",
            ])
    }
}

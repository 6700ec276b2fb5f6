import Testing

@testable import Workbook

struct WordsTests {
    @Test(arguments: [("pdos", "pods"), ("podz", "pods"), ("ngnix", "nginx"), ("x", nil), ("service", nil)])
    func `finds the nearest name`(word: String, nearest: String?) {
        #expect(nearestName(to: word, among: ["nginx", "pods", "deployments"]) == nearest)
    }

    @Test(arguments: [("90s", 90), ("5m", 300), ("1h30m", 5400), ("2d", 172_800)])
    func `reads durations`(text: String, seconds: Int64) {
        #expect(DurationText.parse(text) == .seconds(seconds))
    }

    @Test(arguments: ["", "5", "m", "5x", "-5s", "99999999999s", "5 s"])
    func `refuses what is no duration`(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test(arguments: [(0, "0s"), (90, "1m30s"), (86_401, "1d1s")])
    func `writes durations`(seconds: Int64, text: String) {
        #expect(DurationText.text(.seconds(seconds)) == text)
    }

    @Test(arguments: [
        ("ja_JP.UTF-8", Language.japanese), ("ja", .japanese), ("en_US.UTF-8", .english), ("C", .english),
    ])
    func `takes the language of the environment`(value: String, language: Language) {
        #expect(Language(environment: value) == language)
    }

    @Test func `every cause has words in both languages`() {
        let pod = ObjectName(kind: "Pod", namespace: "n", name: "p")
        let causes: [Cause] = [
            .waiting(pod: pod, container: "c", reason: "R", message: ""),
            .crashed(pod: pod, container: "c", exitCode: 1, reason: "Error", lastLine: nil),
            .unschedulable(pod: pod, message: "m"), .notReady(pod: pod, message: "m"),
            .notReady(pod: pod, message: nil),
            .condition(pod, type: "T", reason: "R", message: "m"), .warning(pod, reason: "R", message: "m"),
            .selectsNothing(pod, selector: "a=b", labels: nil), .selectsNothing(pod, selector: "a=b", labels: "a=c"),
            .terminating(pod, finalizers: []), .terminating(pod, finalizers: ["f"]), .suspended(pod),
            .notYetScheduled(pod, schedule: "* * * * *"), .inProgress(pod),
        ]
        for cause in causes {
            let english = Phrase.cause(cause).text(.english)
            let japanese = Phrase.cause(cause).text(.japanese)
            #expect(english.contains("p") && english.allSatisfy(\.isASCII))
            #expect(japanese.contains("p") && !japanese.allSatisfy(\.isASCII))
        }
    }
}

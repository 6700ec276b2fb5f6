import Documents
import Testing
import Workbook

struct ProgressTests {
    @Test func `reads what it writes`() throws {
        var progress = Progress()
        progress.current = "backend-app"
        progress["nginx-pod"].finishedSteps = ["apply", "look"]
        progress["nginx-pod"].isFinished = true
        progress["backend-app"].hints = ["secret": 2]
        progress["backend-app"].solutionsShown = ["secret"]
        #expect(try Progress(json: Array(progress.json.utf8)) == progress)
    }

    @Test func `is small plain JSON`() {
        var progress = Progress()
        progress["nginx-pod"].passedChecks = ["apply/pod"]
        #expect(
            progress.json == """
                {
                  "lessons": {
                    "nginx-pod": {
                      "checks": [
                        "apply/pod"
                      ],
                      "finished": false,
                      "hints": {},
                      "solutions": [],
                      "steps": []
                    }
                  },
                  "version": 1
                }

                """)
    }

    @Test(arguments: ["", "{", "[]", "{}", #"{"version": 9, "lessons": {}}"#, "\u{0}\u{1}"])
    func `refuses what is no progress`(text: String) {
        #expect(throws: Progress.ReadingError.self) { try Progress(json: Array(text.utf8)) }
    }
}

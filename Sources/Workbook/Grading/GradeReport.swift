/// The grades of one lesson, ready to be written in a format.
package struct GradeReport: Hashable, Sendable {
    package let lesson: Lesson
    package let grades: [Grade]
    package let language: Language

    package enum Format: String, Sendable, CaseIterable { case text, json, junit }

    package init(lesson: Lesson, grades: [Grade], language: Language) {
        self.lesson = lesson
        self.grades = grades
        self.language = language
    }
}

extension GradeReport {
    package func written(as format: Format) -> String {
        switch format {
        case .text: text
        case .json: json
        case .junit: junit
        }
    }

    var words: ResultText { ResultText(language: language, patience: .asWritten) }

    /// What is told of a result beside its state.
    func details(_ result: CheckResult) -> [String] {
        switch result.outcome {
        case .passed: []
        case .excused: [Phrase.notForManifests.text(language)]
        case .skipped(let check): [Phrase.needs(check: check).text(language)] + advice(for: result)
        case .failed(let findings): findings.flatMap { words.lines($0) } + advice(for: result)
        }
    }
}

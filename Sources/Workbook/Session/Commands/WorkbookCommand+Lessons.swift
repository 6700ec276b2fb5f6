extension WorkbookCommand {
    static let lessons = WorkbookCommand(
        "lessons", "all lessons, or open one: lessons NAME", "レッスンの一覧（lessons 名前 で開きます）",
        accepts: { $0.count < 2 }
    ) { session, words in
        guard let name = words.first else {
            return Turn(page: LessonList.page(session.catalog, session.progress, session.language))
        }
        guard let lesson = session.catalog.lesson(name) else {
            let nearest = session.catalog.nearest(to: name).map {
                session.language.choose(" Did you mean \($0)?", " \($0) のことですか。")
            }
            return .text(
                session.language.choose("There is no lesson \(name).", "\(name) というレッスンはありません。") + (nearest ?? ""), .bad
            )
        }
        return Turn(request: .open(lesson: lesson.id))
    }
}

/// The list of lessons with what is done.
package enum LessonList {
    package static func page(_ catalog: LessonCatalog, _ progress: Progress, _ language: Language) -> Page {
        var page = Page()
        for (index, lesson) in catalog.lessons.enumerated() {
            let done = progress[lesson.id]
            let mark = done.isFinished ? "✔" : done.finishedSteps.isEmpty ? " " : "…"
            let steps = "\(done.isFinished ? lesson.steps.count : done.finishedSteps.count)/\(lesson.steps.count)"
            page.add(
                " \(mark) \(index + 1)  \(lesson.id.padded(to: 14)) \(steps.padded(to: 6)) \(lesson.title(language))",
                done.isFinished ? .good : .plain)
        }
        return page
    }
}

extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

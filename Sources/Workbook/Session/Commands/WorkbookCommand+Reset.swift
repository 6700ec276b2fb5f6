import Shell

extension WorkbookCommand {
    static let reset = WorkbookCommand("reset", "begin again with a new cluster", "新しいクラスターで最初からやり直します") { session, _ in
        session.remember("reset")
        let now = session.now
        let files = session.lab.host.files.contents(below: Session.workFolder)
        session.restore(session.beginning)
        for file in files where session.lab.host.files.status(of: file.path) == nil {
            session.lab.host.files.apply(file)
        }
        session.advance(to: now)
        var page = Page.text(words(session), .waiting)
        if let attempt = session.attempt {
            page.add(GoalPage.page(lesson: attempt.lesson, stepIndex: attempt.stepIndex, language: session.language))
        }
        return Turn(page: page)
    }

    private static func words(_ session: Session) -> String {
        guard session.attempt != nil else {
            return session.language.choose(
                "A new cluster; your files stay. undo brings the old one back.",
                "新しいクラスターにしました。ファイルはそのままです。undo で元に戻せます。")
        }
        return session.language.choose(
            "A new cluster, and the lesson's files as they were; files of your own stay. undo brings the old ones back.",
            "新しいクラスターにし、レッスンのファイルも最初の内容に戻しました。自分で作ったファイルは残しています。undo で元に戻せます。")
    }
}

extension LabFiles {
    /// All files of a folder and those below it, in the order of their paths.
    fileprivate func contents(below folder: String) -> [JournalEntry.FileChange] {
        // What cannot be listed or read cannot be kept either; in memory that does not happen.
        ((try? list(folder)) ?? []).flatMap { name -> [JournalEntry.FileChange] in
            let path = PathName.join(folder, name)
            if status(of: path)?.isDirectory == true { return contents(below: path) }
            return (try? read(path)).map { [JournalEntry.FileChange(path: path, content: $0)] } ?? []
        }
    }
}

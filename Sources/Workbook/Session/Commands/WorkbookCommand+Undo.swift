extension WorkbookCommand {
    static let undo = WorkbookCommand("undo", "take the last command back, cluster and all", "直前のコマンドをクラスターごと取り消します") {
        session, _ in
        guard let moment = session.past.popLast() else {
            return .text(session.language.choose("There is nothing to undo.", "取り消すものがありません。"), .dim)
        }
        session.undone.append(.init(lab: session.lab, attempt: session.attempt, text: moment.text))
        session.restore(moment)
        let text = moment.text.split(separator: "\n").first.map(String.init) ?? ""
        return .text(session.language.choose("undone: \(text)", "取り消しました: \(text)"), .waiting)
    }

    static let redo = WorkbookCommand("redo", "do again what undo took back", "undo を取り消します") { session, _ in
        guard let moment = session.undone.popLast() else {
            return .text(session.language.choose("There is nothing to redo.", "やり直すものがありません。"), .dim)
        }
        session.past.append(.init(lab: session.lab, attempt: session.attempt, text: moment.text))
        session.restore(moment)
        let text = moment.text.split(separator: "\n").first.map(String.init) ?? ""
        return .text(session.language.choose("done again: \(text)", "やり直しました: \(text)"), .waiting)
    }
}

extension WorkbookCommand {
    static let help = WorkbookCommand("help", "this list", "この一覧を表示します") { session, _ in
        let language = session.language
        var page = Page.text(
            language.choose(
                "Type kubectl commands (k and bare verbs such as get pods work too), shell commands, or:",
                "kubectl のコマンド（k や get pods のような短い形も使えます）、シェルのコマンド、または次の言葉を入力します。"), .heading)
        for command in all { page.add("  \(command.name.padded(to: 9)) \(command.summary(language))") }
        page.add(
            language.choose(
                "Tab completes, Ctrl-R searches what was typed, Ctrl-C drops a line or stops what runs, Ctrl-D leaves.",
                "Tab で補完、Ctrl-R で履歴の検索、Ctrl-C で入力の取り消しや停止、Ctrl-D で終了します。"), .dim)
        return Turn(page: page)
    }
}

extension SubmissionProblem {
    /// What is wrong, and what to do about it.
    package func message(_ language: Language) -> String {
        switch self {
        case .notFound: language.choose("there is no such file or folder", "ファイルもフォルダーもありません")
        case .unreadable(let error): FileWords.unreadable(error, language)
        case .binary:
            language.choose(
                "is no text; hand in a shell script, a folder of manifests or a saved journal",
                "テキストではありません。シェルスクリプト、マニフェストのフォルダー、保存した記録のどれかを提出してください")
        case .tooLarge(let limit): FileWords.tooLarge(limitBytes: limit, language)
        case .noManifests:
            language.choose(
                "is a folder without manifests; put .yaml, .yml or .json files in it",
                "マニフェストのないフォルダーです。.yaml、.yml、.json のファイルを入れてください")
        case .onlyCommands:
            language.choose(
                "holds manifests alone, and this lesson asks for commands; hand in a script or a journal",
                "マニフェストだけですが、このレッスンはコマンドの実行を求めます。スクリプトか記録を提出してください")
        case .otherLesson(let lesson):
            language.choose("is a journal of the lesson \(lesson)", "レッスン \(lesson) の記録です")
        case .damagedJournal(let line):
            language.choose("is a journal that is damaged from line \(line) on", "\(line) 行目から壊れている記録です")
        }
    }
}

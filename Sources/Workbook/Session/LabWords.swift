/// The workbook's words about scripts and manifests that went wrong.
enum LabWords {
    /// Why a script that nobody watches was stopped, as a sentence without its full stop; there is no undo in grading.
    static func reason(of result: LabResult, _ language: Language) -> String {
        switch result {
        case .finished, .needsInput: ""
        case .exceeded(let moving):
            language.choose(
                "the cluster did not come to rest; still moving: \(moving.joined(separator: ", "))",
                "クラスターが落ち着きませんでした。動き続けているもの: \(moving.joined(separator: "、"))")
        case .limitExceeded(let limit): limit.text(language)
        }
    }

    static func text(of result: LabResult, _ language: Language) -> String {
        switch result {
        case .finished, .needsInput: ""
        case .exceeded(let moving):
            language.choose(
                "The cluster did not come to rest. Still moving: \(moving.joined(separator: ", ")). Type undo to go back.",
                "クラスターが落ち着きませんでした。動き続けているもの: \(moving.joined(separator: "、"))。undo で戻れます。")
        case .limitExceeded(let limit):
            language.choose(
                "The command was stopped: \(limit.text(language)). Type undo to go back.",
                "コマンドを止めました。\(limit.text(language))。undo で戻れます。")
        }
    }
}

extension ScriptLimit {
    /// What was used up, as a sentence without its full stop.
    package func text(_ language: Language) -> String {
        switch self {
        case .steps: language.choose("it ran too many steps without an end", "終わらないまま実行できる手数を使い切りました")
        case .turns:
            language.choose(
                "it ran kubectl or waited too often without an end", "終わらないまま kubectl や待機を繰り返しすぎました")
        case .time: language.choose("it let too much simulated time pass", "クラスターの時間を進めすぎました")
        case .output: language.choose("it printed too much", "出力が多すぎます")
        case .depth: language.choose("it called itself too deeply", "呼び出しの入れ子が深すぎます")
        case .processes: language.choose("it started too many processes", "プロセスが多すぎます")
        case .memory: language.choose("its variables grew too large", "変数が大きくなりすぎました")
        }
    }
}

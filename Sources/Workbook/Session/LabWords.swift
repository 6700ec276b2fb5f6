/// The workbook's words about scripts and manifests that went wrong.
enum LabWords {
    static func text(of result: LabResult, _ language: Language) -> String {
        switch result {
        case .finished, .needsInput: ""
        case .exceeded(let moving):
            language.choose(
                "The cluster did not come to rest. Still moving: \(moving.joined(separator: ", ")). Type undo to go back.",
                "クラスターが落ち着きませんでした。動き続けているもの: \(moving.joined(separator: "、"))。undo で戻れます。")
        case .limitExceeded(let limit):
            language.choose(
                "The command was stopped: it went beyond the limit of \(limit). Type undo to go back.",
                "コマンドを止めました: \(limit) の上限を超えました。undo で戻れます。")
        }
    }
}

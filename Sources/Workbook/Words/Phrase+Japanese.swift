extension Phrase {
    var japanese: String {
        switch self {
        case .passed: "[合格]"
        case .failed: "[不足]"
        case .skipped: "[保留]"
        case .waiting: "[待機]"
        case .trueIn(let duration): "まだですが、約 \(DurationText.text(duration)) 後に自然に満たされます"
        case .needs(let check): "\"\(check)\" に合格してから調べます"
        case .notForManifests: "コマンドの実行を求めるチェックです。マニフェストのフォルダーでは採点しません"
        case .wanted(let text): "期待: \(text)（まだ調べていません）"
        case .advice(let text): "ヒント: \(text)"
        case .object(let name): name.japanese
        case .missing(let name): "\(name.japanese) が必要ですが、ありません"
        case .present(let name): "\(name.japanese) がありますが、あってはいけません"
        case .count(let name, let expected, let found):
            "\(name.japanese): 条件に合うものは \(found) 個です（期待: \(expected)）"
        case .unknownKind(let kind): "クラスターに \(kind) という種類はありません"
        case .broken(let name, let instant): "\(name.japanese) は \(instant) に条件を満たさなくなりました。undo で戻れます"
        case .neverTrue(let name): "\(name.japanese) はまだ一度も条件を満たしていません"
        case .noEvent(let name, let reason, let message):
            (name.kind.isEmpty ? "" : "\(name.japanese) について、") + "イベント \(reason)"
                + (message.isEmpty ? "" : "（\(message)）") + " が必要ですが、まだありません"
        case .mismatch(let path, let expected, let found): "\(path): 期待は \(expected)、実際は \(found) です"
        case .nothingFound: "なし"
        case .anythingBut(let value): "\(value) 以外"
        case .relation(let relation, let operand): relation.japanese(operand)
        case .anyText: "空でない文字列"
        case .textWith(let pattern): "\(pattern) を含む文字列"
        case .noValue: "値なし"
        case .element(let present):
            present.isEmpty ? "この要素があること" : "この要素があること（今あるのは \(present.joined(separator: "、"))）"
        case .noOthers(let extra): "指定した要素だけであること（余分: \(extra.joined(separator: "、"))）"
        case .order(let names): "指定した順序（今は \(names.joined(separator: "、"))）"
        case .http(let url, let expected, let found): "\(url): 期待は \(expected)、実際は \(found) です"
        case .httpStatus(let status): "ステータス \(status)"
        case .httpBody(let text): "\(text) を含む応答"
        case .httpFailed(let message): "応答なし（\(message)）"
        case .neverPrinted(let text, let command?): "\(command) を含むコマンドで \(text) を表示する必要がありますが、まだ表示していません"
        case .neverPrinted(let text, nil): "\(text) を表示する必要がありますが、まだ表示していません"
        case .otherNamespace(let name): "Namespace \(name.namespace) にはあります"
        case .nearName(let name): "\(name.argument) ならあります。これのことですか？"
        case .otherKind(let name): "同じ名前の \(name.kind) ならあります"
        case .others(let names): "あるのは \(names.joined(separator: "、")) だけです"
        case .cause(let cause): "原因: \(cause.japanese)"
        case .next(let command): "次は: \(command)"
        }
    }
}

extension ObjectName {
    fileprivate var japanese: String {
        let place = namespace.isEmpty ? "" : "Namespace \(namespace) の "
        return name.isEmpty ? "\(place)\(kind)" : "\(place)\(kind) \(name)"
    }
}

extension ScalarPattern.Relation {
    fileprivate func japanese(_ operand: String) -> String {
        switch self {
        case .atLeast: "\(operand) 以上"
        case .atMost: "\(operand) 以下"
        case .above: "\(operand) より大きい値"
        case .below: "\(operand) より小さい値"
        }
    }
}

extension Cause {
    fileprivate var japanese: String {
        switch self {
        case .waiting(let pod, let container, let reason, let message):
            "Pod \(pod.name) のコンテナ \(container) が待っています: \(reason)\(message.isEmpty ? "" : ": \(message)")"
        case .crashed(let pod, let container, let code, let reason, let line):
            "Pod \(pod.name) のコンテナ \(container) が終了コード \(code)（\(reason)）で終わりました"
                + (line.map { "。最後の行: \($0)" } ?? "")
        case .unschedulable(let pod, let message): "Pod \(pod.name) を置けるノードがありません: \(message)"
        case .notReady(let pod, let message?): "Pod \(pod.name) は動いていますが、準備ができていません: \(message)"
        case .notReady(let pod, nil): "Pod \(pod.name) は動いていますが、Readiness Probe がまだです"
        case .condition(let name, let type, let reason, let message):
            "\(name.kind) \(name.name) の状態 \(type): \(reason): \(message)"
        case .warning(let name, let reason, let message): "\(name.kind) \(name.name) への警告: \(reason): \(message)"
        case .selectsNothing(let name, let selector, let labels?):
            "\(name.kind) \(name.name) は \(selector) を選びますが、Pod のラベルは \(labels) です"
        case .selectsNothing(let name, let selector, nil):
            "\(name.kind) \(name.name) は \(selector) を選びますが、このラベルの Pod はありません"
        case .terminating(let name, let finalizers):
            finalizers.isEmpty
                ? "\(name.kind) \(name.name) は削除の途中です"
                : "\(name.kind) \(name.name) は削除の途中で、\(finalizers.joined(separator: "、")) を待っています"
        case .suspended(let name): "\(name.kind) \(name.name) は一時停止しています"
        case .notYetScheduled(let name, let schedule): "\(name.kind) \(name.name) の時刻（\(schedule)）がまだ来ていません"
        case .inProgress(let name): "\(name.kind) \(name.name) の最後の変更は、まだ反映の途中です"
        }
    }
}

import Documents
import Shell

extension LessonError {
    /// `Lessons/02-backend-app/lesson.yaml:12:5: unknown key "expct"; did you mean "expect"?`
    package func message(_ language: Language) -> String {
        "\(file):\(line):\(column): \(problem.message(language))"
    }
}

extension LessonProblem {
    /// What is wrong, and what to do about it.
    func message(_ language: Language) -> String {
        switch language {
        case .english: english
        case .japanese: japanese
        }
    }

    private var english: String {
        switch self {
        case .unreadable(let error): "\(FileWords.unreadable(error, .english)); check that it is there and may be read"
        case .tooLarge(let limit): "\(FileWords.tooLarge(limitBytes: limit, .english)); split it or leave something out"
        case .notUTF8: "no UTF-8 text; save it as UTF-8"
        case .notYAML(let error): "no YAML: \(error.message); mend the line"
        case .notOneDocument(let count): "\(count) YAML documents; a lesson is exactly one"
        case .repeatedKey(let key): "the key \"\(key)\" is there twice; take one out"
        case .unknownKey(let key, let nearest, let allowed):
            "unknown key \"\(key)\"; \(Self.advice(nearest, allowed, .english))"
        case .missingKey(let key): "the key \"\(key)\" is missing; add it"
        case .wrongShape(let key, let shape): "\"\(key)\" must be \(shape.english)"
        case .notOneOf(let key, let value, let nearest, let allowed):
            "\"\(key)\" cannot be \"\(value)\"; \(Self.advice(nearest, allowed, .english))"
        case .badIdentifier(let text):
            "\"\(text)\" is no name; use small letters, digits and hyphens, at most 63"
        case .repeatedId(let id): "the id \"\(id)\" is there twice; rename one"
        case .lessonTwice(let id, let folder):
            "\(folder) has the id \"\(id)\" already; rename one, and its folder with it"
        case .empty(let key): "\"\(key)\" is empty; write at least one"
        case .notOneCheckKind(let kinds):
            kinds.isEmpty
                ? "the check asks for nothing; give it one of expect, absent, always, http, printed"
                : "the check has \(kinds.joined(separator: " and ")); make it one check each"
        case .unknownNeed(let id, let nearest):
            "no earlier check of this step is called \"\(id)\"; \(Self.advice(nearest, [], .english))"
        case .optionForOtherKind(let option, let kind): "\"\(option)\" says nothing about \"\(kind)\"; take it out"
        case .unknownKind(let kind, let nearest):
            "the cluster serves no kind \"\(kind)\" in this version; \(Self.advice(nearest, [], .english))"
        case .unknownField(let field, let kind, let nearest):
            "\(kind) has no field \"\(field)\" here; \(Self.advice(nearest, [], .english))"
        case .badPattern(.notANumber(let text)): "\"\(text)\" is no number or quantity to compare with; write one"
        case .badPattern(.badExpression(let text)):
            "\"\(text)\" is no regular expression; mend it or begin it with \"= \""
        case .unknownSection(let id, let nearest):
            "no section {#\(id)}; write one, or \(Self.advice(nearest, [], .english))"
        case .unknownLesson(let id, let nearest):
            "no lesson is called \"\(id)\"; \(Self.advice(nearest, [], .english))"
        case .textWithoutTitle: "no title; begin the text with \"# ...\""
        case .headingWithoutId(let title): "the heading \"\(title)\" has no id; end it with {#id}"
        case .openFence: "the block that begins here has no end; end it with ```"
        case .missingText(let language): "there is no text in language \"\(language.rawValue)\"; write the file"
        case .unusedSection(let id): "nothing speaks of the section {#\(id)}; name it in lesson.yaml or take it out"
        case .solutionWithoutStep(let id): "no part for the step \"\(id)\"; begin one with \"# step: \(id)\""
        case .solutionOfUnknownStep(let id, let nearest):
            "the lesson has no step \"\(id)\"; \(Self.advice(nearest, [], .english))"
        case .wrongScriptWithoutCheck: "does not say what finds it out; add a line \"# fails: CHECK\""
        case .unknownCheck(let id, let nearest):
            "the lesson has no check \"\(id)\"; \(Self.advice(nearest, [], .english))"
        case .unknownFile(let path): "there is no file \(path); write it or correct the name"
        }
    }

    private var japanese: String {
        switch self {
        case .unreadable(let error): "\(FileWords.unreadable(error, .japanese))。ファイルがあり、読み取れるか確かめてください"
        case .tooLarge(let limit): "\(FileWords.tooLarge(limitBytes: limit, .japanese))。分けるか減らしてください"
        case .notUTF8: "UTF-8 のテキストではありません。UTF-8 で保存してください"
        case .notYAML(let error): "YAML として読めません: \(error.message)。この行を直してください"
        case .notOneDocument(let count): "YAML 文書が \(count) 個あります。レッスンは 1 つだけです"
        case .repeatedKey(let key): "キー \"\(key)\" が 2 回あります。片方を消してください"
        case .unknownKey(let key, let nearest, let allowed):
            "キー \"\(key)\" はありません。\(Self.advice(nearest, allowed, .japanese))"
        case .missingKey(let key): "キー \"\(key)\" がありません。追加してください"
        case .wrongShape(let key, let shape): "\"\(key)\" は\(shape.japanese)でなければなりません"
        case .notOneOf(let key, let value, let nearest, let allowed):
            "\"\(key)\" に \"\(value)\" は使えません。\(Self.advice(nearest, allowed, .japanese))"
        case .badIdentifier(let text):
            "\"\(text)\" は名前に使えません。英小文字、数字、ハイフンで 63 文字以内にしてください"
        case .repeatedId(let id): "id \"\(id)\" が 2 回あります。片方の名前を変えてください"
        case .lessonTwice(let id, let folder):
            "id \"\(id)\" はすでに \(folder) が使っています。片方をフォルダーごと別の名前にしてください"
        case .empty(let key): "\"\(key)\" が空です。1 つ以上書いてください"
        case .notOneCheckKind(let kinds):
            kinds.isEmpty
                ? "チェックの内容がありません。expect、absent、always、http、printed のどれかを書いてください"
                : "チェックに \(kinds.joined(separator: " と ")) があります。別々のチェックに分けてください"
        case .unknownNeed(let id, let nearest):
            "このステップの前のほうに \"\(id)\" というチェックはありません。\(Self.advice(nearest, [], .japanese))"
        case .optionForOtherKind(let option, let kind):
            "\"\(option)\" は \"\(kind)\" には使えません。消してください"
        case .unknownKind(let kind, let nearest):
            "このバージョンのクラスターに \"\(kind)\" という種類はありません。\(Self.advice(nearest, [], .japanese))"
        case .unknownField(let field, let kind, let nearest):
            "\(kind) のこの場所に \"\(field)\" という項目はありません。\(Self.advice(nearest, [], .japanese))"
        case .badPattern(.notANumber(let text)): "\"\(text)\" は比べられる数ではありません。数か量を書いてください"
        case .badPattern(.badExpression(let text)):
            "\"\(text)\" は正規表現ではありません。直すか、先頭に \"= \" を付けてください"
        case .unknownSection(let id, let nearest):
            "セクション {#\(id)} がありません。書き足すか、名前を直してください。\(Self.advice(nearest, [], .japanese))"
        case .unknownLesson(let id, let nearest):
            "\"\(id)\" というレッスンはありません。\(Self.advice(nearest, [], .japanese))"
        case .textWithoutTitle: "題名がありません。\"# ...\" の行から始めてください"
        case .headingWithoutId(let title): "見出し \"\(title)\" に id がありません。最後に {#id} を付けてください"
        case .openFence: "ここから始まるブロックが閉じていません。``` で閉じてください"
        case .missingText(let language): "言語 \"\(language.rawValue)\" の文章がありません。ファイルを書いてください"
        case .unusedSection(let id):
            "セクション {#\(id)} はどこからも使われていません。lesson.yaml に書くか、消してください"
        case .solutionWithoutStep(let id): "ステップ \"\(id)\" の部分がありません。\"# step: \(id)\" から始めてください"
        case .solutionOfUnknownStep(let id, let nearest):
            "レッスンに \"\(id)\" というステップはありません。\(Self.advice(nearest, [], .japanese))"
        case .wrongScriptWithoutCheck: "どのチェックで見つかるか書かれていません。\"# fails: CHECK\" の行を足してください"
        case .unknownCheck(let id, let nearest):
            "レッスンに \"\(id)\" というチェックはありません。\(Self.advice(nearest, [], .japanese))"
        case .unknownFile(let path): "\(path) というファイルはありません。作るか、名前を直してください"
        }
    }

    private static func advice(_ nearest: String?, _ allowed: [String], _ language: Language) -> String {
        if let nearest { return language.choose("did you mean \"\(nearest)\"?", "\"\(nearest)\" のことですか？") }
        guard !allowed.isEmpty else { return language.choose("correct the name", "名前を直してください") }
        let names = allowed.joined(separator: ", ")
        return language.choose("use one of \(names)", "使えるのは \(names) です")
    }
}

extension LessonProblem.Shape {
    fileprivate var english: String {
        switch self {
        case .object: "a map of keys and values"
        case .list: "a list"
        case .text: "a text"
        case .number: "a number that is not negative (and not too large)"
        case .duration: "a duration such as 90s or 5m"
        case .instant: "a time in quotes such as \"2023-07-04T13:37:00Z\""
        case .flag: "true or false"
        }
    }

    fileprivate var japanese: String {
        switch self {
        case .object: "キーと値の組"
        case .list: "リスト"
        case .text: "文字列"
        case .number: "0 以上の数（大きすぎないもの）"
        case .duration: "90s や 5m のような時間"
        case .instant: "\"2023-07-04T13:37:00Z\" のような引用符付きの時刻"
        case .flag: "true か false"
        }
    }
}

extension WorkbookCommand {
    static let lang = WorkbookCommand(
        "lang", "the language of the workbook: lang en, lang ja", "言語を選びます（lang en、lang ja）",
        accepts: { $0.count < 2 }
    ) { session, words in
        guard let word = words.first else { return .text(session.language.rawValue) }
        guard let language = Language(rawValue: word) else {
            return .text(session.language.choose("lang takes en or ja", "lang には en か ja を書きます"), .bad)
        }
        session.language = language
        return .text(language.choose("The workbook speaks English.", "これから日本語で案内します。"), .good)
    }
}

/// One line of help for a word that is no command: `kubctl` is probably `kubectl`.
struct CommandHelp: Hashable, Sendable {
    let meant: String
    /// It is a word of the workbook, which no pipe and no list of commands can hold.
    let standsAlone: Bool

    /// - Parameter output: What the shell has said: `bash: kubctl: command not found`.
    init?(_ output: String, known: [String], own: [String]) {
        guard let mark = output.firstRange(of: ": command not found") else { return nil }
        let word = output[..<mark.lowerBound].split(whereSeparator: { " \n:".contains($0) }).last.map(String.init) ?? ""
        standsAlone = own.contains(word)
        guard word.count > 2, let nearest = standsAlone ? word : nearestName(to: word, among: known) else { return nil }
        meant = nearest
    }

    func text(_ language: Language) -> String {
        standsAlone
            ? language.choose(
                "→ \(meant) is a word of the workbook: it stands alone on its line.",
                "→ \(meant) はワークブックのコマンドです。1 行に単独で入力してください。")
            : language.choose("→ did you mean \(meant)?", "→ \(meant) のことですか？")
    }
}

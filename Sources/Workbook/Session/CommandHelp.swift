/// One line of help for a word that is no command: `kubctl` is probably `kubectl`.
struct CommandHelp: Hashable, Sendable {
    let meant: String

    /// - Parameter output: What the shell has said: `bash: kubctl: command not found`.
    init?(_ output: String, known: [String]) {
        guard let mark = output.firstRange(of: ": command not found") else { return nil }
        let word = output[..<mark.lowerBound].split(whereSeparator: { " \n:".contains($0) }).last.map(String.init) ?? ""
        guard word.count > 2, let nearest = nearestName(to: word, among: known) else { return nil }
        meant = nearest
    }

    func text(_ language: Language) -> String {
        language.choose("→ did you mean \(meant)?", "→ \(meant) のことですか？")
    }
}

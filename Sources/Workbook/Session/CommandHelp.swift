/// One line of help for a word that is no command: `kubctl` is probably `kubectl`.
enum CommandHelp: Hashable, Sendable {
    case meant(String)
    /// It is a word of the workbook, which no pipe and no list of commands can hold.
    case standsAlone(String)
    /// The line has a full-width space, as Japanese keyboards type it.
    case wideSpace
    /// A program of the learner's own machine, which the workbook does not start.
    case editor(String, folder: String?)
    case pager(String)
    case privilege(String)
}

extension CommandHelp {
    private static let editors = ["code", "ed", "emacs", "micro", "nano", "nvim", "pico", "vi", "view", "vim"]
    private static let pagers = ["less", "more", "most"]
    private static let privileges = ["doas", "su", "sudo"]

    /// - Parameters:
    ///   - output: What the shell has said: `bash: kubctl: command not found`.
    ///   - folder: Where the files lie on the disk; `nil` when they do not.
    init?(_ output: String, known: [String], own: [String], folder: String?) {
        guard let mark = output.firstRange(of: ": command not found") else { return nil }
        let word = output[..<mark.lowerBound].split(whereSeparator: { " \n:".contains($0) }).last.map(String.init) ?? ""
        if word.contains("\u{3000}") {
            self = .wideSpace
        } else if own.contains(word) {
            self = .standsAlone(word)
        } else if Self.editors.contains(word) {
            self = .editor(word, folder: folder)
        } else if Self.pagers.contains(word) {
            self = .pager(word)
        } else if Self.privileges.contains(word) {
            self = .privilege(word)
        } else if word.count > 2, let nearest = nearestName(to: word, among: known) {
            self = .meant(nearest)
        } else {
            return nil
        }
    }

    func text(_ language: Language) -> String {
        switch self {
        case .meant(let word): language.choose("→ did you mean \(word)?", "→ \(word) のことですか？")
        case .standsAlone(let word):
            language.choose(
                "→ \(word) is a word of the workbook: it stands alone on its line.",
                "→ \(word) はワークブックのコマンドです。1 行に単独で入力してください。")
        case .wideSpace:
            language.choose(
                "→ the line has a full-width space (U+3000): type an ordinary space in its place.",
                "→ 全角スペース（U+3000）が入っています。半角スペースで入力してください。")
        case .editor(let word, let folder?):
            language.choose(
                "→ \(word) does not run here: your files lie in \(folder). Change them there with any editor, "
                    + "or use kubectl edit.",
                "→ \(word) はここでは動きません。ファイルは \(folder) にあるので、好きなエディターで編集するか、kubectl edit を使ってください。")
        case .editor(let word, nil):
            language.choose(
                "→ \(word) does not run here: write files with cat > FILE, or use kubectl edit.",
                "→ \(word) はここでは動きません。cat > FILE でファイルを書くか、kubectl edit を使ってください。")
        case .pager(let word):
            language.choose(
                "→ \(word) is not needed here: print the text itself, with cat or without the pipe.",
                "→ \(word) は必要ありません。パイプなしで、または cat でそのまま表示してください。")
        case .privilege(let word):
            language.choose(
                "→ \(word) is not needed here: type the command without it.",
                "→ \(word) は必要ありません。付けずにコマンドを入力してください。")
        }
    }
}

import Kubectl
import Shell

/// One line of help below kubectl's own error, for the slips that the learner's notes are full of.
package enum ManifestHelp {
    /// What to look at, and where; `nil` when the place of the problem is not known.
    static func text(
        for problem: ManifestProblem, typed: String, files: some FileSystem, _ language: Language
    ) -> String? {
        guard let line = problem.line else { return nil }
        let text = lineText(problem, typed: typed, files: files)
        let words = slip(in: problem, text).text(language)
        return "→ \(place(problem.source, line, problem.column, language)): \(words)"
    }

    private static func place(_ source: String, _ line: Int, _ column: Int?, _ language: Language) -> String {
        guard let column else { return language.choose("\(source), line \(line)", "\(source) の \(line) 行目") }
        return language.choose("\(source), line \(line), column \(column)", "\(source) の \(line) 行目 \(column) 文字目")
    }

    /// The line that the problem is in: of the file, or of the here-document behind the first line that was typed.
    private static func lineText(_ problem: ManifestProblem, typed: String, files: some FileSystem) -> String {
        let index = (problem.line ?? 1) - 1
        let lines: [Substring]
        if problem.source == "STDIN" {
            lines = Array(typed.split(separator: "\n", omittingEmptySubsequences: false).dropFirst())
        } else if let bytes = try? files.read(PathName.absolute(problem.source, from: Session.workFolder)) {
            lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        } else {
            lines = []
        }
        return lines.indices.contains(index) ? String(lines[index]) : ""
    }

    enum Slip: Hashable, Sendable {
        case slashComment, tab, noSpaceAfterColon, indentation
        case unknownField(String)
    }

    static func slip(in problem: ManifestProblem, _ text: String) -> Slip {
        if let mark = problem.message.firstRange(of: "unknown field \"") {
            return .unknownField(String(problem.message[mark.upperBound...].prefix { $0 != "\"" }))
        }
        if text.contains("//"), !text.contains("://") { return .slashComment }
        if text.prefix(while: \.isWhitespace).contains("\t") { return .tab }
        if let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex,
            !text[text.index(after: colon)].isWhitespace, !text.contains("://")
        {
            return .noSpaceAfterColon
        }
        return .indentation
    }
}

extension ManifestHelp.Slip {
    func text(_ language: Language) -> String {
        switch self {
        case .slashComment:
            language.choose(
                "YAML knows no // comments; write # instead", "YAML に // のコメントはありません。# を使ってください")
        case .tab:
            language.choose("indent with spaces; YAML allows no tabs there", "字下げは空白で書きます。YAML ではタブを使えません")
        case .noSpaceAfterColon:
            language.choose("put a space after the colon", "コロンの後に空白を入れてください")
        case .indentation:
            language.choose(
                "compare the indentation with the lines around it", "前後の行と字下げがそろっているか確かめてください")
        case .unknownField(let field):
            language.choose(
                "no such field here: \(field); kubectl explain shows the ones there are",
                "ここに \(field) という項目はありません。kubectl explain で使える項目がわかります")
        }
    }
}

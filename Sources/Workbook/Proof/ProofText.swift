/// The results of a proof as lines of text for authors.
package struct ProofText: Sendable {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }
}

extension ProofText {
    package func lines(_ result: ProofResult) -> [String] {
        let state: Phrase = result.holds ? .passed : .failed
        let head = "\(state.text(language)) \(claim(result.claim))"
        guard let refutation = result.refutation else { return [head] }
        return [head] + why(refutation).map { "       " + $0 }
    }

    private func claim(_ claim: ProofClaim) -> String {
        switch claim {
        case .startFails: language.choose("doing nothing fails", "何もしなければ不合格")
        case .solutionPasses: language.choose("solution.sh passes", "solution.sh は合格")
        case .alternativePasses(let name): language.choose("\(name) passes", "\(name) は合格")
        case .wrongScriptFails(let name): language.choose("\(name) fails as it says", "\(name) は書かれたとおりに不合格")
        case .stepIsNeeded(let step):
            language.choose("solution.sh without step \(step) fails", "ステップ \(step) を除いた solution.sh は不合格")
        case .linksResolve(let text):
            language.choose("links of text.\(text.rawValue).md", "text.\(text.rawValue).md のリンク")
        case .transcriptIsTrue(let text, let section, let line):
            language.choose(
                "session in text.\(text.rawValue).md:\(line), section \(section)",
                "text.\(text.rawValue).md:\(line)（セクション \(section)）の実行例")
        case .hasHints(let step): language.choose("three hints for step \(step)", "ステップ \(step) のヒント 3 つ")
        }
    }

    private func why(_ refutation: ProofRefutation) -> [String] {
        switch refutation {
        case .passedUnexpectedly:
            return [language.choose("every check passed; ask for more", "すべて合格しました。チェックを足してください")]
        case .failed(let result): return ResultText(language: language, patience: .asWritten).lines(result)
        case .stopped(let problem): return [problem]
        case .failedElsewhere(let expected, let found):
            let names = found.joined(separator: ", ")
            return [
                language.choose(
                    "expected \(expected) to fail first; failed: \(names)",
                    "最初に \(expected) が不合格のはずですが、不合格は \(names) です")
            ]
        case .mistakeNotRecognised(let section, let found):
            let names = found.isEmpty ? "-" : found.joined(separator: ", ")
            return [
                language.choose(
                    "the mistake \(section) was not recognised; recognised: \(names)",
                    "誤り \(section) に気付けません。気付いたもの: \(names)")
            ]
        case .brokenLink(let link, let line):
            return [
                language.choose(
                    "\(link) leads nowhere (section at line \(line))", "\(link) の行き先がありません（\(line) 行目のセクション）")
            ]
        case .otherOutput(let command, let expected, let found):
            return ["$ \(command)"] + expected.map { "- \($0)" } + found.map { "+ \($0)" }
        case .commandNotRun(let command): return [language.choose("not run: \(command)", "実行されませんでした: \(command)")]
        case .fewHints(let count):
            return [language.choose("there are \(count); write three", "\(count) つしかありません。3 つ書いてください")]
        }
    }
}

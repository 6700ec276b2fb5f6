import Documents
import KubeModel
package import Kubectl

/// One line of help below kubectl's own error, for the slips that manifests are full of.
package struct ManifestHelp: Hashable, Sendable {
    /// As kubectl names it: a file, or `STDIN`.
    var source: String
    /// Both from 1.
    var line: Int
    var column: Int?
    var slip: ManifestSlip
}

/// What the last kubectl command has read and said.
package struct ManifestReport: Hashable, Sendable {
    package var manifests: [ManifestText]
    package var problem: ManifestProblem?
    /// Everything that was printed.
    package var output: String
    package var exitCode: Int32

    package init(manifests: [ManifestText], problem: ManifestProblem?, output: String, exitCode: Int32) {
        self.manifests = manifests
        self.problem = problem
        self.output = output
        self.exitCode = exitCode
    }
}

extension ManifestHelp {
    /// What to look at, and where; `nil` when nothing is wrong or the place of it is not known.
    package init?(_ report: ManifestReport) {
        guard let help = Self.remark(report) ?? Self.broken(report) ?? Self.field(report) else { return nil }
        self = help
    }

    package func text(_ language: Language) -> String {
        let words = slip.text(language)
        guard let column else {
            return language.choose("→ \(source), line \(line): \(words)", "→ \(source) の \(line) 行目: \(words)")
        }
        return language.choose(
            "→ \(source), line \(line), column \(column): \(words)",
            "→ \(source) の \(line) 行目 \(column) 文字目: \(words)")
    }

    /// A `//` remark, which YAML takes for a part of the value; a text that parses may hold one as well.
    private static func remark(_ report: ManifestReport) -> ManifestHelp? {
        guard report.exitCode != 0 else { return nil }
        for manifest in report.manifests {
            for (index, line) in lines(of: manifest).enumerated() {
                guard let column = ManifestSlip.remarkColumn(in: line) else { continue }
                return ManifestHelp(source: manifest.source, line: index + 1, column: column, slip: .slashComment)
            }
        }
        return nil
    }

    /// A text that kubectl could not read.
    private static func broken(_ report: ManifestReport) -> ManifestHelp? {
        guard let problem = report.problem, let line = problem.line,
            let manifest = report.manifests.first(where: { $0.source == problem.source })
        else { return nil }
        let lines = lines(of: manifest)
        let text = lines.indices.contains(line - 1) ? lines[line - 1] : ""
        return ManifestHelp(
            source: problem.source, line: line, column: problem.column,
            slip: ManifestSlip(message: problem.message, line: text))
    }

    /// A field that the server has named.
    private static func field(_ report: ManifestReport) -> ManifestHelp? {
        for mention in FieldMention.all(in: report.output) {
            for manifest in report.manifests {
                for document in YAML.stream(in: manifest.bytes).documents {
                    guard let position = mention.position(in: document) else { continue }
                    return ManifestHelp(
                        source: manifest.source, line: position.line, column: position.column,
                        slip: mention.slip(in: document.value))
                }
            }
        }
        return nil
    }

    private static func lines(of manifest: ManifestText) -> [Substring] {
        String(decoding: manifest.bytes.prefix(1 << 20), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }
}

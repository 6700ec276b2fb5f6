/// Makes outputs of two clusters comparable: what no two clusters share becomes a placeholder.
///
/// Ages, random names, hashes, uids, revisions, times and addresses are masked, and runs of spaces that only align
/// columns become two. The rules are those by which recordings of real clusters are compared.
///
/// Making one compiles its patterns, which costs milliseconds: make one for many outputs.
package struct TranscriptNormalizer {
    private let masks: [(Pattern, String)]
    private let durations: [Pattern]
    private let keepsDurations: Pattern
    private let randomSuffix: Pattern

    package init() {
        masks = Self.rules.map { (Pattern($0.pattern), $0.replacement) }
        durations = Self.durationPatterns.map { Pattern($0) }
        keepsDurations = Pattern(Self.wantedDurations)
        randomSuffix = Pattern("-[\(Self.safe)]{5}(?=$|[ \"',;/:)])")
    }

    private static let name = "[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?"
    private static let safe = "bcdfghjklmnpqrstvwxz2456789"

    /// Patterns in the order in which they are applied, with what takes their place (`$1` is the first group).
    private static let rules: [(pattern: String, replacement: String)] = [
        ("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uid>"),
        ("(sha256:)[0-9a-f]{64}", "$1<digest>"),
        ("\\b(?:containerd|docker|fakeRuntime)://\\S+", "<container-id>"),
        ("\\b[0-9a-f]{64}\\b", "<digest>"),
        ("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z", "<time>"),
        ("\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}", "<time>"),
        ("\\bip-\\d+-\\d+-\\d+-\\d+\\.[a-z0-9-]+\\.compute\\.internal", "<node>"),
        ("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d{4} [A-Z]+", "<time>"),
        ("-[\(safe)]{6,10}-[\(safe)]{5}\\b", "-<hash>-<rand>"),
        ("-(?=[a-z]*\\d)[\(safe)]{8,10}(?![-a-z0-9])", "-<hash>"),
        (
            "((?:NewReplicaSet|OldReplicaSets?|[cC]urrentRevision|[uU]pdateRevision)\"?: +\"?\(name)?)-[\(safe)]{5,10}\\b",
            "$1-<hash>"
        ),
        ("(pod-template-hash[=:] ?)\"?[\(safe)]{6,10}\"?", "$1<hash>"),
        ("(controller-revision-hash[=:] ?)(\"?)((?:\(name)-)?)[\(safe)]{6,10}\"?", "$1$3<hash>"),
        (
            "((?:replicaset|replica set|ReplicaSet|replicasets)(?:\\.apps)?[/ ]\"?\(name)?-?)-[\(safe)]{6,10}\\b",
            "$1-<hash>"
        ),
        ("(kube-api-access-)[\(safe)]{5}\\b", "$1<rand>"),
        ("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b", "<ip>"),
        ("(resourceVersion\"?: )\"\\d+\"", "$1\"<rv>\""),
        ("(Resource Version: +)\\d+", "$1<rv>"),
        (":3\\d{4}/", ":<nodeport>/"),
        ("nodePort: 3\\d{4}", "nodePort: <nodeport>"),
        ("(NodePort:\\s+\\S+\\s+)3\\d{4}", "$1<nodeport>"),
        ("Image size: \\d+ bytes", "Image size: <bytes>"),
    ]
    private static let durationPatterns = [
        "\\b(?:\\d+d)?(?:\\d+h)?(?:\\d+m)?\\d+(?:\\.\\d+)?m?s\\b(?! [pt]imeout|ecs)",
        "\\b(?:\\d+d)?(?:\\d+h)?\\d+m\\b(?!i)",
    ]
    /// A duration that someone wrote (probe delays, `--timeout=60s`, 250m of cpu) is information, not noise.
    private static let wantedDurations =
        "(delay=|timeout=|period=|cpu|memory|Grace Period|TokenExpiration|for \\d+s$|--|Requests|Limits)"
}

extension TranscriptNormalizer {
    /// The lines with everything masked that may differ.
    package func normalized(_ lines: [String]) -> [String] {
        let masked = lines.map { line in
            var line = line
            for (pattern, replacement) in masks { line = pattern.replace(in: line, with: replacement) }
            if !keepsDurations.matches(line) {
                for pattern in durations { line = pattern.replace(in: line, with: "<dur>") }
            }
            return randomSuffix.replace(in: squeezed(line), with: "-<rand>")
        }
        return maskedStems(masked)
    }

    /// Runs of spaces within a line become two, and those at its end vanish.
    private func squeezed(_ line: String) -> String {
        let lead = line.prefix { $0 == " " }
        var result = String(lead)
        var gap = ""
        for character in line.dropFirst(lead.count) {
            if character == " " || character == "\t" {
                gap.append(character)
            } else {
                result += gap == " " || gap.isEmpty ? gap : "  "
                result.append(character)
                gap = ""
            }
        }
        return result.allSatisfy { $0 == " " } ? "" : result
    }

    /// The name of a ReplicaSet without its pod's suffix is masked wherever the same name was seen with it.
    private func maskedStems(_ lines: [String]) -> [String] {
        let pattern = Pattern("(\(Self.name))-<hash>-<rand>")
        let stems = Set(lines.flatMap { pattern.groups(in: $0) }).sorted { ($1.count, $0) < ($0.count, $1) }
        let masks = stems.map { stem in
            (Pattern("\\b\(stem.replacing(".", with: "\\."))-[\(Self.safe)]{6,10}\\b"), "\(stem)-<hash>")
        }
        return lines.map { line in
            masks.reduce(line) { line, mask in mask.0.replace(in: line, with: mask.1) }
        }
    }
}

/// A regular expression over bytes of plain text, with the word boundaries of most other tools.
private struct Pattern {
    private let regex: Regex<AnyRegexOutput>

    init(_ source: String) {
        do {
            regex = try Regex(source).wordBoundaryKind(.simple).asciiOnlyDigits()
        } catch {
            preconditionFailure("no regular expression: \(source)")
        }
    }

    func matches(_ text: String) -> Bool { text.firstMatch(of: regex) != nil }

    /// The first groups of all matches.
    func groups(in text: String) -> [String] {
        text.matches(of: regex).compactMap { $0.output.count > 1 ? $0.output[1].substring.map(String.init) : nil }
    }

    func replace(in text: String, with replacement: String) -> String {
        guard matches(text) else { return text }
        return text.replacing(regex) { match in
            (1..<max(1, match.output.count)).reduce(replacement) { text, group in
                text.replacing("$\(group)", with: match.output[group].substring ?? "")
            }
        }
    }
}

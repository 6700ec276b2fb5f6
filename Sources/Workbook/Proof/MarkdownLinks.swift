/// The links of a Markdown text.
enum MarkdownLinks {
    /// The targets of `[words](target)` and `![words](target)` outside fenced blocks and code.
    static func targets(in text: String) -> [String] {
        var targets: [String] = []
        var isFenced = false
        for line in text.split(separator: "\n") {
            if line.hasPrefix("```") { isFenced.toggle() }
            guard !isFenced else { continue }
            var rest = line[...]
            while let open = rest.firstRange(of: "](") {
                let target = rest[open.upperBound...].prefix { $0 != ")" && $0 != " " }
                targets.append(String(target))
                rest = rest[open.upperBound...]
            }
        }
        return targets
    }
}

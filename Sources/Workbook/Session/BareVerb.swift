import Kubectl

/// `get pods` typed without `kubectl`, also where the shell has a word of its own: `set image ...`, `wait --for=...`.
enum BareVerb {
    /// Words of the shell that are kubectl's when they are followed by what only kubectl takes.
    private static let shared: [String: @Sendable ([String]) -> Bool] = [
        "set": { ["image", "env", "resources", "selector", "serviceaccount", "sa", "subject"].contains($0.first) },
        "wait": { words in words.contains { $0.hasPrefix("--") || $0.contains("/") } },
        "exec": { words in words.contains("--") || words.first.map { $0 == "-it" || $0 == "-i" || $0 == "-t" } ?? false
        },
        "diff": { words in words.first.map { $0 == "-f" || $0 == "-k" || $0.hasPrefix("--filename") } ?? false },
        "cp": { words in words.contains { $0.contains(":") } },
        "top": { ["node", "nodes", "no", "pod", "pods", "po"].contains($0.first) },
        "type": { _ in false },
    ]

    static func completed(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first, let isKubectl = shared[first], isKubectl(Array(words.dropFirst())) else {
            return text
        }
        return "kubectl " + text
    }
}

extension [String] {
    fileprivate func contains(_ word: String?) -> Bool { word.map { contains($0) } ?? false }
}

import Documents
import KubeModel
import Kubectl
import LineEditing
import Shell
import Workbook

/// What Tab offers: the words of kubectl and of the workbook, and the names that are in the cluster now.
struct Completer {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }
}

extension Completer {
    func complete(_ line: String, _ cursor: Int) -> LineEditing.Completion {
        let before = Array(line.utf8.prefix(cursor))
        let start = (before.lastIndex { " \t\n;|&(".utf8.contains($0) } ?? -1) + 1
        let typed = String(decoding: before[start...], as: UTF8.self)
        let command = String(decoding: before[..<start], as: UTF8.self)
        let words = Self.lastCommand(command)
        let candidates = candidates(words, typed).filter { $0.text.hasPrefix(typed) }
        return LineEditing.Completion(replaced: start..<cursor, candidates: candidates)
    }

    /// The words of the command in hand, after the last `|`, `;`, `&` or `(`.
    private static func lastCommand(_ text: String) -> [String] {
        let part = text.split(omittingEmptySubsequences: false) { "|;&(\n".contains($0) }.last ?? ""
        return part.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private func candidates(_ words: [String], _ typed: String) -> [LineEditing.Completion.Candidate] {
        guard let first = words.first else { return firstWords }
        if let arguments = kubectlWords(words) {
            let found = KubectlCompletion.candidates(arguments, typed: typed, source: CompletionNames(session))
            return found.isEmpty ? files(typed) : found.map { LineEditing.Completion.Candidate($0) }
        }
        switch first {
        case "lessons": return session.catalog.lessons.map { LineEditing.Completion.Candidate($0.id) }
        case "lang": return Language.allCases.map { LineEditing.Completion.Candidate($0.rawValue) }
        case "clock": return ["+1m", "+5m", "+1h", "+1d"].map { LineEditing.Completion.Candidate($0) }
        case "why": return CompletionNames(session).names(of: "pods").map { LineEditing.Completion.Candidate($0) }
        default: return files(typed)
        }
    }

    private var firstWords: [LineEditing.Completion.Candidate] {
        let words =
            ["kubectl", "k"] + Kubectl.verbs.sorted() + WorkbookCommand.all.map(\.name) + session.lab.shell.commandNames
        return Set(words).sorted().map { LineEditing.Completion.Candidate($0) }
    }

    /// The words after `kubectl`, when the command is one, with or without that word.
    private func kubectlWords(_ words: [String]) -> [String]? {
        if words[0] == "kubectl" || words[0] == "k" { return Array(words.dropFirst()) }
        return Kubectl.verbs.contains(words[0]) ? words : nil
    }

    private func files(_ typed: String) -> [LineEditing.Completion.Candidate] {
        let files = session.lab.host.files
        let slash = typed.lastIndex(of: "/")
        let shown = slash.map { String(typed[...$0]) } ?? ""
        let folder = shown.hasPrefix("/") ? shown : "\(session.lab.shell.variable("PWD") ?? "/")/\(shown)"
        return ((try? files.list(folder)) ?? []).map { name in
            let isFolder = files.status(of: "\(folder)/\(name)")?.isDirectory == true
            return LineEditing.Completion.Candidate(
                shown + name + (isFolder ? "/" : ""), label: name + (isFolder ? "/" : ""), suffix: isFolder ? "" : " ")
        }
    }
}

/// The names of the live cluster, for kubectl's own completion rules.
struct CompletionNames: CompletionSource {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    var namespace: String { session.namespace }
    var resources: ResourceRegistry { session.view.resources }

    func objects(of plural: String, namespace: String?) -> [String] {
        guard let type = resources.types.first(where: { $0.plural == plural }) else { return [] }
        return session.view.objects(of: type, in: type.isNamespaced ? namespace ?? self.namespace : nil).map(\.name)
    }

    func containers(ofPod name: String, namespace: String?) -> [String] {
        let pods = session.view.objects(of: .pods, in: namespace ?? self.namespace)
        let pod = pods.first { $0.name == name }
        return pod?["spec"]?["containers"]?.array?.compactMap { $0["name"]?.string } ?? []
    }

    func names(of plural: String) -> [String] { objects(of: plural, namespace: nil) }
}

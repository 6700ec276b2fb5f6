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
        var place = Place(Array(line.utf8.prefix(cursor)))
        let found = candidates(&place).filter { $0.text.hasPrefix(place.typed) }
        return LineEditing.Completion(replaced: place.start..<cursor, candidates: found)
    }

    private func candidates(_ place: inout Place) -> [LineEditing.Completion.Candidate] {
        if place.isRedirection { return files(place.typed) }
        guard let first = place.words.first else { return session.commandNames.map { .init($0) } }
        if let arguments = kubectlWords(place.words) {
            let found = KubectlWords(session: session).candidates(after: arguments, typed: place.typed)
            place.detachFlag()
            return found?.map { .init($0, suffix: $0.hasSuffix("=") ? "" : " ") } ?? files(place.typed)
        }
        switch first {
        case "lessons": return session.catalog.lessons.map { .init($0.id) }
        case "lang": return Language.allCases.map { .init($0.rawValue) }
        case "clock": return ["+1m", "+5m", "+1h", "+1d"].map { .init($0) }
        case "fault": return faultWords(place.words).map { .init($0) }
        case "next": return [.init("step")]
        case "why":
            return ["pods", "deployments", "jobs", "services"].flatMap { KubectlWords(session: session).names(of: $0) }
                .map { .init($0) }
        default: return files(place.typed)
        }
    }

    /// The words after `kubectl`, when the command is one, with or without that word.
    private func kubectlWords(_ words: [String]) -> [String]? {
        if words[0] == "kubectl" || words[0] == "k" { return Array(words.dropFirst()) }
        let isWorkbook = WorkbookCommand.named(words[0])?.accepts([]) ?? false
        return Kubectl.verbs.contains(words[0]) && !isWorkbook ? words : nil
    }

    /// What can go wrong, and then what it happens to.
    private func faultWords(_ words: [String]) -> [String] {
        guard words.count > 1 else { return FaultCommand.names }
        guard words.count == 2, FaultCommand.names.contains(words[1]), !words[1].hasPrefix("registry") else {
            return []
        }
        return KubectlWords(session: session).names(of: words[1].hasPrefix("node") ? "nodes" : "pods")
    }

    private func files(_ typed: String) -> [LineEditing.Completion.Candidate] {
        let files = session.lab.host.files
        let slash = typed.lastIndex(of: "/")
        let shown = slash.map { String(typed[...$0]) } ?? ""
        let folder = PathName.absolute(Place.unquoted(shown), from: session.lab.shell.workingDirectory)
        return ((try? files.list(folder)) ?? []).map { name in
            let end = files.status(of: "\(folder)/\(name)")?.isDirectory == true ? "/" : ""
            return .init(shown + Place.quoted(name) + end, label: name + end, suffix: end.isEmpty ? " " : "")
        }
    }
}

/// Where the cursor stands in a line of shell.
struct Place {
    /// Where the word that is typed begins, in bytes.
    private(set) var start: Int
    /// What has been typed of it.
    private(set) var typed: String
    /// The words before it, of the command in hand.
    let words: [String]
    /// The word is a file behind `<` or `>`.
    let isRedirection: Bool

    init(_ before: [UInt8]) {
        let end = before.indices.last { index in
            " \t\n;|&()<>".utf8.contains(before[index]) && (index == 0 || before[index - 1] != UInt8(ascii: "\\"))
        }
        start = end.map { $0 + 1 } ?? 0
        typed = String(decoding: before[start...], as: UTF8.self)
        let command = String(decoding: before[..<start], as: UTF8.self)
        let part = command.split(omittingEmptySubsequences: false) { "|;&(\n".contains($0) }.last ?? ""
        words = part.split(whereSeparator: \.isWhitespace).map(String.init)
        isRedirection = words.last.map { $0.hasSuffix("<") || $0.hasSuffix(">") } ?? false
    }

    /// Takes the flag off `--filename=web`, so that only its value is completed.
    mutating func detachFlag() {
        guard typed.hasPrefix("-"), let sign = typed.firstIndex(of: "=") else { return }
        let value = typed.index(after: sign)
        start += typed[..<value].utf8.count
        typed = String(typed[value...])
    }

    private static let special = Set(" \t\\'\"$&|;<>()*?[]#~`!{}")

    /// A name with a backslash before whatever the shell would read otherwise.
    static func quoted(_ name: String) -> String {
        name.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    static func unquoted(_ text: String) -> String {
        var result = ""
        var isQuoted = false
        for character in text {
            isQuoted = !isQuoted && character == "\\"
            if !isQuoted { result.append(character) }
        }
        return result
    }
}

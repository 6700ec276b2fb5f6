import Documents
import Foundation
import KubeModel

/// What the schema does not say about good manifests, read from `Fixtures/kinds`.
struct ManifestFacts {
    private(set) var metadata = Object()
    private(set) var corrections: [String: [(path: [String], value: Value?)]] = [:]
    private var values: [String: Value] = [:]
    private var skipped: [String: String] = [:]
    private var chosen: [String: [[String]]] = [:]
    private var names: [String: String] = [:]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/kinds")

    /// The lines of `values.txt`; its beginning says what they mean.
    init() throws {
        let text = try String(contentsOf: Self.folder.appending(path: "values.txt"), encoding: .utf8)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            let rest = words.count > 2 ? words[2] : ""
            switch words[0] {
            case "value": values[words[1]] = try YAML.parse(rest)
            case "skip": skipped[words[1]] = rest
            case "choice":
                chosen[words[1]] = rest.split(separator: "|").map { $0.split(separator: ",").map(String.init) }
            case "name": names[words[1]] = rest
            case "metadata": metadata[words[1]] = try YAML.parse(rest)
            case "set":
                let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
                corrections[words[1], default: []].append(
                    (Self.path(parts[0]), try YAML.parse(parts.count > 1 ? parts[1] : "null")))
            case "drop": corrections[words[1], default: []].append((Self.path(rest), nil))
            default: throw Malformed(line: String(line))
            }
        }
    }

    struct Malformed: Error {
        let line: String
    }

    private static func path(_ text: String) -> [String] { text.split(separator: ".").map(String.init) }
}

extension ManifestFacts {
    /// The value of a field of a type, or of every field of that name.
    func value(of field: String, in type: String) -> Value? {
        values["\(type).\(field)"] ?? values["*.\(field)"]
    }

    func isSkipped(_ type: String, _ field: String) -> Bool {
        skipped["\(type).\(field)"] != nil || skipped["*.\(field)"] != nil
    }

    /// The sets of fields of which an object has one; `@Volume` is every field that a struct embeds from there.
    func choices(of type: SchemaType) -> [[String]] {
        guard let choices = chosen[type.name] else { return [] }
        return choices.flatMap { choice -> [[String]] in
            guard choice.count == 1, choice[0].hasPrefix("@") else { return [choice] }
            let embedding = String(choice[0].dropFirst())
            return type.fields.filter { $0.embedding == embedding && !isSkipped(type.name, $0.name) }.map { [$0.name] }
        }
    }

    func name(of resource: ResourceType, _ index: Int) -> String {
        let base = names[resource.plural] ?? "full"
        return index == 0 || names[resource.plural] != nil ? base : "\(base)-\(index)"
    }
}

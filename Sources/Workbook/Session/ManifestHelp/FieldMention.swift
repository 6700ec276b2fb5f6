import Documents
import KubeModel

/// A field that an answer of the API server names by its path: `unknown field "spec.containers[0].imagee"`.
struct FieldMention: Hashable, Sendable {
    enum Complaint: String, CaseIterable, Sendable {
        case unknown = "unknown field \""
        case duplicate = "duplicate field \""
        case invalid = "is invalid: "
    }

    var complaint: Complaint
    var path: [PathStep]
}

extension FieldMention {
    /// The fields that a text names, in order of their kinds; at most one of each.
    static func all(in output: String) -> [FieldMention] {
        Complaint.allCases.compactMap { complaint in
            guard let mark = output.firstRange(of: complaint.rawValue) else { return nil }
            var rest = output[mark.upperBound...]
            if complaint == .invalid, rest.hasPrefix("\n* ") { rest = rest.dropFirst(3) }
            let path = rest.prefix { !"\": \n".contains($0) || ($0 == "\"" && complaint == .invalid) }
            return path.isEmpty ? nil : FieldMention(complaint: complaint, path: [PathStep](dottedPath: String(path)))
        }
    }

    /// Where the field stands; where its nearest owner stands, when a value is missing.
    func position(in document: YAML.Document) -> DocumentPosition? {
        guard complaint == .invalid else { return document.position(of: path) }
        var owner = path
        while owner.count > 1 {
            if let position = document.position(of: owner) { return position }
            owner.removeLast()
        }
        return nil
    }

    func slip(in object: Value) -> ManifestSlip {
        let name = Self.text(path.last)
        switch complaint {
        case .unknown: return .unknownField(name, nearest: nearest(to: name, in: object))
        case .duplicate: return .duplicateField(name)
        case .invalid: return .badValue(path.dottedPath)
        }
    }

    /// The field of the schema that was probably meant.
    private func nearest(to name: String, in object: Value) -> String? {
        guard let kind = object["kind"]?.string else { return nil }
        let names = path.dropLast().compactMap { step in if case .key(let key) = step { key } else { nil } }
        let owner = names.isEmpty ? kind : Schema.builtIn.field(of: kind, at: names)?.typeName
        return owner.flatMap { Schema.builtIn.type($0) }
            .flatMap { nearestName(to: name, among: $0.fieldsByName.map(\.name)) }
    }

    private static func text(_ step: PathStep?) -> String {
        switch step {
        case .key(let key): key
        case .index(let index): "[\(index)]"
        case nil: ""
        }
    }
}

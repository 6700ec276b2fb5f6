import Documents
import KubeModel

/// Objects that match a pattern are there: one at least, or as many as `count` says.
package struct ExpectCheck: Hashable, Sendable {
    package let pattern: ObjectPattern
    /// `2` or `">= 2"`.
    package let count: ScalarPattern?

    package init(_ pattern: ObjectPattern, count: ScalarPattern? = nil) {
        self.pattern = pattern
        self.count = count
    }
}

/// The objects that a pattern speaks of, and how far each is from it.
struct PatternSearch {
    let resource: ResourceType
    let subject: ObjectName
    let candidates: [Candidate]

    struct Candidate {
        let object: Object
        let mismatches: [Mismatch]
    }

    /// `nil` when the cluster does not serve the kind.
    init?(_ pattern: ObjectPattern, in cluster: some CheckedCluster) {
        guard let resource = pattern.resource(in: cluster.resources) else { return nil }
        let namespace = cluster.namespace(of: pattern, resource)
        let objects = cluster.objects(of: resource, in: namespace)
        self.resource = resource
        subject = pattern.subject(in: namespace ?? "", isNamespaced: resource.isNamespaced)
        candidates = objects.filter { pattern.name.isEmpty || $0.name == pattern.name }
            .map { Candidate(object: $0, mismatches: pattern.mismatches(with: $0, resource: resource)) }
    }
}

extension PatternSearch {
    var matches: [Object] { candidates.filter(\.mismatches.isEmpty).map(\.object) }

    /// The candidate with the fewest mismatches; of equals the first by name.
    var nearest: Candidate? {
        candidates.min { $0.mismatches.count < $1.mismatches.count }
    }
}

extension ExpectCheck {
    /// What is wrong; empty when the check holds.
    func findings(in cluster: some CheckedCluster) -> [Finding] {
        guard let search = PatternSearch(pattern, in: cluster) else {
            let subject = pattern.subject(in: cluster.namespace, isNamespaced: true)
            return [Finding(subject: subject, problem: .unknownKind, nextCommand: "kubectl api-resources")]
        }
        let found = search.matches.count
        if let count {
            guard !count.matches(.integer(Int64(found)), element: nil) else { return [] }
        } else if found > 0 {
            return []
        }
        if search.resource == .events, found == 0 { return [missingEvent(search.subject)] }
        let diagnosis = Diagnosis(cluster: cluster)
        if found == 0, let nearest = search.nearest {
            return [diagnosis.mismatch(nearest.object, nearest.mismatches, resource: search.resource)]
        }
        guard found == 0 else {
            let next = "kubectl get \(search.resource.plural)\(search.subject.namespaceFlag)"
            let problem = Finding.Problem.count(expected: count?.text ?? "", found: found)
            return [Finding(subject: search.subject, problem: problem, nextCommand: next)]
        }
        return [diagnosis.missing(search.subject, resource: search.resource, pattern: pattern)]
    }
}

extension ExpectCheck {
    /// Of events there are many, and none of them is the one that was nearly right.
    private func missingEvent(_ subject: ObjectName) -> Finding {
        let about = pattern.object["involvedObject"]
        let name = ObjectName(
            kind: about?["kind"]?.string ?? "", namespace: subject.namespace, name: about?["name"]?.string ?? "")
        let problem = Finding.Problem.noEvent(
            reason: pattern.object["reason"]?.string ?? "", message: pattern.object["message"]?.string ?? "")
        return Finding(subject: name, problem: problem, nextCommand: "kubectl get events\(subject.namespaceFlag)")
    }
}

extension ScalarPattern {
    /// As an author writes it.
    package var text: String {
        switch self {
        case .equal(let value): value.plainText
        case .notEqual(let value): "!= \(value.plainText)"
        case .order(let relation, let operand): "\(relation.rawValue) \(operand)"
        case .text(let pattern): pattern.text
        }
    }
}

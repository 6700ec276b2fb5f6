import Documents
import KubeAPI
import KubeModel

/// The revisions of a template that a StatefulSet or DaemonSet has had, each a ControllerRevision.
///
/// Source: `pkg/controller/history/controller_history.go`.
struct RevisionHistory {
    let owner: Object
    let user: UserInfo
    /// Oldest first.
    private(set) var revisions: [Object]

    init(_ owner: Object, selector: LabelSelector, user: UserInfo, api: inout APIServer) throws(APIError) {
        self.owner = owner
        self.user = user
        let claim = OwnershipClaim(owner: owner, selector: selector, user: user, resource: .controllerRevisions)
        revisions = try claim.claim(claim.candidates(api: api), api: &api).sorted { Self.order($0) < Self.order($1) }
    }
}

extension RevisionHistory {
    /// The number of a revision.
    static func number(_ revision: Object) -> Int { revision["revision"]?.int ?? 0 }

    /// What a revision keeps of its owner: a patch that puts the template back.
    static func data(of owner: Object) -> Value {
        var template = owner["spec"]?["template"] ?? [:]
        template["$patch"] = "replace"
        return ["spec": ["template": template]]
    }

    /// The template that a revision keeps.
    static func template(of revision: Object) -> Value {
        var template = revision["data"]?["spec"]?["template"] ?? [:]
        template["$patch"] = nil
        return template
    }

    /// The revision of the owner's present template: a new one, or an old one that becomes the latest again.
    mutating func current(
        hashLabel: String?, collisionCount: Int?, _ api: inout APIServer
    ) throws(APIError) -> (revision: Object, collisionCount: Int?) {
        let next = (revisions.last.map(Self.number) ?? 0) + 1
        if let index = revisions.lastIndex(where: { $0["data"] == Self.data(of: owner) }) {
            guard index < revisions.count - 1 else { return (revisions[index], collisionCount) }
            var renewed = revisions.remove(at: index)
            renewed["revision"] = Value(next)
            renewed = try api.update(.controllerRevisions, renewed, as: user)
            revisions.append(renewed)
            return (renewed, collisionCount)
        }
        return try create(number: next, hashLabel: hashLabel, collisionCount: collisionCount, &api)
    }

    /// Deletes revisions that nothing uses, beyond so many.
    mutating func truncate(to limit: Int, keeping live: Set<String>, _ api: inout APIServer) throws(APIError) {
        let unused = revisions.filter { !live.contains($0.name) }
        for revision in unused.prefix(max(0, unused.count - limit)) {
            do { try api.delete(.controllerRevisions, revision.key, as: user) } catch .notFound { continue }
        }
    }

    private mutating func create(
        number: Int, hashLabel: String?, collisionCount: Int?, _ api: inout APIServer
    ) throws(APIError) -> (revision: Object, collisionCount: Int?) {
        var collisions = collisionCount
        while true {
            let hash = TemplateHash(of: owner["spec"]?["template"] ?? [:], collisionCount: collisions).text
            let wanted = object(number: number, hash: hash, hashLabel: hashLabel)
            do {
                let created = try api.create(.controllerRevisions, wanted, as: user)
                revisions.append(created)
                return (created, collisions)
            } catch .alreadyExists {
                collisions = (collisions ?? 0) + 1
            }
        }
    }

    private func object(number: Int, hash: String, hashLabel: String?) -> Object {
        var labels = owner["spec"]?["template"]?["metadata"]?["labels"]?.object ?? Object()
        if let hashLabel { labels[hashLabel] = .string(hash) }
        var revision: Object = [
            "apiVersion": "apps/v1", "kind": "ControllerRevision", "revision": Value(number),
            "data": Self.data(of: owner),
            "metadata": [
                "name": .string("\(owner.name)-\(hash)"), "namespace": .string(owner.namespace),
                "labels": .object(labels),
                "ownerReferences": [OwnerReference(controller: owner).value],
            ],
        ]
        revision.annotations = owner.annotations
        return revision
    }

    private static func order(_ revision: Object) -> Order {
        Order(number: number(revision), created: revision.creationTimestamp?.microseconds ?? 0, name: revision.name)
    }

    private struct Order: Comparable {
        let number: Int
        let created: Int64
        let name: String

        static func < (left: Order, right: Order) -> Bool {
            (left.number, left.created, left.name) < (right.number, right.created, right.name)
        }
    }
}

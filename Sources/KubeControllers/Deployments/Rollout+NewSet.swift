import Documents
import KubeAPI
import KubeModel

/// The ReplicaSet of a new template. Source: `pkg/controller/deployment/sync.go`, `getNewReplicaSet`.
extension Rollout {
    mutating func createSet(revision: Int, _ api: inout APIServer) throws(APIError) -> ReplicaSet {
        let wanted = newSetObject(revision: revision)
        var created: ReplicaSet
        var existedBefore = false
        do {
            created = ReplicaSet(try api.create(.replicaSets, wanted.object, as: user))
        } catch .alreadyExists(let resource, let name) {
            created = try ownSet(orCollision: .alreadyExists(resource, name: name), wanted.name, &api)
            existedBefore = true
        } catch {
            try noteFailure(error, of: wanted.name, &api)
            throw error
        }
        if !existedBefore, created.replicas > 0 {
            report(
                .normal, "ScalingReplicaSet", "Scaled up replica set \(created.name) from 0 to \(created.replicas)",
                &api)
        }
        var needsUpdate = setRevision(revision)
        if !existedBefore, deployment.progressDeadlineSeconds != nil {
            setCondition(
                "Progressing", true, "NewReplicaSetCreated", "Created new replica set \"\(created.name)\"", now: api.now
            )
            needsUpdate = true
        }
        if needsUpdate { try updateStatus(&api) }
        return created
    }

    private func newSetObject(revision: Int) -> ReplicaSet {
        let hash = TemplateHash(of: deployment.template, collisionCount: deployment.collisionCount).text
        var template = deployment.template
        template["metadata", "labels", Self.hashLabel] = .string(hash)
        var selector = deployment.selectorValue
        selector["matchLabels", Self.hashLabel] = .string(hash)
        var set = ReplicaSet([
            "apiVersion": "apps/v1", "kind": "ReplicaSet",
            "metadata": [
                "name": .string("\(deployment.name)-\(hash)"), "namespace": .string(deployment.namespace),
                "labels": template["metadata"]?["labels"] ?? [:],
                "ownerReferences": [OwnerReference(controller: deployment.object).value],
            ],
            "spec": ["replicas": 0, "selector": selector, "template": template],
        ])
        if deployment.minReadySeconds > 0 { set.object["spec", "minReadySeconds"] = Value(deployment.minReadySeconds) }
        set.replicas = newSetReplicas(current: 0, total: oldSets.reduce(0) { $0 + $1.replicas })
        _ = copyAnnotations(to: &set, revision: revision)
        annotateReplicas(&set)
        return set
    }

    /// The set of that name when it is ours after all; otherwise the next try gets another hash.
    private mutating func ownSet(
        orCollision error: APIError, _ name: String, _ api: inout APIServer
    ) throws(APIError) -> ReplicaSet {
        guard let found = api.get(.replicaSets, ObjectKey(namespace: deployment.namespace, name: name)) else {
            throw error
        }
        var template = ReplicaSet(found).template
        template["metadata", "labels", Self.hashLabel] = nil
        if found.controller?.uid == deployment.uid, template == deployment.template { return ReplicaSet(found) }
        deployment.object["status", "collisionCount"] = Value((deployment.collisionCount ?? 0) + 1)
        try updateStatus(&api)
        throw error
    }

    private mutating func noteFailure(_ error: APIError, of name: String, _ api: inout APIServer) throws(APIError) {
        guard !error.isNamespaceTerminating else { return }
        let message = "Failed to create new replica set \"\(name)\": \(error.message)"
        if deployment.progressDeadlineSeconds != nil {
            setCondition("Progressing", false, "ReplicaSetCreateError", message, now: api.now)
            try updateStatus(&api)
        }
        report(.warning, "ReplicaSetCreateError", message, &api)
    }

    /// How many pods the new set may have, when all sets want `total` together.
    func newSetReplicas(current: Int, total: Int) -> Int {
        switch deployment.strategy {
        case .recreate: return deployment.replicas
        case .rollingUpdate:
            let room = podCountMax - total
            return room <= 0 ? current : current + min(room, deployment.replicas - current)
        }
    }
}

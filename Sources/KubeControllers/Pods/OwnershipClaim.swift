import Documents
import KubeAPI
import KubeModel

/// Finds the objects that an owner controls: adopts orphans that its selector matches, releases those that it no longer does.
///
/// Source: `pkg/controller/controller_ref_manager.go`.
struct OwnershipClaim {
    let owner: Object
    let selector: LabelSelector
    let user: UserInfo
    /// What is claimed: `.pods`, `.replicaSets`.
    let resource: ResourceType
}

extension OwnershipClaim {
    /// The objects that belong to the owner after adoption and release, in the order of their names.
    func claim(_ candidates: [Object], api: inout APIServer) throws(APIError) -> [Object] {
        var claimed: [Object] = []
        claimed.reserveCapacity(candidates.count)
        for candidate in candidates {
            let matches = selector.matches(candidate.labels)
            if let controller = candidate.controller {
                guard controller.uid == owner.uid else { continue }
                if matches {
                    claimed.append(candidate)
                } else if !owner.isTerminating {
                    try release(candidate, &api)
                }
            } else if matches, !owner.isTerminating, !candidate.isTerminating,
                let adopted = try adopt(candidate, &api)
            {
                claimed.append(adopted)
            }
        }
        return claimed
    }

    /// The objects that the owner controls and those of its namespace that nobody controls.
    func candidates(api: borrowing APIServer) -> [Object] {
        let owned = api.list(resource, controlledBy: owner.uid)
        let orphans = api.list(resource, orphansIn: owner.namespace)
        return orphans.isEmpty ? owned : (owned + orphans).sorted { $0.name < $1.name }
    }

    private func adopt(_ object: Object, _ api: inout APIServer) throws(APIError) -> Object? {
        var adopted = object
        adopted.ownerReferences.append(OwnerReference(controller: owner))
        return try write(adopted, &api)
    }

    private func release(_ object: Object, _ api: inout APIServer) throws(APIError) {
        var released = object
        released.ownerReferences.removeAll { $0.uid == owner.uid }
        _ = try write(released, &api)
    }

    /// Writes an object; `nil` when it is gone.
    private func write(_ object: Object, _ api: inout APIServer) throws(APIError) -> Object? {
        do { return try api.update(resource, object, as: user) } catch .notFound { return nil }
    }
}

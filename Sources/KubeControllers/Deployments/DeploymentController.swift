import Documents
package import KubeAPI
package import KubeModel

/// Rolls Deployments out: one ReplicaSet for each version of the template, scaled up and down against each other.
///
/// Source: `pkg/controller/deployment/deployment_controller.go`.
package struct DeploymentController: Controller {
    package init() {}
}

extension DeploymentController {
    package var name: String { "deployment-controller" }
    package var watched: [ResourceType]? { [.deployments, .replicaSets, .pods] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        switch change.resource.plural {
        case "deployments": return [Wakeup(object.key)]
        case "replicasets": return wakeups(afterSet: change, api: api)
        case "pods" where change.action == .deleted: return recreating(after: object, api: api)
        default: return []
        }
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.deployments, key) else { return nil }
        var rollout = try Rollout(Deployment(object), user: user, api: &api)
        if object.isTerminating {
            try rollout.findSets(creatingNew: false, &api)
            return try rollout.writeStatus(&api)
        }
        try rollout.notePause(&api)
        if rollout.deployment.isPaused {
            try rollout.findSets(creatingNew: false, &api)
            try rollout.scale(&api)
            try rollout.forgetOldSets(&api)
            return try rollout.writeStatus(&api)
        }
        try rollout.findSets(creatingNew: false, &api)
        if rollout.isBeingScaled {
            try rollout.scale(&api)
            return try rollout.writeStatus(&api)
        }
        switch rollout.deployment.strategy {
        case .rollingUpdate: try rollout.roll(&api)
        case .recreate: try rollout.recreate(&api)
        }
        return try rollout.writeProgress(&api)
    }
}

extension DeploymentController {
    private func wakeups(afterSet change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let set = change.object
        var wakeups = Wakeup.controller(of: set, kind: "Deployment")
        if let old = change.old, old.controller?.uid != set.controller?.uid {
            wakeups += Wakeup.controller(of: old, kind: "Deployment")
        }
        if set.controller == nil {
            let deployments = api.list(.deployments, namespace: set.namespace)
            wakeups += deployments.filter { LabelSelector(selector: Deployment($0).selectorValue).matches(set.labels) }
                .map { Wakeup($0.key) }
        }
        return wakeups
    }

    /// A Deployment that recreates waits for the last of its old pods to be gone.
    private func recreating(after pod: Object, api: borrowing APIServer) -> [Wakeup] {
        guard let owner = pod.controller, owner.kind == "ReplicaSet",
            let set = api.get(.replicaSets, ObjectKey(namespace: pod.namespace, name: owner.name)),
            let deploymentName = set.controller?.name
        else { return [] }
        let key = ObjectKey(namespace: pod.namespace, name: deploymentName)
        guard let deployment = api.get(.deployments, key), Deployment(deployment).strategy == .recreate else {
            return []
        }
        return [Wakeup(key)]
    }
}

import Documents
import KubeAPI
import KubeModel

/// Makes and deletes the pods of one owner in its name, and says so in events.
///
/// Source: `pkg/controller/controller_utils.go`, `RealPodControl`.
struct PodControl {
    let owner: Object
    /// `replicaset-controller`
    let component: String
}

extension PodControl {
    /// Makes a pod; a generated name begins with the owner's unless `change` gives another.
    @discardableResult
    func create(
        from template: Value, api: inout APIServer, change: (inout Object) -> Void = { _ in }
    ) throws(APIError) -> Object {
        var pod = Self.pod(from: template, owner: owner)
        change(&pod)
        do {
            let created = try api.create(.pods, pod, as: .controller(component))
            report(.normal, "SuccessfulCreate", "Created pod: \(created.name)", &api)
            return created
        } catch {
            if !error.isNamespaceTerminating {
                report(.warning, "FailedCreate", "Error creating: \(error.message)", &api)
            }
            throw error
        }
    }

    /// Deletes a pod; one that is gone already is no error.
    func delete(_ pod: Object, api: inout APIServer) throws(APIError) {
        do {
            try api.delete(.pods, pod.key, as: .controller(component))
        } catch .notFound {
            return
        } catch {
            report(.warning, "FailedDelete", "Error deleting: \(error.message)", &api)
            throw error
        }
        report(.normal, "SuccessfulDelete", "Deleted pod: \(pod.name)", &api)
    }

    func report(_ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer) {
        api.record(EventRecord(owner, kind, reason, message, from: component))
    }

    /// A pod as the template says, owned by `owner`; its spec shares the template's storage.
    private static func pod(from template: Value, owner: Object) -> Object {
        var metadata: Object = [
            "generateName": .string(owner.name + "-"), "namespace": .string(owner.namespace),
            "ownerReferences": [OwnerReference(controller: owner).value],
        ]
        for field in ["labels", "annotations", "finalizers"] {
            metadata[field] = template["metadata"]?[field]
        }
        return [
            "apiVersion": "v1", "kind": "Pod", "metadata": .object(metadata), "spec": template["spec"] ?? [:],
        ]
    }
}

extension APIError {
    /// The namespace is being deleted, so that nothing new can be made in it.
    var isNamespaceTerminating: Bool {
        message.hasSuffix("because it is being terminated")
    }
}

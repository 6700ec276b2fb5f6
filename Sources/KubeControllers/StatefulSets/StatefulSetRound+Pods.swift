import Documents
import KubeAPI
import KubeModel

/// Making the pods of a StatefulSet and their claims. Source: `pkg/controller/statefulset/stateful_set_utils.go`.
extension StatefulSetRound {
    mutating func create(ordinal: Int, _ api: inout APIServer) throws(APIError) -> Object {
        let pod = newPod(ordinal: ordinal)
        do {
            try createClaims(of: pod, &api)
            let created = try api.create(.pods, pod, as: user)
            report(
                .normal, "SuccessfulCreate", "Create Pod \(pod.name) in StatefulSet \(set.name) successful", &api)
            return created
        } catch {
            if !error.isNamespaceTerminating {
                let message = "create Pod \(pod.name) in StatefulSet \(set.name) failed error: \(error.message)"
                report(.warning, "FailedCreate", message, &api)
            }
            throw error
        }
    }

    /// Makes the claims of a pod that are not there.
    func createClaims(of pod: Object, _ api: inout APIServer) throws(APIError) {
        for template in set.claimTemplates {
            let name = claimName(template, pod.name)
            guard api.get(.persistentVolumeClaims, ObjectKey(namespace: set.namespace, name: name)) == nil else {
                continue
            }
            do {
                try api.create(.persistentVolumeClaims, newClaim(template, name: name), as: user)
            } catch {
                let message =
                    "Create Claim \(name) for Pod \(pod.name) in StatefulSet \(set.name) failed error: \(error.message)"
                report(.warning, "FailedCreate", message, &api)
                throw error
            }
            report(
                .normal, "SuccessfulCreate",
                "Create Claim \(name) Pod \(pod.name) in StatefulSet \(set.name) success", &api)
        }
    }

    func claimName(_ template: Value, _ podName: String) -> String {
        "\(template["metadata"]?["name"]?.string ?? "")-\(podName)"
    }

    private func newClaim(_ template: Value, name: String) -> Object {
        var labels = template["metadata"]?["labels"]?.object ?? Object()
        for (key, value) in set.selectorValue["matchLabels"]?.object ?? Object() { labels[key] = value }
        var metadata: Object = [
            "name": .string(name), "namespace": .string(set.namespace), "labels": .object(labels),
        ]
        metadata["annotations"] = template["metadata"]?["annotations"]
        if set.whenDeleted == .delete {
            metadata["ownerReferences"] = [OwnerReference(controller: set.object).value]
        }
        return [
            "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": .object(metadata),
            "spec": template["spec"] ?? [:],
        ]
    }

    /// The pod of an ordinal, at the revision that it should have.
    private func newPod(ordinal: Int) -> Object {
        let usesCurrent =
            set.updateStrategy == .rollingUpdate && ordinal < set.partition && ordinal < set.ordinals.upperBound
        let revision = usesCurrent ? current : update
        let template = RevisionHistory.template(of: revision)
        let name = "\(set.name)-\(ordinal)"
        var pod: Object = [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": [
                "name": .string(name), "namespace": .string(set.namespace),
                "ownerReferences": [OwnerReference(controller: set.object).value],
            ],
            "spec": template["spec"] ?? [:],
        ]
        for field in ["labels", "annotations", "finalizers"] { pod["metadata", field] = template["metadata"]?[field] }
        pod["metadata", "labels", "statefulset.kubernetes.io/pod-name"] = .string(name)
        pod["metadata", "labels", "apps.kubernetes.io/pod-index"] = .string(String(ordinal))
        pod["metadata", "labels", Self.revisionLabel] = .string(revision.name)
        pod["spec", "hostname"] = .string(name)
        if !set.serviceName.isEmpty { pod["spec", "subdomain"] = .string(set.serviceName) }
        addVolumes(to: &pod)
        return pod
    }

    /// The volumes of the claims take the place of any that the template gives the same name.
    private func addVolumes(to pod: inout Object) {
        guard !set.claimTemplates.isEmpty else { return }
        let own: [Value] = set.claimTemplates.map { template in
            [
                "name": template["metadata"]?["name"] ?? "",
                "persistentVolumeClaim": ["claimName": .string(claimName(template, pod.name))],
            ]
        }
        let others = (pod["spec"]?["volumes"]?.array ?? []).filter { volume in
            !own.contains { $0["name"] == volume["name"] }
        }
        pod["spec", "volumes"] = .array(own + others)
    }
}

import Documents
import KubeModel

extension PartialUpdate {
    /// Containers for a look around come to a pod and never change or go again.
    ///
    /// Source: `pkg/registry/core/pod/strategy.go`, `ValidatePodEphemeralContainersUpdate` of
    /// `pkg/apis/core/validation/validation.go`.
    static let ephemeralContainers = PartialUpdate(
        prepare: { proposal, old, _ in
            var pod = old
            pod["spec", "ephemeralContainers"] = proposal["spec"]?["ephemeralContainers"]
            return pod
        },
        errors: { new, old in
            guard old.annotations["kubernetes.io/config.mirror"] == nil else {
                return [.forbidden("", "static pods do not support ephemeral containers")]
            }
            var errors = FieldErrors()
            PodRules.pod(new, &errors)
            var comparable = new
            ObjectEncoder.normalize(&comparable, as: .pods)
            keepExisting(comparable, old, &errors)
            return errors.list
        })

    private static func keepExisting(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["ephemeralContainers"]
        let containers = new["spec"]?["ephemeralContainers"]?.array ?? []
        for container in old["spec"]?["ephemeralContainers"]?.array ?? [] {
            let name = container["name"]?.string ?? ""
            let start = "existing ephemeral containers \(GoText.quoted(name)) may not be"
            if let same = containers.last(where: { $0["name"]?.string == name }) {
                guard same != container else { continue }
                let difference = InternalForm.difference(same, container, ofType: "EphemeralContainer")
                errors.forbidden(path, "\(start) changed\n\(difference)")
            } else {
                errors.forbidden(path, "\(start) removed\n")
            }
        }
    }
}

import Documents
import KubeModel

extension PartialUpdate {
    /// The cpu and memory of the containers of a running pod.
    ///
    /// Source: `pkg/registry/core/pod/strategy.go`, `ValidatePodResize` of `pkg/apis/core/validation/validation.go`.
    static let resize = PartialUpdate(
        prepare: { proposal, old, _ in
            var pod = old
            for kind in kinds { takeResources(kind, from: proposal, into: &pod) }
            if let resources = proposal["spec"]?["resources"] { pod["spec", "resources"] = resources }
            return pod
        },
        errors: { new, old in
            guard old.annotations["kubernetes.io/config.mirror"] == nil else {
                return [.forbidden("", "static pods cannot be resized")]
            }
            guard old["spec"]?["os"]?["name"] != "windows" else {
                return [.forbidden("", "windows pods cannot be resized")]
            }
            var errors = FieldErrors()
            PodRules.pod(new, &errors)
            let quality = QualityOfService.of(old)
            if quality != QualityOfService.of(new) {
                errors.invalid(
                    .spec, quality.rawValue, "Pod QOS Class may not change as a result of resizing")
            }
            for kind in kinds { compare(kind, new, old, &errors) }
            return errors.list
        })

    private static let kinds = ["containers", "initContainers"]

    private static func takeResources(_ kind: String, from proposal: Object, into pod: inout Object) {
        guard var containers = pod["spec"]?[kind]?.array else { return }
        let wanted = proposal["spec"]?[kind]?.array ?? []
        for index in containers.indices {
            guard let same = wanted.first(where: { $0["name"] == containers[index]["name"] }) else { continue }
            for field in ["resources", "resizePolicy"] { containers[index][field] = same[field] }
        }
        pod["spec", kind] = .array(containers)
    }

    /// What was asked for cannot be taken back, and nothing but cpu and memory can change.
    private static func compare(_ kind: String, _ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let news = new["spec"]?[kind]?.array ?? []
        for (index, container) in (old["spec"]?[kind]?.array ?? []).enumerated() where index < news.count {
            for field in ["requests", "limits"] {
                let before = container["resources"]?[field]?.object ?? Object()
                let after = news[index]["resources"]?[field]?.object ?? Object()
                let path = FieldPath.spec[kind][index]["resources"][field]
                if before.names.contains(where: { after[$0] == nil }) {
                    errors.forbidden(path, "resource \(field) cannot be removed")
                }
                let others = Set(before.names + after.names).subtracting(["cpu", "memory"])
                if others.contains(where: { before[$0] != after[$0] }) {
                    errors.forbidden(.spec, "only cpu and memory resources are mutable")
                }
            }
            if container["resizePolicy"] != news[index]["resizePolicy"] {
                errors.forbidden(.spec, "only cpu and memory resources are mutable")
            }
        }
    }
}

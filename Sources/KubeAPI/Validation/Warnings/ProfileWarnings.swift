import Documents
import KubeModel

/// Annotations that once named a container's security profiles, where no field does.
///
/// Source: pkg/api/pod/warnings.go
struct ProfileWarnings {
    let spec: Value
    let annotations: Object
    let isTemplate: Bool

    private static let seccomp = "non-functional in v1.27+; use the \"seccompProfile\" field instead"

    static func ofPod(_ spec: Value, _ annotations: Object, _ path: FieldPath) -> [String] {
        let key = "seccomp.security.alpha.kubernetes.io/pod"
        guard annotations[key] != nil, spec.part("securityContext")["seccompProfile"] == nil else { return [] }
        return ["\(path.key(key).text): \(seccomp)"]
    }

    func of(container: Value, _ path: FieldPath) -> [String] {
        let context = container.part("securityContext")
        let name = container.text("name")
        var warnings: [String] = []
        let seccompKey = "container.seccomp.security.alpha.kubernetes.io/\(name)"
        if context["seccompProfile"] == nil, annotations[seccompKey] != nil {
            warnings.append("\(path.key(seccompKey).text): \(Self.seccomp)")
        }
        let armorKey = "container.apparmor.security.beta.kubernetes.io/\(name)"
        let hasField = context["appArmorProfile"] != nil || spec.part("securityContext")["appArmorProfile"] != nil
        if isTemplate, !hasField, annotations[armorKey] != nil {
            warnings.append(
                "\(path.key(armorKey).text): deprecated since v1.30; use the \"appArmorProfile\" field instead")
        }
        return warnings
    }
}

import Documents
import KubeModel

/// The rules of a hardened pod. Source: k8s.io/pod-security-admission/policy/check_*.go
extension SecurityCheck {
    static let restricted = [
        SecurityCheck(since: 8, privilegeEscalation), SecurityCheck(since: 22, droppedCapabilities),
        SecurityCheck(volumeTypes), SecurityCheck(runAsNonRoot), SecurityCheck(since: 23, runAsUser),
        SecurityCheck(since: 19, seccompSet),
    ]

    /// The first version that knows which pods are for Windows, where some fields mean nothing.
    private static let knowsWindows = 25

    @Sendable private static func privilegeEscalation(_ pod: SecuredPod) -> Finding? {
        if pod.isWindows, pod.minor >= knowsWindows { return nil }
        let names = pod.names { $0.part("securityContext")["allowPrivilegeEscalation"] != false }
        guard !names.isEmpty else { return nil }
        return Finding(
            reason: "allowPrivilegeEscalation != false",
            detail: "\(SecurityWords.containers(names)) must set securityContext.allowPrivilegeEscalation=false")
    }

    @Sendable private static func droppedCapabilities(_ pod: SecuredPod) -> Finding? {
        if pod.isWindows, pod.minor >= knowsWindows { return nil }
        let without = pod.names { container in
            !container.part("securityContext").part("capabilities").texts("drop").contains("ALL")
        }
        let adding = pod.names { !added($0, beyond: ["NET_BIND_SERVICE"]).isEmpty }
        var details: [String] = []
        if !without.isEmpty {
            details.append("\(SecurityWords.containers(without)) must set securityContext.capabilities.drop=[\"ALL\"]")
        }
        if !adding.isEmpty {
            let values = SecurityWords.quoted(pod.values { added($0, beyond: ["NET_BIND_SERVICE"]) })
            details.append(
                "\(SecurityWords.containers(adding)) must not include \(values) in securityContext.capabilities.add")
        }
        guard !details.isEmpty else { return nil }
        return Finding(reason: "unrestricted capabilities", detail: details.joined(separator: "; "))
    }

    private static let allowedVolumes = [
        "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected",
        "secret",
    ]

    @Sendable private static func volumeTypes(_ pod: SecuredPod) -> Finding? {
        let bad = pod.spec.list("volumes").filter { volume in
            !allowedVolumes.contains { volume[$0] != nil }
        }
        guard !bad.isEmpty else { return nil }
        let types = Set(bad.map { $0.object?.names.first { $0 != "name" } ?? "unknown" }).sorted()
        return Finding(
            reason: "restricted volume types",
            detail: "\(SecurityWords.plural("volume", bad.count)) "
                + "\(SecurityWords.quoted(bad.map { $0.text("name") })) \(bad.count == 1 ? "uses" : "use") "
                + "\(SecurityWords.plural("restricted volume type", types.count)) \(SecurityWords.quoted(types))")
    }

    @Sendable private static func runAsNonRoot(_ pod: SecuredPod) -> Finding? {
        let reason = "runAsNonRoot != true"
        let own: (Value) -> Value? = { $0.part("securityContext")["runAsNonRoot"] }
        let isPodBad = pod.context["runAsNonRoot"] == false
        let opposed = pod.names { own($0) == false }
        if isPodBad || !opposed.isEmpty {
            let setters = SecurityWords.setters(pod: isPodBad, opposed)
            return Finding(reason: reason, detail: "\(setters) must not set securityContext.runAsNonRoot=false")
        }
        let silent = pod.context["runAsNonRoot"] == true ? [] : pod.names { own($0) == nil }
        guard !silent.isEmpty else { return nil }
        return Finding(
            reason: reason,
            detail: "pod or \(SecurityWords.containers(silent)) must set securityContext.runAsNonRoot=true")
    }

    @Sendable private static func runAsUser(_ pod: SecuredPod) -> Finding? {
        let isBad: (Value) -> Bool = { $0["runAsUser"] == 0 }
        let names = pod.names { isBad($0.part("securityContext")) }
        guard isBad(pod.context) || !names.isEmpty else { return nil }
        let setters = SecurityWords.setters(pod: isBad(pod.context), names)
        return Finding(reason: "runAsUser=0", detail: "\(setters) must not set runAsUser=0")
    }

    @Sendable private static func seccompSet(_ pod: SecuredPod) -> Finding? {
        if pod.isWindows, pod.minor >= knowsWindows { return nil }
        let type: (Value) -> String? = { $0["seccompProfile"]?["type"]?.string }
        let isBad: (Value) -> Bool = { context in
            type(context).map { $0 != "RuntimeDefault" && $0 != "Localhost" } ?? false
        }
        let contexts = [pod.context] + pod.containers.map { $0.part("securityContext") }
        let names = pod.names { isBad($0.part("securityContext")) }
        if isBad(pod.context) || !names.isEmpty {
            let values = Set(contexts.filter(isBad).compactMap(type)).sorted()
            let setters = SecurityWords.setters(pod: isBad(pod.context), names)
            return Finding(
                reason: "seccompProfile",
                detail: "\(setters) must not set securityContext.seccompProfile.type to \(SecurityWords.quoted(values))"
            )
        }
        let silent = type(pod.context) == nil ? pod.names { type($0.part("securityContext")) == nil } : []
        guard !silent.isEmpty else { return nil }
        return Finding(
            reason: "seccompProfile",
            detail: "pod or \(SecurityWords.containers(silent)) must set securityContext.seccompProfile.type to "
                + "\"RuntimeDefault\" or \"Localhost\"")
    }
}

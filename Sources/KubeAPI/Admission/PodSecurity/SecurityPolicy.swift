import Documents
import KubeModel

/// What a namespace's labels demand of its pods: `pod-security.kubernetes.io/enforce: restricted`.
///
/// Source: k8s.io/pod-security-admission/api/helpers.go
struct SecurityPolicy: Hashable {
    var enforce = SecurityLevel()
    var audit = SecurityLevel()
    var warn = SecurityLevel()
}

/// A standard and the version of Kubernetes whose rules it has.
struct SecurityLevel: Hashable, CustomStringConvertible {
    enum Standard: String, CaseIterable, Comparable {
        case privileged, baseline, restricted

        static func < (left: Standard, right: Standard) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    var standard = Standard.privileged
    /// The minor version; `nil` is the latest.
    var minor: Int?

    /// `restricted:latest`, `baseline:v1.25`
    var description: String { "\(standard.rawValue):\(minor.map { "v1.\($0)" } ?? "latest")" }
}

extension SecurityPolicy {
    static let prefix = "pod-security.kubernetes.io/"

    /// The policy of a namespace, and what is wrong with its labels; a label that cannot be read counts as the strictest
    /// for what is enforced and as nothing for the rest.
    init(labels: Object, _ errors: inout FieldErrors) {
        let enforced = Self.standard("enforce", labels, &errors)
        enforce = SecurityLevel(
            standard: enforced.map { $0 ?? .restricted } ?? .privileged, minor: Self.minor("enforce", labels, &errors))
        audit = SecurityLevel(
            standard: Self.standard("audit", labels, &errors).flatMap { $0 } ?? .privileged,
            minor: Self.minor("audit", labels, &errors))
        let warned = Self.standard("warn", labels, &errors)
        warn = SecurityLevel(
            standard: warned.flatMap { $0 } ?? .privileged, minor: Self.minor("warn", labels, &errors))
        guard warned == nil, let enforced, let standard = enforced, standard > warn.standard else { return }
        // Who enforces a standard is warned by it too, without asking.
        warn.standard = standard
        if labels[Self.prefix + "warn-version"] == nil { warn.minor = enforce.minor }
    }

    var isPrivileged: Bool { [enforce, audit, warn].allSatisfy { $0.standard == .privileged } }

    /// `nil` without the label, and then `nil` for a value that is no standard.
    private static func standard(_ mode: String, _ labels: Object, _ errors: inout FieldErrors)
        -> SecurityLevel.Standard??
    {
        guard let text = labels[prefix + mode]?.string else { return nil }
        let standard = SecurityLevel.Standard(rawValue: text)
        if standard == nil {
            let names = SecurityLevel.Standard.allCases.map(\.rawValue).joined(separator: ", ")
            errors.invalid(path(mode), text, "must be one of \(names)")
        }
        return .some(standard)
    }

    private static func minor(_ mode: String, _ labels: Object, _ errors: inout FieldErrors) -> Int? {
        guard let text = labels["\(prefix)\(mode)-version"]?.string, text != "latest" else { return nil }
        let digits = text.dropFirst(3)
        if text.hasPrefix("v1."), let minor = Int(digits), String(minor) == digits, minor >= 0 { return minor }
        errors.invalid(path(mode + "-version"), text, "must be \"latest\" or \"v1.x\"")
        return nil
    }

    private static func path(_ mode: String) -> FieldPath { FieldPath.metadata["labels"].key(prefix + mode) }
}

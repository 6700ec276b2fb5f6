import Documents

/// Lets a pod stay on a lost node for five minutes.
///
/// Source: `plugin/pkg/admission/defaulttolerationseconds/admission.go`.
enum DefaultTolerations {
    static let seconds: Int64 = 300

    static func admit(_ pod: inout Object) {
        var tolerations = pod["spec"]?["tolerations"]?.array ?? []
        for key in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"] {
            let covered = tolerations.contains { toleration in
                let name = toleration["key"]?.string ?? ""
                let effect = toleration["effect"]?.string ?? ""
                return (name == key || name.isEmpty) && (effect == "NoExecute" || effect.isEmpty)
            }
            guard !covered else { continue }
            tolerations.append([
                "key": .string(key), "operator": "Exists", "effect": "NoExecute",
                "tolerationSeconds": .integer(seconds),
            ])
        }
        pod["spec", "tolerations"] = .array(tolerations)
    }
}

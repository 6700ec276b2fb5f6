import Documents
import KubeModel

/// Claims of devices in the spec of a pod.
enum PodClaimRules {
    static func check(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        var names: Set<String> = []
        for (index, claim) in spec.list("resourceClaims").enumerated() {
            let path = path[index]
            let name = claim.text("name")
            if name.isEmpty {
                errors.required(path["name"])
            } else if !names.insert(name).inserted {
                errors.duplicate(path["name"], .string(name))
            } else {
                errors.invalid(path["name"], name, Names.labelProblems(name))
            }
            source(claim, path, &errors)
        }
    }

    private static func source(_ claim: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let sources = ["resourceClaimName", "resourceClaimTemplateName"].filter { claim[$0] != nil }
        if sources.count == 2 {
            errors.invalid(
                path, .value(claim),
                "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified")
        } else if sources.isEmpty {
            errors.invalid(
                path, .value(claim), "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`")
        }
        for source in sources {
            errors.invalid(path[source], claim.text(source), Names.subdomainProblems(claim.text(source)))
        }
    }
}

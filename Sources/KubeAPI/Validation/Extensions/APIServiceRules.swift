import Documents
import KubeModel

/// Groups and versions that the API server serves. Source: k8s.io/kube-aggregator/pkg/apis/apiregistration/validation
enum APIServiceRules {
    static func check(_ service: Object, _ errors: inout FieldErrors) {
        let spec = service.part("spec")
        let wanted = "\(spec.text("version")).\(spec.text("group"))"
        MetadataRules.check(
            service, isNamespaced: false,
            name: { name in
                let problems = Names.pathSegmentProblems(name)
                guard problems.isEmpty, name != wanted else { return problems }
                return ["must be `spec.version+\".\"+spec.group`: \(GoText.quoted(wanted))"]
            }, &errors)
        names(spec, &errors)
        range(spec.number("groupPriorityMinimum"), 20_000, FieldPath.spec["groupPriorityMinimum"], &errors)
        range(spec.number("versionPriority"), 1000, FieldPath.spec["versionPriority"], &errors)
        guard spec["service"] == nil else { return }
        if spec.flag("insecureSkipTLSVerify") {
            errors.invalid(
                FieldPath.spec["insecureSkipTLSVerify"], .bool(true),
                "local APIServices may not have insecureSkipTLSVerify")
        }
    }

    private static func names(_ spec: Value, _ errors: inout FieldErrors) {
        let group = spec.text("group")
        let version = spec.text("version")
        if group.isEmpty, version != "v1" {
            errors.required(
                FieldPath.spec["group"], "only v1 may have an empty group and it better be legacy kube")
        }
        if !group.isEmpty { errors.invalid(FieldPath.spec["group"], group, Names.subdomainProblems(group)) }
        errors.invalid(FieldPath.spec["version"], version, Names.label1035Problems(version))
    }

    private static func range(_ number: Int64?, _ max: Int64, _ path: FieldPath, _ errors: inout FieldErrors) {
        let number = number ?? 0
        guard number <= 0 || number > max else { return }
        errors.invalid(path, number, "must be positive and less than \(max)")
    }
}

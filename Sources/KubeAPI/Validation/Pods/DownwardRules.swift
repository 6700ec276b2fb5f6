import Documents
import KubeModel

/// References to fields and resources of the pod itself, in variables and volumes.
enum DownwardRules {
    static let environmentFields = [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
        "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ]
    static let volumeFields = [
        "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid",
    ]
    private static let resources = [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage",
        "requests.memory",
    ]
    /// What the API can convert, whether or not it may stand in the given place.
    private static let convertible: Set<String> = [
        "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid",
        "spec.nodeName", "spec.restartPolicy", "spec.serviceAccountName", "spec.schedulerName", "status.phase",
        "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ]

    static func field(_ reference: Value, _ allowed: [String], _ path: FieldPath, _ errors: inout FieldErrors) {
        let version = reference.text("apiVersion")
        guard !version.isEmpty else { return errors.required(path["apiVersion"]) }
        let field = reference.text("fieldPath")
        guard !field.isEmpty else { return errors.required(path["fieldPath"]) }
        if let problem = conversionProblem(field, version) {
            return errors.invalid(path["fieldPath"], field, "error converting fieldPath: \(problem)")
        }
        if let (map, key) = subscripted(field) {
            let name = map == "metadata.annotations" ? key.lowercased() : key
            errors.invalid(path, name, Names.qualifiedNameProblems(name))
        } else if !allowed.contains(field == "spec.host" ? "spec.nodeName" : field) {
            errors.notSupported(path["fieldPath"], field, allowed)
        }
    }

    private static func conversionProblem(_ field: String, _ version: String) -> String? {
        if version != "v1" { return "unsupported pod version: \(version)" }
        if let (map, _) = subscripted(field) {
            return map == "metadata.annotations" || map == "metadata.labels"
                ? nil : "field label does not support subscript: \(field)"
        }
        return convertible.contains(field) || field == "spec.host" ? nil : "field label not supported: \(field)"
    }

    /// `metadata.labels['app']` as its map and key.
    private static func subscripted(_ field: String) -> (map: String, key: String)? {
        guard field.hasSuffix("']"), let open = field.firstIndex(of: "["), open > field.startIndex,
            field[open...].hasPrefix("['")
        else { return nil }
        return (String(field[..<open]), String(field[field.index(open, offsetBy: 2)...].dropLast(2)))
    }

    static func resource(_ reference: Value, _ path: FieldPath, inVolume: Bool, _ errors: inout FieldErrors) {
        let resource = reference.text("resource")
        if inVolume, reference.text("containerName").isEmpty {
            errors.required(path["containerName"])
        } else if resource.isEmpty {
            errors.required(path["resource"])
        } else if !resources.contains(resource), !isHugePages(resource) {
            errors.notSupported(path["resource"], resource, resources)
        }
        divisor(reference, resource, path["divisor"], &errors)
    }

    private static func isHugePages(_ resource: String) -> Bool {
        resource.hasPrefix("limits.hugepages-") || resource.hasPrefix("requests.hugepages-")
    }

    private static let bytes = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"]

    private static func divisor(
        _ reference: Value, _ resource: String, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        guard let divisor = Quantity(reference["divisor"]), !divisor.isZero else { return }
        if resource.hasSuffix(".cpu") {
            if divisor.description != "1m", divisor.description != "1" {
                errors.invalid(path, resource, "only divisor's values 1m and 1 are supported with the cpu resource")
            }
            return
        }
        let kind =
            resource.hasSuffix(".memory")
            ? "memory" : resource.hasSuffix(".ephemeral-storage") ? "local ephemeral storage" : "hugepages"
        guard kind != "hugepages" || isHugePages(resource) else { return }
        if !bytes.contains(divisor.description) {
            errors.invalid(
                path, resource,
                "only divisor's values \(bytes.joined(separator: ", ")) are supported with the \(kind) resource")
        }
    }
}

import Documents
import KubeModel

/// Holds pods, workloads and the labels of namespaces against the pod security standards.
///
/// Source: k8s.io/pod-security-admission/admission/admission.go
enum PodSecurityAdmission {
    static func validate(
        _ object: Object, old: Object?, _ request: APIRequest, _ api: APIServer, _ warnings: inout [String]
    ) throws(APIError) {
        switch (request.resource.group, request.resource.plural) {
        case ("", "namespaces"):
            guard request.subresource.isEmpty else { return }
            try namespace(object, old, request, api, &warnings)
        case ("", "pods"):
            guard request.subresource.isEmpty || checkedSubresources.contains(request.subresource) else { return }
            if let old, !isSignificant(object, old) { return }
            try pod(object, request, api, &warnings)
        default:
            guard request.subresource.isEmpty, let pod = template(of: object, request.resource) else { return }
            warn(pod, policy(of: request.namespace, api), &warnings)
        }
    }

    private static let checkedSubresources: Set<String> = ["ephemeralcontainers", "resize"]

    private static func policy(of namespace: String, _ api: APIServer) -> SecurityPolicy {
        // What is wrong with the labels was said when they were written.
        var errors = FieldErrors()
        let labels = api.get(.namespaces, ObjectKey(name: namespace))?.labels ?? Object()
        // Most namespaces have none of the labels, and most pods are made in them.
        guard labels.contains(where: { $0.key.hasPrefix(SecurityPolicy.prefix) }) else { return SecurityPolicy() }
        return SecurityPolicy(labels: labels, &errors)
    }

    private static func pod(
        _ pod: Object, _ request: APIRequest, _ api: APIServer, _ warnings: inout [String]
    ) throws(APIError) {
        let policy = policy(of: request.namespace, api)
        guard !policy.isPrivileged else { return }
        let secured = SecuredPod(spec: pod.part("spec"), annotations: pod.annotations)
        let findings = SecurityCheck.findings(in: secured, policy.enforce)
        guard findings.isEmpty else {
            throw .forbidden(
                request.resource.groupResource, name: pod.name,
                message: "violates PodSecurity \(GoText.quoted(policy.enforce.description)): \(sentence(findings))")
        }
        warn(secured, policy, &warnings)
    }

    private static func warn(_ pod: SecuredPod, _ policy: SecurityPolicy, _ warnings: inout [String]) {
        let findings = SecurityCheck.findings(in: pod, policy.warn)
        guard !findings.isEmpty else { return }
        warnings.append(
            "would violate PodSecurity \(GoText.quoted(policy.warn.description)): \(sentence(findings))")
    }

    private static func sentence(_ findings: [SecurityCheck.Finding]) -> String {
        findings.map { $0.detail.isEmpty ? $0.reason : "\($0.reason) (\($0.detail))" }.joined(separator: ", ")
    }

    /// Whether an update changed what containers there are or what they run.
    private static func isSignificant(_ pod: Object, _ old: Object) -> Bool {
        ["containers", "initContainers", "ephemeralContainers"].contains { field in
            let images: (Object) -> [String] = { $0.part("spec").list(field).map { $0.text("image") } }
            return images(pod) != images(old)
        }
    }

    /// The pods that a workload will make.
    private static func template(of object: Object, _ resource: ResourceType) -> SecuredPod? {
        let template: Value?
        switch resource.schemaType {
        case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "ReplicationController", "Job":
            template = object["spec"]?["template"]
        case "CronJob": template = object["spec"]?["jobTemplate"]?["spec"]?["template"]
        case "PodTemplate": template = object["template"]
        default: return nil
        }
        return template.map {
            SecuredPod(spec: $0.part("spec"), annotations: $0.part("metadata").map("annotations"))
        }
    }
}

/// Changes of a namespace's labels.
extension PodSecurityAdmission {
    private static func namespace(
        _ namespace: Object, _ old: Object?, _ request: APIRequest, _ api: APIServer, _ warnings: inout [String]
    ) throws(APIError) {
        var errors = FieldErrors()
        let policy = SecurityPolicy(labels: namespace.labels, &errors)
        var oldErrors = FieldErrors()
        let oldPolicy = SecurityPolicy(labels: old?.labels ?? Object(), &oldErrors)
        guard errors.isEmpty || old != nil && errors.list == oldErrors.list else {
            throw .invalid(request.resource.groupVersionKind, name: namespace.name, errors.list)
        }
        guard old != nil, policy.enforce != oldPolicy.enforce, policy.enforce.standard != .privileged else { return }
        let isRelaxed =
            policy.enforce.minor == oldPolicy.enforce.minor && policy.enforce.standard <= oldPolicy.enforce.standard
        if !isRelaxed { warnings += warningsAboutPods(in: namespace.name, policy.enforce, api) }
    }

    private static let podsMax = 3000

    /// What the pods that are already there would be refused for, one line for each kind of trouble.
    private static func warningsAboutPods(in namespace: String, _ level: SecurityLevel, _ api: APIServer) -> [String] {
        let pods = prioritized(api.list(.pods, namespace: namespace))
        var found: [String: (first: String, count: Int)] = [:]
        for pod in pods.prefix(podsMax) {
            let secured = SecuredPod(spec: pod.part("spec"), annotations: pod.annotations)
            let reasons = SecurityCheck.findings(in: secured, level).map(\.reason)
            if !reasons.isEmpty { found[reasons.joined(separator: ", "), default: (pod.name, 0)].count += 1 }
        }
        var warnings: [String] = []
        if pods.count > podsMax {
            warnings.append(
                "new PodSecurity enforce level only checked against the first \(podsMax) of \(pods.count) existing pods"
            )
        }
        guard !found.isEmpty else { return warnings }
        warnings.append(
            "existing pods in namespace \(GoText.quoted(namespace)) violate the new PodSecurity enforce level "
                + GoText.quoted(level.description))
        return warnings + found.map { reasons, pods in "\(pods.first)\(others(pods.count - 1)): \(reasons)" }.sorted()
    }

    private static func others(_ count: Int) -> String {
        count == 0 ? "" : " (and \(count) other \(SecurityWords.plural("pod", count)))"
    }

    /// One pod of each controller first.
    private static func prioritized(_ pods: [Object]) -> [Object] {
        var controllers: Set<String> = []
        var first: [Object] = []
        var rest: [Object] = []
        for pod in pods {
            if let uid = pod.controller?.uid, !controllers.insert(uid).inserted {
                rest.append(pod)
            } else {
                first.append(pod)
            }
        }
        return first + rest
    }
}

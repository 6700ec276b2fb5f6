import Documents
import KubeModel

/// Source: pkg/api/pod/warnings.go
enum PodWarnings {
    static func name(_ pod: Object) -> [String] {
        let problems = Names.labelProblems(pod.name)
        return problems.isEmpty
            ? []
            : [
                "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; "
                    + "a DNS label is recommended: [\(problems.joined(separator: " "))]"
            ]
    }

    static func of(_ template: Value, _ path: FieldPath) -> [String] {
        of(template.part("spec"), template.part("metadata").map("annotations"), path)
    }

    /// `path` is where `spec` and `metadata` are; empty for a pod itself.
    static func of(_ spec: Value, _ annotations: Object, _ path: FieldPath) -> [String] {
        let specPath = path["spec"]
        var warnings = labels(spec, specPath) + spread(spec, specPath)
        warnings += self.annotations(annotations, path["metadata"]["annotations"])
        warnings += VolumeWarnings.of(spec.list("volumes"), specPath["volumes"])
        warnings += duplicates(spec.list("hostAliases"), "ip", specPath["hostAliases"])
        warnings += duplicates(spec.list("imagePullSecrets"), "name", specPath["imagePullSecrets"])
        for (index, secret) in spec.list("imagePullSecrets").enumerated() where secret.text("name").isEmpty {
            warnings.append("\(specPath["imagePullSecrets"][index]["name"].text): invalid empty name \"\"")
        }
        for resource in ["memory", "ephemeral-storage"] {
            warnings += fraction(spec.map("overhead")[resource], specPath["overhead"].key(resource))
        }
        let annotationPath = path["metadata"]["annotations"]
        warnings += ProfileWarnings.ofPod(spec, annotations, annotationPath)
        for (container, place) in containers(spec, specPath) {
            warnings += ProfileWarnings(spec: spec, annotations: annotations, isTemplate: !path.text.isEmpty)
                .of(container: container, annotationPath)
            warnings += of(container: container, place)
        }
        warnings += PortWarnings.of(containers(spec, specPath))
        warnings += affinity(spec, specPath["affinity"])
        return warnings
    }

    /// The containers in the order in which the server visits them.
    private static func containers(_ spec: Value, _ path: FieldPath) -> [(Value, FieldPath)] {
        ["initContainers", "containers", "ephemeralContainers"].flatMap { kind in
            spec.list(kind).enumerated().map { ($1, path[kind][$0]) }
        }
    }

    private static let oldLabels: [String: String] = [
        "beta.kubernetes.io/arch": "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
        "beta.kubernetes.io/os": "deprecated since v1.14; use \"kubernetes.io/os\" instead",
        "failure-domain.beta.kubernetes.io/region":
            "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
        "failure-domain.beta.kubernetes.io/zone": "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
        "beta.kubernetes.io/instance-type":
            "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
    ]

    private static func labels(_ spec: Value, _ path: FieldPath) -> [String] {
        var warnings = spec.map("nodeSelector").names.compactMap { key in
            oldLabels[key].map { "\(path["nodeSelector"].key(key).text): \($0)" }
        }
        let required = "requiredDuringSchedulingIgnoredDuringExecution"
        let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
        let affinity = spec["affinity"]?["nodeAffinity"]
        let place = path["affinity"]["nodeAffinity"]
        for (index, term) in (affinity?[required]?.list("nodeSelectorTerms") ?? []).enumerated() {
            warnings += self.term(term, place[required]["nodeSelectorTerms"][index])
        }
        for (index, term) in (affinity?.list(preferred) ?? []).enumerated() {
            warnings += self.term(term.part("preference"), place[preferred][index]["preference"])
        }
        return warnings
    }

    private static func term(_ term: Value, _ path: FieldPath) -> [String] {
        term.list("matchExpressions").enumerated().compactMap { index, expression in
            let key = expression.text("key")
            return oldLabels[key].map { "\(path["matchExpressions"][index]["key"].text): \(key) is \($0)" }
        }
    }

    private static func spread(_ spec: Value, _ path: FieldPath) -> [String] {
        spec.list("topologySpreadConstraints").enumerated().flatMap { index, constraint in
            let path = path["topologySpreadConstraints"][index]
            let key = constraint.text("topologyKey")
            var warnings = oldLabels[key].map { ["\(path["topologyKey"].text): \(key) is \($0)"] } ?? []
            if constraint["labelSelector"] == nil { warnings.append(nullSelector(path)) }
            return warnings
        }
    }

    private static func nullSelector(_ path: FieldPath) -> String {
        "\(path["labelSelector"].text): a null labelSelector results in matching no pod"
    }

    private static let oldAnnotations = [
        "scheduler.alpha.kubernetes.io/critical-pod":
            "non-functional in v1.16+; use the \"priorityClassName\" field instead",
        "security.alpha.kubernetes.io/sysctls": "non-functional in v1.11+; use the \"sysctls\" field instead",
        "security.alpha.kubernetes.io/unsafe-sysctls": "non-functional in v1.11+; use the \"sysctls\" field instead",
    ]

    private static func annotations(_ annotations: Object, _ path: FieldPath) -> [String] {
        annotations.names.compactMap { key in oldAnnotations[key].map { "\(path.key(key).text): \($0)" } }
    }

    private static func duplicates(_ items: [Value], _ field: String, _ path: FieldPath) -> [String] {
        var seen: Set<String> = []
        return items.enumerated().compactMap { index, item in
            let text = item.text(field)
            guard !seen.insert(text).inserted else { return nil }
            return "\(path[index][field].text): duplicate \(field) \(GoText.quoted(text))"
        }
    }

    private static func fraction(_ amount: Value?, _ path: FieldPath) -> [String] {
        guard let quantity = Quantity(amount), quantity.milliUnits % 1000 != 0 else { return [] }
        let text = GoText.quoted(quantity.description)
        return ["\(path.text): fractional byte value \(text) is invalid, must be an integer"]
    }

    private static func of(container: Value, _ path: FieldPath) -> [String] {
        var warnings: [String] = []
        for resource in ["memory", "ephemeral-storage"] {
            for kind in ["limits", "requests"] {
                warnings += fraction(
                    container.part("resources").map(kind)[resource], path["resources"][kind].key(resource))
            }
        }
        var seen: Set<String> = []
        for (index, variable) in container.list("env").enumerated() {
            let name = variable.text("name")
            guard !seen.insert(name).inserted else { continue }
            let reference = "$(\(name))"
            let value = variable.text("value")
            if variable["valueFrom"] != nil || value == reference || !value.contains(reference) {
                warnings.append(
                    "\(path["env"][index].text): hides previous definition of \(GoText.quoted(name)), "
                        + "which may be dropped when using apply")
            }
        }
        return warnings
    }

    private static func affinity(_ spec: Value, _ path: FieldPath) -> [String] {
        var warnings: [String] = []
        for kind in ["podAffinity", "podAntiAffinity"] {
            guard let affinity = spec["affinity"]?[kind] else { continue }
            let required = "requiredDuringSchedulingIgnoredDuringExecution"
            let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
            for (index, term) in affinity.list(required).enumerated() where term["labelSelector"] == nil {
                warnings.append(nullSelector(path[kind][required][index]))
            }
            for (index, term) in affinity.list(preferred).enumerated()
            where term.part("podAffinityTerm")["labelSelector"] == nil {
                warnings.append(nullSelector(path[kind][preferred][index]["podAffinityTerm"]))
            }
        }
        return warnings
    }
}

/// Ports that containers of one pod name twice.
private enum PortWarnings {
    private struct Port {
        let place: String
        let host: String
        let hostPort: Int64
    }

    static func of(_ containers: [(Value, FieldPath)]) -> [String] {
        var warnings: [String] = []
        var known: [String: [Port]] = [:]
        for (container, path) in containers {
            for (index, item) in container.list("ports").enumerated() {
                if !item.text("hostIP").isEmpty, (item.number("hostPort") ?? 0) == 0 {
                    warnings.append("\(path["ports"][index].text): hostIP set without hostPort: \(shown(item))")
                }
                let key = "\(item.number("containerPort") ?? 0)/\(item.text("protocol"))"
                let port = Port(
                    place: path["ports"][index].text, host: item.text("hostIP"),
                    hostPort: item.number("hostPort") ?? 0)
                warnings += (known[key] ?? []).compactMap { conflict(port, $0) }
                known[key, default: []].append(port)
            }
        }
        return warnings
    }

    /// A port as Go prints its struct.
    private static func shown(_ port: Value) -> String {
        "{Name:\(port.text("name")) HostPort:\(port.number("hostPort") ?? 0) "
            + "ContainerPort:\(port.number("containerPort") ?? 0) Protocol:\(port.text("protocol")) "
            + "HostIP:\(port.text("hostIP"))}"
    }

    private static func conflict(_ port: Port, _ other: Port) -> String? {
        if port.host == other.host, port.hostPort == other.hostPort {
            return "\(port.place): duplicate port definition with \(other.place)"
        }
        if port.hostPort == 0 || other.hostPort == 0 {
            return "\(port.place): overlapping port definition with \(other.place)"
        }
        let isAmbiguous = port.hostPort == other.hostPort && port.host.isEmpty != other.host.isEmpty
        return isAmbiguous ? "\(port.place): dangerously ambiguous port definition with \(other.place)" : nil
    }
}

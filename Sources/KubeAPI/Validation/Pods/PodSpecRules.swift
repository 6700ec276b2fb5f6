import Documents
import KubeModel

/// The spec of a pod. Source: pkg/apis/core/validation/validation.go, `ValidatePodSpec`.
enum PodSpecRules {
    /// `podName` is `nil` for templates; `extraVolumes` stand before the spec's own, as a StatefulSet's claims do.
    static func check(
        _ spec: Value, _ path: FieldPath, podName: String? = nil, extraVolumes: [Value] = [],
        _ errors: inout FieldErrors
    ) {
        let volumes = VolumeRules(podName: podName).check(extraVolumes + spec.list("volumes"), path["volumes"], &errors)
        PodClaimRules.check(spec, path["resourceClaims"], &errors)
        let pod = PodContext(spec: spec, volumes: volumes)
        ContainerRules.containers(spec.list("containers"), pod, path["containers"], &errors)
        ContainerRules.initContainers(spec, pod, path["initContainers"], &errors)
        ContainerRules.ephemeralContainers(spec, pod, path["ephemeralContainers"], &errors)
        if let resources = spec["resources"] { ResourceRules.pod(resources, spec, path["resources"], &errors) }
        hostNetworkPorts(spec, path, isPod: podName != nil, &errors)
        policies(spec, path, &errors)
        MetadataRules.labels(spec.map("nodeSelector"), path["nodeSelector"], &errors)
        SecurityRules.pod(spec, path["securityContext"], &errors)
        AffinityRules.check(spec["affinity"], path["affinity"], &errors)
        DNSRules.check(spec, path["dnsConfig"], &errors)
        gates(spec, path, &errors)
        SpreadRules.check(spec.list("topologySpreadConstraints"), path["topologySpreadConstraints"], &errors)
        hostUsers(spec, path, &errors)
        names(spec, path, &errors)
        TolerationRules.check(spec.list("tolerations"), path["tolerations"], &errors)
        hostAliases(spec.list("hostAliases"), path["hostAliases"], &errors)
        lastFields(spec, path, &errors)
    }

    /// On the node's network a container's port is the node's.
    private static func hostNetworkPorts(
        _ spec: Value, _ path: FieldPath, isPod: Bool, _ errors: inout FieldErrors
    ) {
        guard spec.flag("hostNetwork") else { return }
        for (index, container) in spec.list("containers").enumerated() {
            for (place, port) in container.list("ports").enumerated() {
                let number = port.number("hostPort") ?? 0
                guard isPod || number != 0, number != port.number("containerPort") ?? 0 else { continue }
                errors.invalid(
                    path["containers"][index]["ports"][place]["hostPort"], number,
                    "must match `containerPort` when `hostNetwork` is true")
            }
        }
    }

    private static func policies(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        errors.oneOf(path["restartPolicy"], spec.text("restartPolicy"), ["Always", "OnFailure", "Never"])
        errors.oneOf(
            path["dnsPolicy"], spec.text("dnsPolicy"), ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"])
    }

    private static func gates(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, gate) in spec.list("readinessGates").enumerated() {
            let type = gate.text("conditionType")
            errors.invalid(
                path["readinessGates"][index]["conditionType"], type, Names.qualifiedNameProblems(type))
        }
        var seen: Set<String> = []
        for (index, gate) in spec.list("schedulingGates").enumerated() {
            let name = gate.text("name")
            let path = path["schedulingGates"][index]
            errors.invalid(path, name, Names.qualifiedNameProblems(name))
            if !seen.insert(name).inserted { errors.duplicate(path, .string(name)) }
        }
    }

    /// A pod with users of its own shares nothing else with the node; two of the fields have capitals here.
    private static func hostUsers(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard spec["hostUsers"] == false else { return }
        for (field, shown) in [("hostNetwork", "hostNetwork"), ("hostPID", "HostPID"), ("hostIPC", "HostIPC")]
        where spec.flag(field) {
            errors.forbidden(path[shown], "when `pod.Spec.HostUsers` is false")
        }
    }

    private static func names(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        check(spec, "serviceAccountName", path, Names.subdomainProblems, &errors)
        check(spec, "nodeName", path, Names.subdomainProblems, &errors)
        if let seconds = spec.number("activeDeadlineSeconds"), !(1...Int64(Int32.max)).contains(seconds) {
            errors.invalid(path["activeDeadlineSeconds"], seconds, "must be between 1 and 2147483647, inclusive")
        }
        check(spec, "hostname", path, Names.labelProblems, &errors)
        check(spec, "subdomain", path, Names.labelProblems, &errors)
    }

    /// A name that may be missing.
    private static func check(
        _ spec: Value, _ field: String, _ path: FieldPath, _ rule: (String) -> [String], _ errors: inout FieldErrors
    ) {
        let name = spec.text(field)
        if !name.isEmpty { errors.invalid(path[field], name, rule(name)) }
    }

    private static func hostAliases(_ aliases: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, alias) in aliases.enumerated() {
            let address = alias.text("ip")
            errors.invalid(path[index]["ip"], address, NetworkAddress.problems(ofAddress: address))
            for (place, name) in alias.texts("hostnames").enumerated() {
                errors.invalid(path[index]["hostnames"][place], name, Names.subdomainProblems(name))
            }
        }
    }

    private static func lastFields(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        check(spec, "priorityClassName", path, Names.subdomainProblems, &errors)
        if let runtimeClass = spec["runtimeClassName"]?.string {
            errors.invalid(path["runtimeClassName"], runtimeClass, Names.subdomainProblems(runtimeClass))
        }
        if let policy = spec["preemptionPolicy"]?.string {
            errors.oneOf(path["preemptionPolicy"], policy, ["PreemptLowerPriority", "Never"])
        }
        if let overhead = spec["overhead"] {
            ResourceRules.requirements(.object(["limits": overhead]), path["overhead"], &errors)
        }
        if let system = spec["os"]?.text("name") { OperatingSystemRules.check(spec, system, path, &errors) }
        if let hostname = spec["hostnameOverride"]?.string {
            errors.invalid(path["hostnameOverride"], hostname, Names.subdomainProblems(hostname))
        }
    }
}

/// What containers must know of their pod.
struct PodContext {
    /// The names of the good volumes, and whether each can be used as a block device.
    let volumes: [String: Bool]
    let restartPolicy: String
    let gracePeriodSeconds: Int64
    let claims: Set<String>
    let usesHostUsers: Bool

    init(spec: Value, volumes: [String: Bool]) {
        self.volumes = volumes
        restartPolicy = spec.text("restartPolicy")
        gracePeriodSeconds = spec.number("terminationGracePeriodSeconds") ?? 0
        claims = Set(spec.list("resourceClaims").map { $0.text("name") }.filter { !$0.isEmpty })
        usesHostUsers = spec["hostUsers"] != false
    }
}

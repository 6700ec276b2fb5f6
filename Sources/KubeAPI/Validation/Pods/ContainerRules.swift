import Documents
import KubeModel

/// Containers of all kinds. Source: pkg/apis/core/validation/validation.go, `validateContainers` and its relatives.
enum ContainerRules {
    static func containers(_ containers: [Value], _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard !containers.isEmpty else { return errors.required(path) }
        var names: Set<String> = []
        for (index, container) in containers.enumerated() {
            let path = path[index]
            common(container, pod, path, &errors)
            if !names.insert(container.text("name")).inserted {
                errors.duplicate(path["name"], .string(container.text("name")))
            }
            hooksAndProbes(container, pod, path, &errors)
            restartPolicy(container, pod, path, &errors)
        }
        hostPortConflicts(containers, path, &errors)
    }

    static func initContainers(_ spec: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        var names = Set(spec.list("containers").map { $0.text("name") })
        for (index, container) in spec.list("initContainers").enumerated() {
            let list = path
            let path = path[index]
            common(container, pod, path, &errors)
            restartPolicy(container, pod, path, &errors)
            let name = container.text("name")
            if names.contains(name), !(name.isEmpty) {
                errors.duplicate(path["name"], .string(name))
            } else {
                names.insert(name)
            }
            // They run one after the other, so each is looked at alone, as if it were the first.
            hostPortConflicts([container], list, &errors)
            if container.text("restartPolicy") == "Always" {
                hooksAndProbes(container, pod, path, &errors)
                continue
            }
            for field in ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"] where container[field] != nil
            {
                errors.forbidden(path[field], "may not be set for init containers without restartPolicy=Always")
            }
        }
    }

    static func ephemeralContainers(_ spec: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        let others = (spec.list("containers") + spec.list("initContainers")).map { $0.text("name") }
        var names = Set(others)
        for (index, container) in spec.list("ephemeralContainers").enumerated() {
            let path = path[index]
            common(container, pod, path, &errors)
            PodRules.imageHasNoSpace(container, path, &errors)
            if !names.insert(container.text("name")).inserted {
                errors.duplicate(path["name"], .string(container.text("name")))
            }
            let target = container.text("targetContainerName")
            if !target.isEmpty, !others.contains(target) { errors.notFound(path["targetContainerName"], target) }
            onlyTemporary(container, path, &errors)
        }
    }

    /// What containers for a look around may not have.
    private static func onlyTemporary(_ container: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let detail = "cannot be set for an Ephemeral Container"
        for field in [
            "ports", "resources", "resizePolicy", "restartPolicy", "livenessProbe", "readinessProbe", "startupProbe",
            "lifecycle",
        ] {
            guard let value = container[field], value != .array([]), value != .object([:]) else { continue }
            errors.forbidden(path[field], detail)
        }
        for (index, mount) in container.list("volumeMounts").enumerated() {
            for field in ["subPath", "subPathExpr"] where !mount.text(field).isEmpty {
                errors.forbidden(path["volumeMounts"][index][field], detail)
            }
        }
    }

    /// What holds for containers of all kinds.
    private static func common(_ container: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        let name = container.text("name")
        if name.isEmpty {
            errors.required(path["name"])
        } else {
            errors.invalid(path["name"], name, Names.labelProblems(name))
        }
        if container.text("image").isEmpty { errors.required(path["image"]) }
        errors.oneOf(
            path["terminationMessagePolicy"], container.text("terminationMessagePolicy"),
            ["File", "FallbackToLogsOnError"])
        ports(container.list("ports"), path["ports"], &errors)
        EnvironmentRules.variables(container.list("env"), path["env"], &errors)
        EnvironmentRules.sources(container.list("envFrom"), path["envFrom"], &errors)
        MountRules.mounts(container, pod, path["volumeMounts"], &errors)
        MountRules.devices(container, pod, path["volumeDevices"], &errors)
        errors.oneOf(
            path["imagePullPolicy"], container.text("imagePullPolicy"), ["Always", "IfNotPresent", "Never"])
        ResourceRules.requirements(container.part("resources"), path["resources"], claims: pod.claims, &errors)
        resizePolicy(container.list("resizePolicy"), pod, path["resizePolicy"], &errors)
        SecurityRules.container(
            container["securityContext"], path["securityContext"], usesHostUsers: pod.usesHostUsers, &errors)
    }

    private static func hooksAndProbes(
        _ container: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        ProbeRules.lifecycle(container["lifecycle"], pod, path["lifecycle"], &errors)
        for kind in ["livenessProbe", "readinessProbe", "startupProbe"] {
            ProbeRules.probe(container[kind], kind, pod, path[kind], &errors)
        }
    }

    private static func restartPolicy(
        _ container: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let rules = container.list("restartPolicyRules")
        if let policy = container["restartPolicy"]?.string {
            errors.oneOf(path["restartPolicy"], policy, ["Always", "Never", "OnFailure"])
        } else if !rules.isEmpty {
            errors.required(path["restartPolicy"], "must specify restartPolicy when restart rules are used")
        }
        let list = path["restartPolicyRules"]
        if rules.count > 20 { errors.tooMany(list, rules.count, max: 20) }
        for (index, rule) in rules.enumerated() { restartRule(rule, list[index], &errors) }
    }

    private static func restartRule(_ rule: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        errors.oneOf(path["action"], rule.text("action"), ["Restart", "RestartAllContainers"])
        guard let codes = rule["exitCodes"] else { return errors.required(path["exitCodes"], "must be specified") }
        errors.oneOf(path["exitCodes"]["operator"], codes.text("operator"), ["In", "NotIn"])
        let count = codes.list("values").count
        if count > 255 { errors.tooMany(path["exitCodes"]["values"], count, max: 255) }
    }

    private static func ports(_ ports: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        var names: Set<String> = []
        for (index, port) in ports.enumerated() {
            let path = path[index]
            let name = port.text("name")
            if !name.isEmpty {
                let problems = Names.portNameProblems(name)
                errors.invalid(path["name"], name, problems)
                if problems.isEmpty, !names.insert(name).inserted { errors.duplicate(path["name"], .string(name)) }
            }
            if let number = port.number("containerPort"), number != 0 {
                errors.portNumber(path["containerPort"], number)
            } else {
                errors.required(path["containerPort"])
            }
            if let number = port.number("hostPort"), number != 0 { errors.portNumber(path["hostPort"], number) }
            errors.oneOf(path["protocol"], port.text("protocol"), ["SCTP", "TCP", "UDP"])
        }
    }

    /// A port of the node belongs to one container.
    private static func hostPortConflicts(_ containers: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        var used: Set<String> = []
        for (index, container) in containers.enumerated() {
            for (place, port) in container.list("ports").enumerated() {
                guard let number = port.number("hostPort"), number != 0 else { continue }
                let text = "\(port.text("protocol"))/\(port.text("hostIP"))/\(number)"
                if !used.insert(text).inserted {
                    errors.duplicate(path[index]["ports"][place]["hostPort"], .string(text))
                }
            }
        }
    }

    private static func resizePolicy(
        _ policies: [Value], _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        var seen: Set<String> = []
        for (index, policy) in policies.enumerated() {
            let resource = policy.text("resourceName")
            if !seen.insert(resource).inserted { errors.duplicate(path[index], .string(resource)) }
            if resource.isEmpty {
                errors.required(path)
            } else {
                errors.oneOf(path, resource, ["cpu", "memory"])
            }
            let restart = policy.text("restartPolicy")
            if restart.isEmpty {
                errors.required(path)
            } else {
                errors.oneOf(path, restart, ["NotRequired", "RestartContainer"])
            }
            if pod.restartPolicy == "Never", restart != "NotRequired" {
                errors.invalid(path, restart, "must be 'NotRequired' when `restartPolicy` is 'Never'")
            }
        }
    }
}

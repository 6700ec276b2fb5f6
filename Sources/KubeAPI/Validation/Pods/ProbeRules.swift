import Documents
import KubeModel

/// Probes and lifecycle hooks.
enum ProbeRules {
    static func lifecycle(_ lifecycle: Value?, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        for kind in ["postStart", "preStop"] {
            if let hook = lifecycle?[kind] { handler(hook, pod, path[kind], &errors) }
        }
    }

    static func probe(
        _ probe: Value?, _ kind: String, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        guard let probe else { return }
        handler(probe, pod, path, &errors)
        for field in [
            "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold",
        ] {
            errors.notNegative(path[field], probe.number(field))
        }
        let grace = path["terminationGracePeriodSeconds"]
        if let seconds = probe.number("terminationGracePeriodSeconds") {
            if seconds <= 0 { errors.invalid(grace, seconds, "must be greater than 0") }
            if kind == "readinessProbe" { errors.invalid(grace, seconds, "must not be set for readinessProbes") }
        }
        if kind != "readinessProbe", probe.number("successThreshold") != 1 {
            errors.invalid(path["successThreshold"], probe.number("successThreshold") ?? 0, "must be 1")
        }
    }

    private static func handler(_ handler: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        var count = 0
        for kind in ["exec", "httpGet", "tcpSocket", "grpc", "sleep"] {
            guard let action = handler[kind] else { continue }
            guard count == 0 else {
                errors.forbidden(path[kind], "may not specify more than 1 handler type")
                continue
            }
            count += 1
            check(action, kind, pod, path[kind], &errors)
        }
        if count == 0 { errors.required(path, "must specify a handler type") }
    }

    private static func check(
        _ action: Value, _ kind: String, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        switch kind {
        case "exec": if action.list("command").isEmpty { errors.required(path["command"]) }
        case "httpGet": httpGet(action, path, &errors)
        case "tcpSocket", "grpc": errors.port(path["port"], action["port"])
        default: sleep(action, pod, path, &errors)
        }
    }

    private static func httpGet(_ action: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if action.text("path").isEmpty { errors.required(path["path"]) }
        errors.port(path["port"], action["port"])
        errors.oneOf(path["scheme"], action.text("scheme"), ["HTTP", "HTTPS"])
        for header in action.list("httpHeaders") {
            let name = header.text("name")
            errors.invalid(path["httpHeaders"], name, Names.headerNameProblems(name))
        }
    }

    private static func sleep(_ action: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        let seconds = action.number("seconds") ?? 0
        if seconds < 0 || (pod.gracePeriodSeconds >= 0 && seconds > pod.gracePeriodSeconds) {
            errors.invalid(
                path, seconds,
                "must be non-negative and less than terminationGracePeriodSeconds (\(pod.gracePeriodSeconds))")
        }
    }
}

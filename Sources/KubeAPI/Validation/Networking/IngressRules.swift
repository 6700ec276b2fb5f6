import Documents
import KubeModel

/// Source: pkg/apis/networking/validation/validation.go, `ValidateIngressCreate`.
enum IngressRules {
    static func check(_ ingress: Object, _ errors: inout FieldErrors) {
        let spec = ingress.part("spec")
        let path = FieldPath.spec
        if spec.list("rules").isEmpty, spec["defaultBackend"] == nil {
            errors.invalid(path, spec["rules"], "either `defaultBackend` or `rules` must be specified")
        }
        if let backend = spec["defaultBackend"] { self.backend(backend, path["defaultBackend"], &errors) }
        for (index, rule) in spec.list("rules").enumerated() { self.rule(rule, path["rules"][index], &errors) }
        for (index, tls) in spec.list("tls").enumerated() { self.tls(tls, path["tls"][index], &errors) }
        let annotation = "kubernetes.io/ingress.class"
        if let name = spec["ingressClassName"]?.string {
            errors.invalid(path["ingressClassName"], name, Names.subdomainProblems(name))
            if let old = ingress.annotations[annotation]?.string {
                errors.invalid(
                    FieldPath(text: "annotations")[annotation], old,
                    "can not be set when the class field is also set")
            }
        }
    }

    private static func host(_ host: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        errors.invalid(
            path, host,
            host.contains("*") ? Names.wildcardSubdomainProblems(host) : Names.subdomainProblems(host))
    }

    private static func rule(_ rule: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let name = rule.text("host")
        if !name.isEmpty {
            if NetworkAddress(name) != nil {
                errors.invalid(path["host"], name, "must be a DNS name, not an IP address")
            }
            host(name, path["host"], &errors)
        }
        guard let http = rule["http"] else { return }
        let paths = http.list("paths")
        if paths.isEmpty { errors.required(path["http"]["paths"]) }
        for (index, item) in paths.enumerated() { httpPath(item, path["http"]["paths"][index], &errors) }
    }

    private static func httpPath(_ item: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let type = item["pathType"]?.string else {
            return errors.required(path["pathType"], "pathType must be specified")
        }
        let place = item.text("path")
        switch type {
        case "Exact", "Prefix":
            if !place.hasPrefix("/") { errors.invalid(path["path"], place, "must be an absolute path") }
            for sequence in ["//", "/./", "/../", "%2f", "%2F"] where place.contains(sequence) {
                errors.invalid(path["path"], place, "must not contain '\(sequence)'")
            }
            for suffix in ["/..", "/."] where place.hasSuffix(suffix) {
                errors.invalid(path["path"], place, "cannot end with '\(suffix)'")
            }
        case "ImplementationSpecific":
            if !place.isEmpty, !place.hasPrefix("/") {
                errors.invalid(path["path"], place, "must be an absolute path")
            }
        default: errors.notSupported(path["pathType"], type, ["Exact", "ImplementationSpecific", "Prefix"])
        }
        backend(item.part("backend"), path["backend"], &errors)
    }

    private static func backend(_ backend: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch (backend["service"], backend["resource"]) {
        case (nil, nil): errors.invalid(path, "", "resource or service backend is required")
        case (.some, .some): errors.invalid(path, "", "cannot set both resource and service backends")
        case (nil, let resource?): IngressClassRules.reference(resource, path["resource"], &errors)
        case (let service?, nil): serviceBackend(service, path, &errors)
        }
    }

    private static func serviceBackend(_ service: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let name = service.text("name")
        if name.isEmpty {
            errors.required(path["service"]["name"])
        } else {
            errors.invalid(path["service"]["name"], name, Names.labelProblems(name))
        }
        let port = service.part("port")
        let portName = port.text("name")
        let number = port.number("number") ?? 0
        switch (portName.isEmpty, number == 0) {
        case (false, false): errors.invalid(path, "", "cannot set both port name & port number")
        case (false, true):
            errors.invalid(path["service"]["port"]["name"], portName, Names.portNameProblems(portName))
        case (true, false): errors.portNumber(path["service"]["port"]["number"], number)
        case (true, true): errors.required(path, "port name or number is required")
        }
    }

    private static func tls(_ tls: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, name) in tls.texts("hosts").enumerated() { host(name, path["hosts"][index], &errors) }
        let secret = tls.text("secretName")
        if !secret.isEmpty { errors.invalid(path["secretName"], secret, Names.subdomainProblems(secret)) }
    }
}

/// Source: pkg/apis/networking/validation/validation.go, `ValidateIngressClass`.
enum IngressClassRules {
    private static let controllerBytesMax = 250

    static func check(_ ingressClass: Object, _ errors: inout FieldErrors) {
        let spec = ingressClass.part("spec")
        let controller = spec.text("controller")
        let path = FieldPath.spec["controller"]
        if controller.utf8.count > controllerBytesMax { errors.tooLong(path, maxBytes: controllerBytesMax) }
        DomainPathRules.check(controller, path, &errors)
        if let parameters = spec["parameters"] { self.parameters(parameters, FieldPath.spec["parameters"], &errors) }
    }

    private static func parameters(_ parameters: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        reference(parameters, path, &errors)
        guard let scope = parameters["scope"]?.string else { return errors.required(path["scope"]) }
        switch scope {
        case "Namespace":
            guard let namespace = parameters["namespace"]?.string else {
                return errors.required(path["namespace"], "`parameters.scope` is set to 'Namespace'")
            }
            errors.invalid(path["namespace"], namespace, Names.labelProblems(namespace))
        case "Cluster":
            if parameters["namespace"] != nil {
                errors.forbidden(path["namespace"], "`parameters.scope` is set to 'Cluster'")
            }
        default: errors.notSupported(path["scope"], scope, ["Cluster", "Namespace"])
        }
    }

    /// A group, a kind and a name.
    static func reference(_ reference: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let group = reference["apiGroup"]?.string {
            errors.invalid(path["apiGroup"], group, Names.subdomainProblems(group))
        }
        for field in ["kind", "name"] {
            let text = reference.text(field)
            if text.isEmpty {
                errors.required(path[field])
            } else {
                errors.invalid(path[field], text, Names.pathSegmentProblems(text))
            }
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        errors.immutable(FieldPath.spec["controller"], new["spec"]?["controller"], old["spec"]?["controller"])
    }
}

/// Paths that begin with a domain: `acme.io/foo`.
enum DomainPathRules {
    static func check(_ text: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard !text.isEmpty else { return errors.required(path) }
        errors.invalid(path, text, Names.domainPrefixedPathProblems(text))
    }
}

import Documents
import KubeModel

/// Source: pkg/apis/core/validation/validation.go, `ValidateService`.
enum ServiceRules {
    private static let onlyBalancers = "may only be used when `type` is 'LoadBalancer'"

    static func check(_ service: Object, _ errors: inout FieldErrors) {
        hints(service.part("metadata").map("annotations"), &errors)
        let spec = service.part("spec")
        let type = spec.text("type")
        let addresses = clusterAddresses(spec)
        if spec.list("ports").isEmpty, addresses.first != "None", type != "ExternalName" {
            errors.required(FieldPath.spec["ports"])
        }
        typeRules(spec, type, addresses, &errors)
        var names: Set<String> = []
        for (index, port) in spec.list("ports").enumerated() {
            ServicePortRules.check(
                port, needsName: spec.list("ports").count > 1, &names, FieldPath.spec["ports"][index], &errors)
        }
        MetadataRules.labels(spec.map("selector"), FieldPath.spec["selector"], &errors)
        affinity(spec, &errors)
        if type != "ExternalName" { ServiceAddressRules.check(spec, addresses, &errors) }
        externalAddresses(spec, &errors)
        errors.oneOf(
            FieldPath.spec["type"], type, ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"])
        ServicePortRules.together(spec, type, &errors)
        if spec.list("loadBalancerSourceRanges").isEmpty { rangesAnnotation(service, type, &errors) }
        balancer(spec, type, &errors)
        trafficPolicies(spec, type, &errors)
    }

    /// The addresses in the one field that is looked at; the older field fills it.
    static func clusterAddresses(_ spec: Value) -> [String] {
        let address = spec.text("clusterIP")
        let addresses = spec.texts("clusterIPs")
        return addresses.isEmpty && !address.isEmpty ? [address] : addresses
    }

    /// Two annotations that mean one thing.
    private static func hints(_ annotations: Object, _ errors: inout FieldErrors) {
        let older = "service.kubernetes.io/topology-aware-hints"
        let newer = "service.kubernetes.io/topology-mode"
        guard let mode = annotations[newer]?.string, let hints = annotations[older], hints != .string(mode) else {
            return
        }
        errors.invalid(
            FieldPath(text: "metadata")["annotations"].key(newer), mode,
            "must match annotations[\(older)] when both are specified")
    }

    private static func typeRules(
        _ spec: Value, _ type: String, _ addresses: [String], _ errors: inout FieldErrors
    ) {
        let isHeadless = addresses.first == "None"
        switch type {
        case "LoadBalancer", "NodePort":
            if isHeadless {
                errors.invalid(
                    FieldPath.spec["clusterIPs"][0], "None", "may not be set to 'None' for \(type) services")
            }
        case "ExternalName": externalName(spec, addresses, &errors)
        default: break
        }
    }

    private static func externalName(_ spec: Value, _ addresses: [String], _ errors: inout FieldErrors) {
        let forbidden = "may not be set for ExternalName services"
        if !addresses.isEmpty { errors.forbidden(FieldPath.spec["clusterIPs"], forbidden) }
        if !spec.list("ipFamilies").isEmpty { errors.forbidden(FieldPath.spec["ipFamilies"], forbidden) }
        if spec["ipFamilyPolicy"] != nil { errors.forbidden(FieldPath.spec["ipFamilyPolicy"], forbidden) }
        let name = spec.text("externalName")
        let domain = name.hasSuffix(".") ? String(name.dropLast()) : name
        let path = FieldPath.spec["externalName"]
        if domain.isEmpty {
            errors.required(path)
        } else {
            errors.invalid(path, domain, Names.subdomainProblems(domain))
        }
    }

    private static func affinity(_ spec: Value, _ errors: inout FieldErrors) {
        let affinity = spec.text("sessionAffinity")
        errors.oneOf(FieldPath.spec["sessionAffinity"], affinity, ["ClientIP", "None"])
        let path = FieldPath.spec["sessionAffinityConfig"]
        if affinity == "ClientIP" {
            guard let seconds = spec["sessionAffinityConfig"]?["clientIP"]?.number("timeoutSeconds") else {
                return errors.required(path, "when session affinity type is ClientIP")
            }
            if !(1...86400).contains(seconds) {
                errors.invalid(
                    path["clientIP"]["timeoutSeconds"], seconds, "must be greater than 0 and less than 86400")
            }
        } else if affinity == "None", spec["sessionAffinityConfig"] != nil {
            errors.forbidden(path, "must not be set when session affinity is None")
        }
    }

    private static func externalAddresses(_ spec: Value, _ errors: inout FieldErrors) {
        for (index, text) in spec.texts("externalIPs").enumerated() {
            let path = FieldPath.spec["externalIPs"][index]
            guard let address = NetworkAddress(text) else {
                errors.invalid(path, text, NetworkAddress.rule)
                continue
            }
            if let problem = address.specialProblem(writtenAs: text) { errors.invalid(path, text, problem) }
        }
    }

    private static func balancer(_ spec: Value, _ type: String, _ errors: inout FieldErrors) {
        let ranges = spec.texts("loadBalancerSourceRanges")
        if !ranges.isEmpty {
            // The server's own spelling of the field.
            let path = FieldPath.spec["LoadBalancerSourceRanges"]
            if type != "LoadBalancer" { errors.forbidden(path, onlyBalancers) }
            for (index, range) in ranges.enumerated() {
                let range = trimmed(range)
                errors.invalid(path[index], range, NetworkAddress.problems(ofBlock: range))
            }
        }
        if type != "LoadBalancer", spec["allocateLoadBalancerNodePorts"] != nil {
            errors.forbidden(FieldPath.spec["allocateLoadBalancerNodePorts"], onlyBalancers)
        }
        guard let name = spec["loadBalancerClass"]?.string else { return }
        if type == "LoadBalancer" {
            errors.invalid(FieldPath.spec["loadBalancerClass"], name, Names.qualifiedNameProblems(name))
        } else {
            errors.forbidden(FieldPath.spec["loadBalancerClass"], onlyBalancers)
        }
    }

    /// The annotation that the field came from.
    private static func rangesAnnotation(_ service: Object, _ type: String, _ errors: inout FieldErrors) {
        let key = "service.beta.kubernetes.io/load-balancer-source-ranges"
        guard let text = service.part("metadata")["annotations"]?[key]?.string else { return }
        let path = FieldPath(text: "metadata")["annotations"].key(key)
        if type != "LoadBalancer" { errors.forbidden(path, onlyBalancers) }
        guard !trimmed(text).isEmpty else { return }
        for range in trimmed(text).split(separator: ",", omittingEmptySubsequences: false) {
            let range = trimmed(String(range))
            errors.invalid(path, range, NetworkAddress.problems(ofBlock: range))
        }
    }

    private static func trimmed(_ text: String) -> String {
        let isInner: (Character) -> Bool = { !$0.isWhitespace }
        guard let first = text.firstIndex(where: isInner), let last = text.lastIndex(where: isInner) else { return "" }
        return String(text[first...last])
    }

    private static func trafficPolicies(_ spec: Value, _ type: String, _ errors: inout FieldErrors) {
        let isPublic =
            type == "LoadBalancer" || type == "NodePort"
            || type == "ClusterIP" && !spec.list("externalIPs").isEmpty
        let external = spec.text("externalTrafficPolicy")
        let path = FieldPath.spec["externalTrafficPolicy"]
        if isPublic {
            errors.oneOf(path, external, ["Cluster", "Local"])
        } else if !external.isEmpty {
            errors.invalid(path, external, "may only be set for externally-accessible services")
        }
        let needsCheck = type == "LoadBalancer" && external == "Local"
        if let port = spec.number("healthCheckNodePort"), port != 0, !needsCheck {
            errors.invalid(
                FieldPath.spec["healthCheckNodePort"], port,
                "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'")
        }
        if let policy = spec["internalTrafficPolicy"]?.string {
            errors.oneOf(FieldPath.spec["internalTrafficPolicy"], policy, ["Cluster", "Local"])
        }
        if let distribution = spec["trafficDistribution"]?.string {
            errors.oneOf(
                FieldPath.spec["trafficDistribution"], distribution,
                ["PreferClose", "PreferSameNode", "PreferSameZone"])
        }
    }
}

/// The ports of a service.
enum ServicePortRules {
    static func check(
        _ port: Value, needsName: Bool, _ names: inout Set<String>, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let name = port.text("name")
        if name.isEmpty {
            if needsName { errors.required(path["name"]) }
        } else {
            errors.invalid(path["name"], name, Names.labelProblems(name))
            if !names.insert(name).inserted { errors.duplicate(path["name"], .string(name)) }
        }
        errors.portNumber(path["port"], port.number("port") ?? 0)
        errors.oneOf(path["protocol"], port.text("protocol"), ["SCTP", "TCP", "UDP"])
        errors.port(path["targetPort"], port["targetPort"])
        if let application = port["appProtocol"]?.string {
            errors.invalid(path["appProtocol"], application, Names.qualifiedNameProblems(application))
        }
    }

    /// What the ports may not be beside each other.
    static func together(_ spec: Value, _ type: String, _ errors: inout FieldErrors) {
        let ports = spec.list("ports")
        let path = FieldPath.spec["ports"]
        if type == "ClusterIP" {
            for (index, port) in ports.enumerated() where (port.number("nodePort") ?? 0) != 0 {
                errors.forbidden(path[index]["nodePort"], "may not be used when `type` is 'ClusterIP'")
            }
        }
        var nodePorts: Set<[Value]> = []
        for (index, port) in ports.enumerated() {
            guard let number = port["nodePort"], number != 0 else { continue }
            if !nodePorts.insert([port["protocol"] ?? "", number]).inserted {
                errors.duplicate(path[index]["nodePort"], .value(number))
            }
        }
        var seen: Set<[Value]> = []
        for (index, port) in ports.enumerated() {
            let key: [Value] = [port["protocol"] ?? "", port["port"] ?? 0]
            if !seen.insert(key).inserted { errors.duplicate(path[index], shown(key)) }
        }
    }

    /// The part of a port that must differ, as the server's struct shows it.
    private static func shown(_ key: [Value]) -> BadValue {
        .members([
            .init("Name", ""), .init("Protocol", .value(key[0])), .init("AppProtocol", .null),
            .init("Port", .value(key[1])), .init("TargetPort", 0), .init("NodePort", 0),
        ])
    }
}

import Documents
import KubeModel

/// Source: pkg/apis/core/validation/validation.go, `ValidateService`.
enum ServiceRules {
    private static let onlyBalancers = "may only be used when `type` is 'LoadBalancer'"

    static func check(_ service: Object, _ errors: inout FieldErrors) {
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
        balancer(spec, type, &errors)
        trafficPolicies(spec, type, &errors)
    }

    /// The addresses in the one field that is looked at; the older field fills it.
    static func clusterAddresses(_ spec: Value) -> [String] {
        let address = spec.text("clusterIP")
        let addresses = spec.texts("clusterIPs")
        if address.isEmpty { return addresses }
        return addresses.isEmpty || addresses[0] != address ? [address] + addresses.dropFirst() : addresses
    }

    private static func typeRules(
        _ spec: Value, _ type: String, _ addresses: [String], _ errors: inout FieldErrors
    ) {
        let isHeadless = addresses.first == "None"
        switch type {
        case "LoadBalancer":
            for (index, port) in spec.list("ports").enumerated() where port.number("port") == 10250 {
                errors.invalid(
                    FieldPath.spec["ports"][index], BadValue.integer(10250),
                    "may not expose port 10250 externally since it is used by kubelet")
            }
            fallthrough
        case "NodePort":
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
            if let problem = address.specialProblem { errors.invalid(path, text, problem) }
        }
    }

    private static func balancer(_ spec: Value, _ type: String, _ errors: inout FieldErrors) {
        let ranges = spec.texts("loadBalancerSourceRanges")
        if !ranges.isEmpty {
            // The server's own spelling of the field.
            let path = FieldPath.spec["LoadBalancerSourceRanges"]
            if type != "LoadBalancer" { errors.forbidden(path, onlyBalancers) }
            for (index, range) in ranges.enumerated() {

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
        if let port = spec.number("healthCheckNodePort"), !(type == "LoadBalancer" && external == "Local") {
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

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let spec = new.part("spec")
        let oldSpec = old.part("spec")
        guard spec.text("type") != "ExternalName", oldSpec.text("type") != "ExternalName" else { return }
        let addresses = clusterAddresses(spec)
        let before = clusterAddresses(oldSpec)
        if let first = before.first, addresses.first != first {
            errors.invalid(
                FieldPath.spec["clusterIPs"][0], .value(Value(addresses)), "may not change once set")
        }
        let name = spec["loadBalancerClass"]
        if spec.text("type") == "LoadBalancer", oldSpec.text("type") == "LoadBalancer",
            name != oldSpec["loadBalancerClass"]
        {
            errors.invalid(FieldPath.spec["loadBalancerClass"], name, "may not change once set")
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
            for (index, port) in ports.enumerated() where port["nodePort"] != nil {
                errors.forbidden(path[index]["nodePort"], "may not be used when `type` is 'ClusterIP'")
            }
        }
        var nodePorts: Set<[Value]> = []
        for (index, port) in ports.enumerated() {
            guard let number = port["nodePort"] else { continue }
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

/// The cluster addresses of a service and their families.
enum ServiceAddressRules {
    static func check(_ spec: Value, _ addresses: [String], _ errors: inout FieldErrors) {
        families(spec, &errors)
        if let policy = spec["ipFamilyPolicy"]?.string {
            errors.oneOf(
                FieldPath.spec["ipFamilyPolicy"], policy, ["PreferDualStack", "RequireDualStack", "SingleStack"])
        }
        let path = FieldPath.spec["clusterIPs"]
        if addresses.count > 2 {
            errors.invalid(path, .value(Value(addresses)), "may only hold up to 2 values")
        }
        for (index, address) in addresses.enumerated() {
            if index == 0, address == "None" {
                if addresses.count > 1 {
                    errors.invalid(path, .value(Value(addresses)), "'None' must be the first and only value")
                }
            } else {
                errors.invalid(path[index], address, NetworkAddress.problems(ofAddress: address))
            }
        }
    }

    private static func families(_ spec: Value, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["ipFamilies"]
        var seen: Set<String> = []
        for (index, family) in spec.texts("ipFamilies").enumerated() {
            errors.oneOf(path[index], family, ["IPv4", "IPv6"])
            if !seen.insert(family).inserted { errors.duplicate(path[index], .string(family)) }
        }
    }
}

import Documents
import KubeModel

/// Source: pkg/apis/discovery/validation/validation.go
enum EndpointSliceRules {
    static func check(_ slice: Object, _ errors: inout FieldErrors) {
        let type = slice.text("addressType")
        let path = FieldPath(text: "addressType")
        if type.isEmpty {
            errors.required(path)
        } else {
            errors.oneOf(path, type, ["FQDN", "IPv4", "IPv6"])
        }
        endpoints(slice.list("endpoints"), type, FieldPath(text: "endpoints"), &errors)
        ports(slice.list("ports"), FieldPath(text: "ports"), &errors)
    }

    private static func endpoints(
        _ endpoints: [Value], _ type: String, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        guard endpoints.count <= 1000 else { return errors.tooMany(path, endpoints.count, max: 1000) }
        for (index, endpoint) in endpoints.enumerated() {
            let path = path[index]
            let addresses = endpoint.texts("addresses")
            if addresses.isEmpty {
                errors.required(path["addresses"], "must contain at least 1 address")
            } else if addresses.count > 100 {
                errors.tooMany(path["addresses"], addresses.count, max: 100)
            }
            for (place, address) in addresses.enumerated() {
                check(address, type, path["addresses"][place], &errors)
            }
            if let node = endpoint["nodeName"]?.string {
                errors.invalid(path["nodeName"], node, Names.subdomainProblems(node))
            }
            if let hostname = endpoint["hostname"]?.string {
                errors.invalid(path["hostname"], hostname, Names.labelProblems(hostname))
            }
        }
    }

    private static func check(_ text: String, _ type: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch type {
        case "IPv4", "IPv6":
            guard let address = NetworkAddress(text) else { return errors.invalid(path, text, NetworkAddress.rule) }
            if address.isVersion4 != (type == "IPv4") {
                errors.invalid(path, text, "must be an \(type) address")
            } else if let problem = address.specialProblem(writtenAs: text) {
                errors.invalid(path, text, problem)
            }
        case "FQDN": errors.invalid(path, text, Names.fullyQualifiedDomainProblems(text))
        default: break
        }
    }

    private static func ports(_ ports: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        guard ports.count <= 20_000 else { return errors.tooMany(path, ports.count, max: 20_000) }
        var names: Set<String> = []
        for (index, port) in ports.enumerated() {
            let path = path[index]
            let name = port.text("name")
            if !name.isEmpty { errors.invalid(path["name"], name, Names.labelProblems(name)) }
            if !names.insert(name).inserted { errors.duplicate(path["name"], .string(name)) }
            errors.oneOf(path["protocol"], port.text("protocol"), ["SCTP", "TCP", "UDP"])
            if let application = port["appProtocol"]?.string {
                errors.invalid(path["appProtocol"], application, Names.qualifiedNameProblems(application))
            }
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        errors.immutable(FieldPath(text: "addressType"), new["addressType"], old["addressType"])
    }
}

/// Source: pkg/apis/core/validation/validation.go, `ValidateEndpointsCreate`.
enum EndpointsRules {
    static func check(_ endpoints: Object, _ errors: inout FieldErrors) {
        for (index, subset) in endpoints.list("subsets").enumerated() {
            let path = FieldPath(text: "subsets")[index]
            if subset.list("addresses").isEmpty, subset.list("notReadyAddresses").isEmpty {
                errors.required(path, "must specify `addresses` or `notReadyAddresses`")
            }
            for kind in ["addresses", "notReadyAddresses"] {
                for (place, address) in subset.list(kind).enumerated() {
                    check(address, path[kind][place], &errors)
                }
            }
            ports(subset.list("ports"), path["ports"], &errors)
        }
    }

    private static func check(_ address: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let text = address.text("ip")
        let parsed = NetworkAddress(text)
        if parsed == nil { errors.invalid(path["ip"], text, NetworkAddress.rule) }
        let hostname = address.text("hostname")
        if !hostname.isEmpty { errors.invalid(path["hostname"], hostname, Names.labelProblems(hostname)) }
        if let node = address["nodeName"]?.string {
            errors.invalid(path["nodeName"], node, Names.subdomainProblems(node))
        }
        // The server looks twice, and says twice that it cannot read an address.
        if let parsed {
            if let problem = parsed.specialProblem(writtenAs: text) { errors.invalid(path["ip"], text, problem) }
        } else {
            errors.invalid(path["ip"], text, "must be a valid IP address")
        }
    }

    private static func ports(_ ports: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, port) in ports.enumerated() {
            let name = port.text("name")
            if name.isEmpty {
                if ports.count > 1 { errors.required(path[index]["name"]) }
            } else {
                errors.invalid(path[index]["name"], name, Names.labelProblems(name))
            }
            errors.portNumber(path[index]["port"], port.number("port") ?? 0)
            errors.oneOf(path[index]["protocol"], port.text("protocol"), ["SCTP", "TCP", "UDP"])
            if let application = port["appProtocol"]?.string {
                errors.invalid(path[index]["appProtocol"], application, Names.qualifiedNameProblems(application))
            }
        }
    }
}

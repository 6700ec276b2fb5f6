import Documents
import KubeModel

/// The DNS settings of a pod.
enum DNSRules {
    static func check(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let config = spec["dnsConfig"]
        if spec.text("dnsPolicy") == "None" {
            guard let config else {
                return errors.required(path, "must provide `dnsConfig` when `dnsPolicy` is None")
            }
            if config.list("nameservers").isEmpty {
                return errors.required(
                    path["nameservers"], "must provide at least one DNS nameserver when `dnsPolicy` is None")
            }
        }
        guard let config else { return }
        nameservers(config, path["nameservers"], &errors)
        searches(config, path["searches"], &errors)
        for (index, option) in config.list("options").enumerated() where option.text("name").isEmpty {
            errors.required(path["options"][index], "must not be empty")
        }
    }

    private static func nameservers(_ config: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let addresses = config.texts("nameservers")
        if addresses.count > 3 {
            errors.invalid(path, .value(Value(addresses)), "must not have more than 3 nameservers")
        }
        for (index, address) in addresses.enumerated() {
            errors.invalid(path[index], address, NetworkAddress.problems(ofAddress: address))
        }
    }

    private static func searches(_ config: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let domains = config.texts("searches")
        if domains.count > 32 {
            errors.invalid(path, .value(Value(domains)), "must not have more than 32 search paths")
        }
        if domains.joined(separator: " ").utf8.count > 2048 {
            errors.invalid(
                path, .value(Value(domains)),
                "must not have more than 2048 characters (including spaces) in the search list")
        }
        for (index, domain) in domains.enumerated() where domain != "." {
            let name = domain.hasSuffix(".") ? String(domain.dropLast()) : domain
            errors.invalid(path[index], name, Names.underscoredSubdomainProblems(name))
        }
    }
}

import Documents

extension Command {
    static let createIngress = generator(
        "ingress", aliases: ["ing"], usage: "NAME --rule=host/path=service:port[,tls[=secret]] ",
        summary: "Create an ingress with the specified name.",
        examples: """
            # A whole host to one service
            kubectl create ingress site --rule="shop.example.com/*=web:80"

            # An exact path, and TLS with the certificate of a secret
            kubectl create ingress site --class=alb --rule="shop.example.com/cart=cart:80,tls=shop-cert"

            # What no rule matches
            kubectl create ingress site --default-backend=web:80
            """,
        flags: [
            .text("class", "Ingress Class to be used"),
            .array(
                "rule",
                "Rule in format host/path=service:port[,tls=secretname]. Paths that end in '*' are of pathType Prefix. The tls argument is optional."
            ),
            .text("default-backend", "Default service for backend, in format of svcname:port"),
            .array("annotation", "Annotation to insert in the ingress object, in the format annotation=value"),
        ], failure: "failed to create ingress: "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let flags = context.flags
        let backend = flags.text("default-backend")
        if backend.isEmpty, flags.list("rule").isEmpty {
            throw .message(
                "not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)"
            )
        }
        var rules: [IngressRule] = []
        for text in flags.list("rule") { rules.append(try IngressRule(text)) }
        let annotations = try annotations(flags.list("annotation"))
        if !backend.isEmpty, backend.split(separator: ":", omittingEmptySubsequences: false).count != 2 {
            throw .message("default-backend should be in format servicename:serviceport")
        }
        var spec = Object()
        if !flags.text("class").isEmpty { spec["ingressClassName"] = .string(flags.text("class")) }
        if !backend.isEmpty { spec["defaultBackend"] = IngressRule.backend(backend) }
        if !rules.isEmpty { spec["rules"] = IngressRule.rules(rules) }
        spec["tls"] = IngressRule.certificates(rules)
        var metadata: Object = ["name": .string(name)]
        if !annotations.isEmpty { metadata["annotations"] = .object(annotations) }
        return [
            "apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": .object(metadata),
            "spec": .object(spec),
            "status": ["loadBalancer": [:]],
        ]
    }

    private static func annotations(_ pairs: [String]) throws(KubectlError) -> Object {
        var result = Object()
        for pair in pairs {
            guard let (key, value) = KeyValueSources.split(pair) else {
                throw .message("annotation \(pair) is invalid and should be in format key=[value]")
            }
            result[key] = .string(value)
        }
        return result
    }
}

/// `shop.example.com/cart*=cart:80,tls=cert`
///
/// Source: `k8s.io/kubectl/pkg/cmd/create/create_ingress.go`.
struct IngressRule {
    var host: String
    /// With its leading slash and, for a prefix, its trailing star.
    var path: String
    /// `cart:80`
    var service: String
    /// The secret after `tls=`; empty for `tls` alone, `nil` without it.
    var secret: String?

    init(_ text: String) throws(KubectlError) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let sides = parts[0].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        let place = sides[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2, place.count == 2, parts.count <= 2, Self.isService(sides[1]),
            parts.count == 1 || parts[1] == "tls" || parts[1].hasPrefix("tls=") && parts[1].count > 4
        else {
            throw .message("rule \(text) is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]")
        }
        (host, path, service) = (place[0], "/" + place[1], sides[1])
        secret = parts.count == 1 ? nil : String(parts[1].dropFirst(4))
    }

    private static func isService(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == UInt8(ascii: "-")
                            || byte == UInt8(ascii: "_")
                    }
            }
    }
}

extension IngressRule {
    static func backend(_ text: String) -> Value {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let port: Value = Int(parts[1]).map { ["number": Value($0)] } ?? ["name": .string(parts[1])]
        return ["service": ["name": .string(parts[0]), "port": port]]
    }

    /// Rules of one host are joined.
    static func rules(_ rules: [IngressRule]) -> Value {
        var hosts: [String] = []
        var paths: [String: [Value]] = [:]
        for rule in rules {
            if paths[rule.host] == nil { hosts.append(rule.host) }
            let isPrefix = rule.path.hasSuffix("*")
            paths[rule.host, default: []].append([
                "path": .string(isPrefix ? String(rule.path.dropLast()) : rule.path),
                "pathType": .string(isPrefix ? "Prefix" : "Exact"), "backend": backend(rule.service),
            ])
        }
        return .array(
            hosts.map { host in
                var rule: Object = ["http": ["paths": .array(paths[host] ?? [])]]
                if !host.isEmpty { rule["host"] = .string(host) }
                return .object(rule)
            })
    }

    /// Each host once, joined by secret; `nil` when no rule asks for TLS.
    static func certificates(_ rules: [IngressRule]) -> Value? {
        var entries: [(secret: String, hosts: [String])] = []
        var seen: Set<String> = []
        for rule in rules {
            guard let secret = rule.secret, seen.insert(rule.host).inserted else { continue }
            if let index = entries.firstIndex(where: { $0.secret == secret }) {
                entries[index].hosts.append(rule.host)
            } else if !rule.host.isEmpty || !secret.isEmpty {
                entries.append((secret, rule.host.isEmpty ? [] : [rule.host]))
            }
        }
        guard !entries.isEmpty else { return nil }
        return .array(
            entries.map { entry in
                var tls = Object()
                if !entry.hosts.isEmpty { tls["hosts"] = Value(entry.hosts) }
                if !entry.secret.isEmpty { tls["secretName"] = .string(entry.secret) }
                return .object(tls)
            })
    }
}

import Documents
import KubeModel

/// The ranges and single addresses of services. Source: pkg/apis/networking/validation/validation.go
enum AddressKindRules {
    static func range(_ range: Object, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["cidrs"]
        let blocks = range.part("spec").texts("cidrs")
        if blocks.isEmpty { return errors.required(path, "at least one CIDR required") }
        if blocks.count > 2 {
            return errors.invalid(path, .value(Value(blocks)), "may only hold up to 2 values")
        }
        for (index, block) in blocks.enumerated() {
            errors.invalid(path[index], block, NetworkAddress.problems(ofBlock: block))
        }
        let families = blocks.compactMap { AddressBlock($0)?.address.isVersion4 }
        if families.count == 2, families[0] == families[1] {
            errors.invalid(
                path, .value(Value(blocks)),
                "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64")
        }
    }

    static func address(_ address: Object, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["parentRef"]
        guard let parent = address.part("spec")["parentRef"] else { return errors.required(path) }
        for field in ["resource", "name"] where parent.text(field).isEmpty { errors.required(path[field]) }
        for field in ["resource", "namespace", "name"] where !parent.text(field).isEmpty {
            errors.invalid(path[field], parent.text(field), Names.pathSegmentProblems(parent.text(field)))
        }
        let group = parent.text("group")
        if !group.isEmpty { errors.invalid(path["group"], group, Names.subdomainProblems(group)) }
    }

    /// The name of an address is the address, written as briefly as it can be.
    static let addressName: MetadataRules.NameRule = { name in
        NetworkAddress(name) == nil ? ["must be a canonical form IP address"] : []
    }
}

/// Requests for certificates. Source: pkg/apis/certificates/validation/validation.go
enum CertificateRequestRules {
    static func check(_ request: Object, _ errors: inout FieldErrors) {
        let spec = request.part("spec")
        let text = spec.text("request")
        if !isRequest(text) {
            errors.invalid(FieldPath.spec["request"], text, "PEM block type must be CERTIFICATE REQUEST")
        }
        if spec.list("usages").isEmpty { errors.required(FieldPath.spec["usages"]) }
        let usages = spec.texts("usages")
        for (index, usage) in usages.enumerated() {
            errors.oneOf(FieldPath.spec["usages"][index], usage, Self.usages)
        }
        for (index, usage) in usages.enumerated() where usages[..<index].contains(usage) {
            errors.duplicate(FieldPath.spec["usages"][index], .string(usage))
        }
        signer(spec.text("signerName"), FieldPath.spec["signerName"], &errors)
        if let seconds = spec.number("expirationSeconds"), seconds < 600 {
            errors.invalid(
                FieldPath.spec["expirationSeconds"], seconds,
                "may not specify a duration less than 600 seconds (10 minutes)")
        }
    }

    private static let usages = [
        "any", "cert sign", "client auth", "code signing", "content commitment", "crl sign", "data encipherment",
        "decipher only", "digital signature", "email protection", "encipher only", "ipsec end system", "ipsec tunnel",
        "ipsec user", "key agreement", "key encipherment", "microsoft sgc", "netscape sgc", "ocsp signing", "s/mime",
        "server auth", "signing", "timestamping",
    ]

    /// A certificate request in PEM, in base64; its contents are not looked into.
    private static func isRequest(_ text: String) -> Bool {
        guard let bytes = Base64.decode(text) else { return false }
        return String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE REQUEST-----")
    }

    private static func signer(_ name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard !name.isEmpty else { return errors.required(path) }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            return errors.invalid(
                path, name, "must be a fully qualified domain and path of the form 'example.com/signer-name'")
        }
        if parts[0].split(separator: ".").count < 2 {
            errors.invalid(path, name, "should be a domain with at least two segments separated by dots")
        }
        errors.invalid(path, name, Names.subdomainProblems(parts[0]))
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        if new["spec"] != old["spec"] {
            errors.forbidden(.spec, "updates to certificatesigningrequest spec are forbidden")
        }
    }
}

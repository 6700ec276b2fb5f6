import Documents
import KubeAPI
import KubeModel

extension Command {
    static let certificate = Command(
        name: "certificate", group: .cluster, usage: "SUBCOMMAND", summary: "Modify certificate resources.",
        subcommands: [.certificateApprove, .certificateDeny], action: .help)

    static let certificateApprove = Command(
        name: "approve", group: .subcommands, usage: "(-f FILENAME | NAME)",
        summary: "Approve a certificate signing request.",
        details:
            "The signer then issues the certificate. Look at the request first: a certificate gives its owner whatever the request names.",
        examples: """
            # Let jane in
            kubectl certificate approve jane
            """,
        flags: Flag.filename("identifying the resource to update") + Flag.printing + [
            .bool("force", "Update the CSR even if it is already approved.")
        ],
        completion: .names("certificatesigningrequests"),
        action: .run { context throws(KubectlError) in try context.review(type: "Approved", operation: "approved") })

    static let certificateDeny = Command(
        name: "deny", group: .subcommands, usage: "(-f FILENAME | NAME)",
        summary: "Deny a certificate signing request.",
        examples: """
            # Not this one
            kubectl certificate deny stranger
            """,
        flags: Flag.filename("identifying the resource to update") + Flag.printing + [
            .bool("force", "Update the CSR even if it is already denied.")
        ],
        completion: .names("certificatesigningrequests"),
        action: .run { context throws(KubectlError) in try context.review(type: "Denied", operation: "denied") })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/certificates/certificates.go`.
    fileprivate mutating func review(type: String, operation: String) throws(KubectlError) {
        var query = query()
        query.defaultType = "certificatesigningrequests"
        query.fetchesLatest = true
        if arguments.isEmpty, query.files.isEmpty {
            throw .message("one or more CSRs must be specified as <name> or -f <filename>")
        }
        let result = try find(query)
        var printer = try printer(operation: operation, dryRun: .none)
        for var info in result.infos {
            guard var object = info.object else { continue }
            var conditions = object["status"]?["conditions"]?.array ?? []
            let opposite = type == "Approved" ? "Denied" : "Approved"
            if conditions.contains(where: { $0["type"]?.string == opposite }) {
                throw .message("certificate signing request \(info.name.goQuoted) is already \(opposite)")
            }
            if !conditions.contains(where: { $0["type"]?.string == type }) || flags.bool("force") {
                conditions.removeAll { $0["type"]?.string == type }
                conditions.append([
                    "type": .string(type), "status": "True",
                    "reason": .string("Kubectl\(type == "Approved" ? "Approve" : "Deny")"),
                    "message": .string(
                        "This CSR was \(operation) by kubectl certificate \(type == "Approved" ? "approve" : "deny")."),
                    "lastUpdateTime": .string(now.rfc3339),
                ])
                object["status", "conditions"] = .array(conditions)
                info.subresource = "approval"
                object = try replace(object, info, WriteOptions(fieldManager: "kubectl", validation: .warn))
            }
            try show(object, with: &printer)
        }
        if let error = KubectlError.joined(result.errors) { throw error }
        if result.infos.isEmpty { writeLine("No resources found") }
    }
}

import Documents

extension TableDefinition {
    static let certificateSigningRequests = TableDefinition([
        .name,
        .age,
        Column("SignerName") { $0.text("spec", "signerName").or("<none>") },
        Column("Requestor") { $0.text("spec", "username") },
        Column("RequestedDuration") { request in
            request["spec"]?["expirationSeconds"]?.int.map { HumanDuration.text(.seconds($0)) } ?? "<none>"
        },
        Column("Condition") { CertificateText.condition($0) },
    ])
}

enum CertificateText {
    /// `Pending`, `Approved,Issued`, `Denied`
    static func condition(_ request: Object) -> String {
        let types = request.list("status", "conditions").map { $0.text("type") }
        let decision = types.contains("Denied") ? "Denied" : types.contains("Approved") ? "Approved" : "Pending"
        return decision + (types.contains("Failed") ? ",Failed" : "")
            + (request.text("status", "certificate").isEmpty ? "" : ",Issued")
    }
}

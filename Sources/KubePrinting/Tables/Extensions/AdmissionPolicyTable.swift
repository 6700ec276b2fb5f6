import Documents

extension TableDefinition {
    static let validatingAdmissionPolicies = admissionPolicies("Validations", "validations")
    static let mutatingAdmissionPolicies = admissionPolicies("Mutations", "mutations")

    private static func admissionPolicies(_ title: String, _ field: String) -> TableDefinition {
        TableDefinition([
            .name,
            .integer(title) { $0.list("spec", field).count },
            Column("ParamKind") { policy in
                policy["spec"]?["paramKind"].map { "\($0.text("apiVersion"))/\($0.text("kind"))" } ?? "<unset>"
            },
            .age,
        ])
    }
}

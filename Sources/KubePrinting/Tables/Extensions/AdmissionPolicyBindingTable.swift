import Documents

extension TableDefinition {
    /// Bindings of validating and of mutating admission policies.
    static let admissionPolicyBindings = TableDefinition([
        .name,
        Column("PolicyName") { $0.text("spec", "policyName") },
        Column("ParamRef") { $0["spec"]?["paramRef"].map(parameter) ?? "<unset>" },
        .age,
    ])

    /// `shop/limits`, `*/limits` when no namespace is given, or the selector.
    private static func parameter(_ reference: Value) -> String {
        let name = reference.text("name")
        if !name.isEmpty { return "\(reference.text("namespace").or("*"))/\(name)" }
        return reference["selector"].map(LabelText.plainSelector) ?? "<unset>"
    }
}

import KubeModel

extension Validator {
    static let extensions: [String: Validator] = [
        "CustomResourceDefinition": Validator(rules: CustomResourceDefinitionRules.check)
    ]
}

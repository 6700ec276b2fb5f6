import KubeModel

extension Validator {
    static let extensions: [String: Validator] = [
        "CustomResourceDefinition": Validator(
            rules: CustomResourceDefinitionRules.check, updateRules: CustomResourceDefinitionRules.checkUpdate,
            hasOwnUpdate: true),
        "APIService": Validator(rules: APIServiceRules.check),
    ]
}

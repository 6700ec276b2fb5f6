import Documents
import KubeModel

extension TableDefinition {
    static let ingressClasses = TableDefinition([
        Column(ColumnHeading("Name", isName: true)) { object, _ in
            let isDefault = object.annotations["ingressclass.kubernetes.io/is-default-class"]?.string == "true"
            return .string(isDefault ? object.name + " (default)" : object.name)
        },
        Column("Controller") { $0.text("spec", "controller") },
        Column("Parameters") { $0["spec"]?["parameters"].map(parameters) ?? "<none>" },
        .age,
    ])

    /// `IngressParameters.example.com/external`
    private static func parameters(_ parameters: Value) -> String {
        let group = parameters["apiGroup"]?.string.map { "." + $0 } ?? ""
        return "\(parameters.text("kind"))\(group)/\(parameters.text("name"))"
    }
}

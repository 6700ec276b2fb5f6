import Documents
import KubeModel

extension Describer {
    static let podDisruptionBudget = Describer { budget, writer in
        writer.field("Name", budget.name)
        writer.field("Namespace", budget.namespace)
        if let available = budget["spec"]?["minAvailable"] {
            writer.field("Min available", available.scalarText)
        } else {
            writer.optional("Max unavailable", budget["spec"]?["maxUnavailable"])
        }
        writer.field("Selector", budget["spec"]?["selector"].map(LabelText.selector) ?? "<unset>")
        writer.line("Status:")
        let counts = [
            ("Allowed disruptions", "disruptionsAllowed"), ("Current", "currentHealthy"),
            ("Desired", "desiredHealthy"), ("Total", "expectedPods"),
        ]
        for (title, field) in counts { writer.field(title, budget.count("status", field), level: 2) }
    }
}

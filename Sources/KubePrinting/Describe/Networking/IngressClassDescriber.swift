import Documents
import KubeModel

extension Describer {
    static let ingressClass = Describer { ingressClass, writer in
        writer.metadata(of: ingressClass, hasNamespace: false)
        writer.field("Controller", ingressClass.text("spec", "controller"))
        guard let parameters = ingressClass["spec"]?["parameters"] else { return }
        writer.line("Parameters:")
        writer.optional("APIGroup", parameters["apiGroup"], level: 1)
        writer.field("Kind", parameters.text("kind"), level: 1)
        writer.field("Name", parameters.text("name"), level: 1)
    }
}

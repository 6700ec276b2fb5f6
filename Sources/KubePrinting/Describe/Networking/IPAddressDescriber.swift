import Documents
import KubeModel

extension Describer {
    static let ipAddress = Describer { address, writer in
        writer.metadata(of: address, hasNamespace: false)
        guard let parent = address["spec"]?["parentRef"] else { return }
        writer.line("Parent Reference:")
        for (title, field) in [
            ("Group", "group"), ("Resource", "resource"), ("Namespace", "namespace"), ("Name", "name"),
        ] {
            writer.field(title, parent.text(field), level: 1)
        }
    }
}

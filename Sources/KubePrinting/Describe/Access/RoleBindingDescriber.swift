import Documents
import KubeModel

extension Describer {
    /// Role bindings and cluster role bindings.
    static let roleBinding = Describer(events: .none) { binding, writer in
        writer.metadata(of: binding, hasNamespace: false)
        writer.line("Role:")
        writer.field("Kind", binding.text("roleRef", "kind"), level: 1)
        writer.field("Name", binding.text("roleRef", "name"), level: 1)
        writer.line("Subjects:")
        writer.headings(["Kind", "Name", "Namespace"])
        for subject in binding.list("subjects") {
            writer.row(["kind", "name", "namespace"].map { subject.text($0) })
        }
    }
}

import KubeModel

extension Describer {
    static let serviceCIDR = Describer { range, writer in
        writer.metadata(of: range, hasNamespace: false)
        writer.field("CIDRs", range.list("spec", "cidrs").map(\.scalarText).joined(separator: ", "))
        if !range.list("status", "conditions").isEmpty { writer.line("Status:") }
        writer.datedConditions(of: range)
    }
}

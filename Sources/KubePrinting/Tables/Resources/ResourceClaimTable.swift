import Documents
import KubeModel

extension TableDefinition {
    static let resourceClaims = TableDefinition([.name, Column("State") { state($0) }, .age])

    /// `pending`, `allocated,reserved`, `deleted,allocated`
    private static func state(_ claim: Object) -> String {
        let isAllocated = claim["status"]?["allocation"] != nil
        var states = claim.isTerminating ? ["deleted"] : []
        if !isAllocated, !claim.isTerminating { states.append("pending") }
        if isAllocated { states.append("allocated") }
        if isAllocated, !claim.list("status", "reservedFor").isEmpty { states.append("reserved") }
        return states.joined(separator: ",")
    }
}

import Documents

extension TableDefinition {
    static let csiDrivers = TableDefinition([
        .name,
        .boolean("AttachRequired") { $0["spec"]?["attachRequired"]?.bool ?? true },
        .boolean("PodInfoOnMount") { $0.flag("spec", "podInfoOnMount") },
        .boolean("StorageCapacity") { $0.flag("spec", "storageCapacity") },
        Column("TokenRequests") { driver in
            driver["spec"]?["tokenRequests"]?.array?.map { $0.text("audience") }.joined(separator: ",") ?? "<unset>"
        },
        .boolean("RequiresRepublish") { $0.flag("spec", "requiresRepublish") },
        Column("Modes") { driver in
            driver.list("spec", "volumeLifecycleModes").map(\.scalarText).joined(separator: ",").or("<none>")
        },
        .age,
    ])
}

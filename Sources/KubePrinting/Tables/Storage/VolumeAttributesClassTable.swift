extension TableDefinition {
    static let volumeAttributesClasses = TableDefinition([
        .name, Column("DriverName") { $0.text("driverName") }, .age,
    ])
}

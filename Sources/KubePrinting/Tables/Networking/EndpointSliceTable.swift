import Documents

extension TableDefinition {
    static let endpointSlices = TableDefinition([
        .name,
        Column("AddressType") { $0.text("addressType") },
        Column("Ports") { slice in
            let ports = slice.list("ports").map { ($0["port"] ?? $0["name"])?.scalarText ?? "*" }
            return EndpointsText.shortened(ports).or("<unset>")
        },
        Column("Endpoints") { slice in
            let addresses = slice.list("endpoints").flatMap { $0.list("addresses").map(\.scalarText) }
            return EndpointsText.shortened(addresses).or("<unset>")
        },
        .age,
    ])
}

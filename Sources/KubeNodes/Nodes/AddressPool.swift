/// The addresses that the pods of one network are given in turn: `192.168.1.2` to `192.168.1.254`, and again.
struct AddressPool: Sendable {
    /// `192.168.1`
    let network: String
    private var used: Set<Int>
    private var next = 2

    init(network: String) {
        self.network = network
        used = []
    }
}

extension AddressPool {
    /// Keeps an address of a node out of the pods' hands.
    mutating func reserve(_ address: String) {
        if let last = host(of: address) { used.insert(last) }
    }

    /// The next free address; `nil` when all are taken.
    mutating func take() -> String? {
        for _ in 2...254 {
            let candidate = next
            next = next == 254 ? 2 : next + 1
            if used.insert(candidate).inserted { return "\(network).\(candidate)" }
        }
        return nil
    }

    mutating func release(_ address: String) {
        if let last = host(of: address) { used.remove(last) }
    }

    private func host(of address: String) -> Int? {
        guard address.hasPrefix(network + ".") else { return nil }
        return Int(address.dropFirst(network.count + 1))
    }
}

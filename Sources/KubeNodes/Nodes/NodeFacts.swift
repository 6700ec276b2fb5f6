package import Documents
package import KubeModel

/// What a node is before anything runs on it: its name, place and size.
package struct NodeFacts: Hashable, Sendable {
    package var name: String
    /// Its address inside the cluster: `192.168.1.107`.
    package var address: String
    package var zone: String
    /// The three leading numbers of the addresses of its pods: `192.168.1`.
    package var podNetwork: String
    package var cpu = "2"
    package var memory = "3943372Ki"
    package var storage = "20959212Ki"
    package var labels: [String: String] = [:]

    package init(name: String, address: String, zone: String, podNetwork: String) {
        self.name = name
        self.address = address
        self.zone = zone
        self.podNetwork = podNetwork
    }
}

extension NodeFacts {
    private static let domain = "ap-northeast-1.compute.internal"

    /// The first nodes of every cluster; a bigger one gets more of the same kind, each in a network of its own.
    package static func standard(count: Int) -> [NodeFacts] {
        (0..<count).map { index in
            switch index {
            case 0: node([192, 168, 1, 107], zone: "a")
            case 1: node([192, 168, 1, 42], zone: "a")
            case 2: node([192, 168, 2, 15], zone: "c")
            default: further(index)
            }
        }
    }

    private static func further(_ index: Int) -> NodeFacts {
        let zone = ["a", "c", "d"][index % 3]
        let number = index + 1
        guard number < 256 else { return node([172, 16 + number / 256, number % 256, 10], zone: zone) }
        return node([192, 168, number, 10], zone: zone)
    }

    private static func node(_ address: [Int], zone: String) -> NodeFacts {
        let numbers = address.map(String.init)
        return NodeFacts(
            name: "ip-\(numbers.joined(separator: "-")).\(domain)", address: numbers.joined(separator: "."),
            zone: "ap-northeast-1\(zone)", podNetwork: numbers.dropLast().joined(separator: "."))
    }
}

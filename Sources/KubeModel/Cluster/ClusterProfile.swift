/// What kind of cluster is simulated.
package enum ClusterProfile: String, Sendable, CaseIterable {
    /// What the learner of the notes has: `bare` with a load balancer, a default StorageClass, cluster DNS and metrics.
    case eks
    /// Nodes that run real containers, and nothing added: no DNS, no load balancer, no StorageClass.
    case bare
    /// Nodes on which any image is pulled at once and runs for ever; no logs, no exec.
    case hollow
}

/// The name, addresses and zone of one node.
package struct NodeDescription: Hashable, Sendable {
    package var name: String
    /// `192.168.1.107`
    package var address: String
    /// `ap-northeast-1a`
    package var zone: String
    /// The first three numbers of the addresses of its pods: `192.168.1`.
    package var podNetwork: String

    package init(name: String, address: String, zone: String, podNetwork: String) {
        self.name = name
        self.address = address
        self.zone = zone
        self.podNetwork = podNetwork
    }

    /// The nodes of a cluster: first the three of the notes, then as many like them as are asked for.
    package static func nodes(count: Int) -> [NodeDescription] {
        (0..<count).map { index in
            switch index {
            case 0: node(subnet: 1, host: 107, zone: "a", pods: "192.168.1")
            case 1: node(subnet: 1, host: 42, zone: "a", pods: "192.168.3")
            case 2: node(subnet: 2, host: 15, zone: "c", pods: "192.168.2")
            default:
                node(
                    subnet: 4 + index / 200, host: 10 + index % 200, zone: index.isMultiple(of: 2) ? "a" : "c",
                    pods: "10.\(index / 256 + 1).\(index % 256)")
            }
        }
    }

    private static func node(subnet: Int, host: Int, zone: String, pods: String) -> NodeDescription {
        NodeDescription(
            name: "ip-192-168-\(subnet)-\(host).ap-northeast-1.compute.internal", address: "192.168.\(subnet).\(host)",
            zone: "ap-northeast-1\(zone)", podNetwork: pods)
    }
}

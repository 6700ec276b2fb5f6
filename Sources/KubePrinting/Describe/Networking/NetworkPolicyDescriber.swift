import Documents
import KubeModel

extension Describer {
    static let networkPolicy = Describer(events: .none) { policy, writer in
        writer.field("Name", policy.name)
        writer.field("Namespace", policy.namespace)
        writer.field("Created on", TimeText.plain(policy.creationTimestamp))
        writer.labels("Labels", policy.labels)
        writer.annotations(policy.annotations)
        writer.line("Spec:")
        let selector = LabelText.plainSelector(policy["spec"]?["podSelector"])
        let everyPod = "<none> (Allowing the specific traffic to all pods in this namespace)"
        writer.line("PodSelector:     \(selector.or(everyPod))", level: 1)
        let types = policy.list("spec", "policyTypes").map(\.scalarText)
        for direction in [PolicyDirection.ingress, .egress] {
            if types.contains(direction.type) {
                writer.line("Allowing \(direction.word) traffic:", level: 1)
                writer.policyRules(policy.list("spec", direction.word), direction)
            } else {
                writer.line("Not affecting \(direction.word) traffic", level: 1)
            }
        }
        writer.line("Policy Types: \(types.joined(separator: ", ").or("<none>"))", level: 1)
    }
}

/// The two directions of traffic with the words that differ between them.
struct PolicyDirection: Sendable {
    let type: String
    let word: String
    /// `From`, `To`
    let peerTitle: String
    let peerField: String
    /// `source`, `destination`
    let peerWord: String

    static let ingress = PolicyDirection(
        type: "Ingress", word: "ingress", peerTitle: "From", peerField: "from", peerWord: "source")
    static let egress = PolicyDirection(
        type: "Egress", word: "egress", peerTitle: "To", peerField: "to", peerWord: "destination")
}

extension DescribeWriter {
    fileprivate mutating func policyRules(_ rules: [Value], _ direction: PolicyDirection) {
        if rules.isEmpty {
            line("<none> (Selected pods are isolated for \(direction.word) connectivity)", level: 2)
        }
        for (index, rule) in rules.enumerated() {
            if index > 0 { line("----------", level: 2) }
            policyPorts(rule.list("ports"))
            let peers = rule.list(direction.peerField)
            if peers.isEmpty {
                line("\(direction.peerTitle): <any> (traffic not restricted by \(direction.peerWord))", level: 2)
            }
            for peer in peers { policyPeer(peer, direction.peerTitle) }
        }
    }

    private mutating func policyPorts(_ ports: [Value]) {
        if ports.isEmpty { line("To Port: <any> (traffic allowed to all ports)", level: 2) }
        for port in ports {
            let number = port["port"]?.scalarText ?? "<nil>"
            let transport = port.text("protocol").or("TCP")
            if let end = port["endPort"]?.int {
                line("To Port Range: \(number)-\(end)/\(transport)", level: 2)
            } else {
                line("To Port: \(number)/\(transport)", level: 2)
            }
        }
    }

    private mutating func policyPeer(_ peer: Value, _ title: String) {
        line("\(title):", level: 2)
        for (title, field) in [("NamespaceSelector", "namespaceSelector"), ("PodSelector", "podSelector")] {
            if let selector = peer[field] { line("\(title): \(LabelText.selector(selector))", level: 3) }
        }
        guard let block = peer["ipBlock"], peer["podSelector"] == nil, peer["namespaceSelector"] == nil else { return }
        line("IPBlock:", level: 3)
        line("CIDR: \(block.text("cidr"))", level: 4)
        line("Except: \(block.list("except").map(\.scalarText).joined(separator: ", "))", level: 4)
    }
}

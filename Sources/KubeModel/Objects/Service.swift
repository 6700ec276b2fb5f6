package import Documents

/// One name and address for a set of pods.
package struct Service: ObjectView {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension Service {
    package enum Kind: String, Sendable {
        case clusterIP = "ClusterIP"
        case nodePort = "NodePort"
        case loadBalancer = "LoadBalancer"
        case externalName = "ExternalName"
    }

    package var kind: Kind { object["spec"]?["type"]?.string.flatMap(Kind.init) ?? .clusterIP }
    package var isHeadless: Bool { object["spec"]?["clusterIP"]?.string == "None" }
    package var ports: [Value] { object["spec"]?["ports"]?.array ?? [] }
    package var publishesNotReady: Bool { object["spec"]?["publishNotReadyAddresses"]?.bool ?? false }

    /// The labels of its pods; `nil` when its endpoints are written by hand.
    package var selector: Object? {
        guard let selector = object["spec"]?["selector"]?.object, !selector.isEmpty else { return nil }
        return selector
    }

    /// Whether a pod with these labels belongs to it.
    package func selects(_ labels: Object) -> Bool {
        selector.map { selector in selector.allSatisfy { labels[$0.0] == $0.1 } } ?? false
    }
}

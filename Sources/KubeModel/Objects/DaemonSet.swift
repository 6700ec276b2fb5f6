package import Documents

/// One pod on every node that fits.
package struct DaemonSet: PodTemplateOwner {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension DaemonSet {
    package enum UpdateStrategy: String, Sendable {
        case rollingUpdate = "RollingUpdate"
        case onDelete = "OnDelete"
    }

    package static let templateGenerationAnnotation = "deprecated.daemonset.template.generation"

    package var updateStrategy: UpdateStrategy {
        object["spec"]?["updateStrategy"]?["type"]?.string.flatMap(UpdateStrategy.init) ?? .rollingUpdate
    }

    package func maxUnavailable(of nodes: Int) -> Int { limit("maxUnavailable", of: nodes, otherwise: 1) }
    package func maxSurge(of nodes: Int) -> Int { limit("maxSurge", of: nodes, otherwise: 0) }

    private func limit(_ name: String, of nodes: Int, otherwise: Int) -> Int {
        let value = object["spec"]?["updateStrategy"]?["rollingUpdate"]?[name]
        return IntOrPercent(value)?.resolved(of: nodes, roundingUp: true) ?? otherwise
    }
}

import Documents
import KubeModel

extension Describer {
    static let csiNode = Describer { node, writer in
        writer.metadata(of: node, hasNamespace: false)
        writer.creationTime(of: node)
        writer.line("Spec:")
        guard let drivers = node["spec"]?["drivers"]?.array else { return }
        writer.line("Drivers:", level: 1)
        for driver in drivers {
            writer.line("\(driver.text("name")):", level: 2)
            writer.field("Node ID", driver.text("nodeID"), level: 3)
            if let count = driver["allocatable", "count"]?.int {
                writer.line("Allocatables:", level: 3)
                writer.field("Count", count, level: 4)
            }
            if let keys = driver["topologyKeys"]?.array {
                writer.field("Topology Keys", "[\(keys.map(\.scalarText).joined(separator: " "))]", level: 3)
            }
        }
    }
}

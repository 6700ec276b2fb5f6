import ArgumentParser
import KubeModel
import Simulation

/// The options by which a cluster is described.
struct ClusterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What kind of cluster: eks, bare or hollow.", valueName: "name"))
    var profile: ClusterProfile = .eks

    @Option(help: ArgumentHelp("How many nodes.", valueName: "count"))
    var nodes = 3

    @Option(
        help: ArgumentHelp(
            "Where chance begins: the same seed gives the same names and addresses.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("When the simulated clock begins, such as 2026-01-05T09:00:00Z.", valueName: "time"))
    var start: Instant = Self.defaultStart

    /// A Monday morning; scripts are the same on every day that they are run.
    static let defaultStart = Instant(seconds: 1_767_603_600)
    static let nodesMax = 1000

    func validate() throws {
        guard (0...Self.nodesMax).contains(nodes) else {
            throw ValidationError("--nodes takes a number from 0 to \(Self.nodesMax)")
        }
    }

    func cluster(content: ContentFolder) throws -> Cluster {
        try Cluster(
            ClusterConfiguration(profile: profile, nodeCount: nodes, seed: seed, start: start, images: content.images())
        )
    }
}

extension ClusterProfile: ExpressibleByArgument {}

extension Instant: ExpressibleByArgument {
    package init?(argument: String) { self.init(rfc3339: argument) }
}

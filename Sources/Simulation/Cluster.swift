package import KubeAPI
package import KubeControllers
package import KubeModel
package import KubeNodes

/// A whole simulated cluster as one value: copying it is a snapshot, and the copy lives its own life.
///
/// Inside there is one thread and no waiting: time moves from event to event, and whatever is due at an instant runs in a
/// fixed order until nothing more happens at that instant. The same seed and the same requests give the same cluster.
package struct Cluster: Sendable {
    package internal(set) var api: APIServer
    package internal(set) var controllers: ControllerManager
    package internal(set) var scheduler: Scheduler
    package internal(set) var nodes: NodeFleet
    package let profile: ClusterProfile
    package var budget = Budget()
    /// Up to which revision the components have seen what was written.
    var observedRevision: Int64 = 0
    /// The API server's own periodic work, such as forgetting old events.
    var nextHousekeeping: Instant
}

extension Cluster {
    /// A new cluster with its nodes Ready, at the moment `start`.
    package init(_ configuration: ClusterConfiguration) throws(ClusterError) {
        let descriptions = NodeDescription.nodes(count: configuration.nodeCount)
        api = APIServer(now: configuration.start - ClusterBootstrap.age, seed: configuration.seed)
        controllers = ControllerManager(profile: configuration.profile, nodeCount: configuration.nodeCount)
        scheduler = Scheduler()
        nodes = NodeFleet(nodes: descriptions, profile: configuration.profile, images: configuration.images)
        profile = configuration.profile
        nextHousekeeping = configuration.start + Self.housekeepingPeriod
        do {
            try ClusterBootstrap.fill(&api, profile: configuration.profile)
            try nodes.register(api: &api)
            if configuration.profile == .eks { api.serveMetrics() }
        } catch {
            throw .bootstrap(error)
        }
        _ = run(until: configuration.start)
    }

    static let housekeepingPeriod = Duration.seconds(600)

    package var now: Instant { api.now }
}

/// What a new cluster is made from.
package struct ClusterConfiguration: Sendable {
    package var profile = ClusterProfile.eks
    package var nodeCount = 3
    package var seed: UInt64 = 1
    package var start: Instant
    package var images: ImageCatalog

    package init(
        profile: ClusterProfile = .eks, nodeCount: Int = 3, seed: UInt64 = 1, start: Instant, images: ImageCatalog
    ) {
        self.profile = profile
        self.nodeCount = nodeCount
        self.seed = seed
        self.start = start
        self.images = images
    }
}

package enum ClusterError: Error, Sendable {
    /// The cluster's own first objects were refused.
    case bootstrap(APIError)
}

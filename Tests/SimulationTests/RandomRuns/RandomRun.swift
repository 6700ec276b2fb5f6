import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation

/// A cluster that is given random manifests, commands and faults, all drawn from one seed.
struct RandomRun {
    let seed: UInt64
    var cluster: Cluster
    var random: SeededGenerator
    /// What was done, for the message of a run that breaks a rule.
    var steps: [String] = []
    private var nameCount = 0

    static let start = Instant(seconds: 1_767_603_600)
    /// How long a run gets, once everything is healed, to come to rest.
    static let patience = Duration.seconds(3600)

    init(seed: UInt64) throws {
        self.seed = seed
        random = SeededGenerator(seed: seed)
        let profile: ClusterProfile = [.bare, .hollow, .eks][random.below(3)]
        cluster = try Cluster(
            ClusterConfiguration(
                profile: profile, nodeCount: 1 + random.below(4), seed: seed, start: Self.start,
                images: RandomImages.catalog))
        steps.append("\(profile) with \(cluster.api.list(.nodes).count) nodes")
    }
}

extension RandomRun {
    /// Does everything that the seed says, heals the cluster, and returns the rules that are broken in the end.
    mutating func run() -> [String] {
        var problems: [String] = []
        for _ in 0..<8 + random.below(12) {
            act()
            pass(.milliseconds(Int64(random.below(3) == 0 ? random.below(90_000) : random.below(4000))))
            problems += Invariants.always(cluster)
            if !problems.isEmpty { return problems }
        }
        heal()
        return comeToRest()
    }

    /// One random thing: something new, a change, or a fault.
    private mutating func act() {
        switch random.below(10) {
        case 0, 1, 2, 3: create()
        case 4, 5, 6, 7: change()
        default: fault()
        }
    }

    mutating func name(_ prefix: String) -> String {
        nameCount += 1
        return "\(prefix)\(nameCount)"
    }

    mutating func choose<Element>(_ elements: [Element]) -> Element { elements[random.below(elements.count)] }

    /// Sends a request as a learner; what the API refuses is part of the game.
    mutating func send(_ request: APIRequest, _ text: String) {
        do {
            _ = try cluster.send(request)
            steps.append(text)
        } catch {
            steps.append("\(text): \(error.message)")
        }
    }

    mutating func pass(_ duration: Duration) {
        cluster.run(until: cluster.now + duration)
    }

    /// Waits until the rules hold that hold at rest; a cluster that never gets there has broken them.
    private mutating func comeToRest() -> [String] {
        let end = cluster.now + Self.patience
        _ = cluster.runUntilSettled(limit: .seconds(900))
        var problems = Invariants.always(cluster) + Invariants.atRest(cluster)
        while !problems.isEmpty, cluster.now < end {
            pass(.milliseconds(7300))
            problems = Invariants.always(cluster) + Invariants.atRest(cluster)
        }
        return problems
    }

    /// Everything that the API holds, as one text.
    var state: String {
        var text = "\(cluster.now.microseconds) \(cluster.api.store.revision)\n"
        for type in cluster.api.resources.types {
            for object in cluster.api.list(type) { text += JSON.encode(.object(object)) + "\n" }
        }
        return text
    }
}

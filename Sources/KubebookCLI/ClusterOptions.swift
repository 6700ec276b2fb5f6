import ArgumentParser
import KubeModel
import Simulation
import Workbook

/// The options by which a cluster is described.
struct ClusterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What kind of cluster: eks, bare or hollow.", valueName: "name"))
    var profile: ClusterProfile?

    @Option(help: ArgumentHelp("How many nodes.", valueName: "count"))
    var nodes: Int?

    @Option(
        help: ArgumentHelp(
            "Where chance begins: the same seed gives the same names and addresses.", valueName: "number"))
    var seed: UInt64?

    @Option(help: ArgumentHelp("When the simulated clock begins, such as 2026-01-05T09:00:00Z.", valueName: "time"))
    var start: Instant?

    /// A Monday morning; scripts are the same on every day that they are run.
    static let defaultStart = Instant(seconds: 1_767_603_600)
    static let nodesMax = 1000

    func validate() throws {
        guard nodes.map((0...Self.nodesMax).contains) ?? true else {
            throw ValidationError("--nodes takes a number from 0 to \(Self.nodesMax)")
        }
    }

    /// The cluster that the options describe; what they leave open is as in a lesson, or as in every free cluster.
    func header(for lesson: Lesson? = nil) -> JournalHeader {
        header(over: lesson.map(JournalHeader.init) ?? Self.standard)
    }

    /// The cluster that the options make of another one.
    func header(over standard: JournalHeader) -> JournalHeader {
        JournalHeader(
            lesson: standard.lesson, profile: profile ?? standard.profile, nodes: nodes ?? standard.nodes,
            seed: seed ?? standard.seed, start: start ?? standard.start)
    }

    static let standard = JournalHeader(lesson: "", profile: .eks, nodes: 3, seed: 1, start: defaultStart)
}

extension ClusterProfile: ExpressibleByArgument {}

extension Instant: ExpressibleByArgument {
    package init?(argument: String) { self.init(rfc3339: argument) }
}

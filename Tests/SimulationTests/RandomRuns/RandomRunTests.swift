import Foundation
import Testing

/// Random manifests, commands and faults: whatever is done, the cluster keeps its rules, and does so again in the same way.
///
/// `KUBEBOOK_RANDOM_RUNS=1000` makes that many runs, `KUBEBOOK_RANDOM_SEEDS=501-1000` those of a part of them;
/// `KUBEBOOK_RANDOM_SEED=42` replays one and prints what was done.
struct RandomRunTests {
    private static let environment = ProcessInfo.processInfo.environment

    /// The seeds of this test run: few by default, so that it stays quick.
    static let seeds: [UInt64] = {
        if let seed = environment["KUBEBOOK_RANDOM_SEED"].flatMap({ UInt64($0) }) { return [seed] }
        let bounds = environment["KUBEBOOK_RANDOM_SEEDS"]?.split(separator: "-").compactMap { UInt64($0) } ?? []
        if bounds.count == 2, bounds[0] <= bounds[1] { return Array(bounds[0]...bounds[1]) }
        let count = environment["KUBEBOOK_RANDOM_RUNS"].flatMap { UInt64($0) } ?? 12
        return Array(1...max(1, count))
    }()

    @Test(arguments: seeds)
    func `a random run keeps the rules, twice in the same way`(seed: UInt64) throws {
        var first = try RandomRun(seed: seed)
        let problems = first.run()
        let story = first.steps.joined(separator: "\n")
        #expect(problems.isEmpty, "KUBEBOOK_RANDOM_SEED=\(seed) replays this:\n\(story)")
        var second = try RandomRun(seed: seed)
        _ = second.run()
        #expect(second.steps == first.steps, "seed \(seed) went another way")
        #expect(second.state == first.state, "seed \(seed) ended in another state")
        if Self.environment["KUBEBOOK_RANDOM_SEED"] != nil { print(story) }
    }
}

import Foundation
import Testing

/// `KUBEBOOK_RANDOM_SEEDS` and `KUBEBOOK_RANDOM_REQUESTS` make the run longer: 100 and 10000 are a million requests.
/// `KUBEBOOK_RANDOM_SEED` replays one seed.
struct RandomRunTests {
    private static func number(_ name: String, default fallback: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? fallback
    }

    static var seeds: [UInt64] {
        let one = number("KUBEBOOK_RANDOM_SEED", default: 0)
        if one > 0 { return [UInt64(one)] }
        return (1...max(1, number("KUBEBOOK_RANDOM_SEEDS", default: 10))).map(UInt64.init)
    }

    @Test(arguments: seeds)
    func `requests by chance keep the laws of the store`(seed: UInt64) throws {
        var run = try RandomRun(seed: seed)
        try run.run(requests: Self.number("KUBEBOOK_RANDOM_REQUESTS", default: 300))
    }
}

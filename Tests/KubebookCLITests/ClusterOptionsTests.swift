import ArgumentParser
import KubeModel
import Simulation
import Testing
import Workbook

@testable import KubebookCLI

struct ClusterOptionsTests {
    @Test func `begins as every free cluster when nothing is said`() throws {
        #expect(try ClusterOptions.parse([]).header() == ClusterOptions.standard)
    }

    @Test func `takes what is said`() throws {
        let options = try ClusterOptions.parse(
            ["--profile", "hollow", "--nodes", "5", "--seed", "7", "--start", "2026-01-05T09:00:00Z"])
        let start = try #require(Instant(rfc3339: "2026-01-05T09:00:00Z"))
        #expect(
            options.header()
                == JournalHeader(lesson: "", profile: .hollow, nodes: 5, seed: 7, start: start))
    }

    @Test func `changes of a lesson only what is said`() throws {
        var cluster = LessonCluster()
        cluster.seed = 3
        let lesson = Lesson(id: "demo", folder: "01-demo", cluster: cluster, steps: [])
        let header = try ClusterOptions.parse(["--nodes", "1"]).header(for: lesson)
        #expect(
            header == JournalHeader(lesson: "demo", profile: .eks, nodes: 1, seed: 3, start: cluster.start))
    }

    @Test(arguments: [["--nodes", "1001"], ["--profile", "x"], ["--seed", "-1"], ["--start", "noon"]])
    func `refuses what it cannot be`(arguments: [String]) {
        #expect(throws: (any Error).self) { try ClusterOptions.parse(arguments) }
    }
}

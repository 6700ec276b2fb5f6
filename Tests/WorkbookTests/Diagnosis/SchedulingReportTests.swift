import KubeModel
import Testing

@testable import Workbook

/// What `why` tells of the scheduler's tries.
struct SchedulingReportTests {
    private func why(_ lines: String...) throws -> [String] {
        var session = try freeSession()
        for line in lines { _ = session.run(line) }
        let told = session.run("why web").page.plainText.split(separator: "\n").map(String.init)
        return Array(told.drop { $0 != "What the scheduler tried (1):" })
    }

    @Test func `a filter for each node that was refused`() throws {
        let lines = try why(
            "kubectl get nodes -o name | while read node; do kubectl cordon $node; done",
            "kubectl run web --image=nginx", "sleep 2")
        #expect(lines.count == 5)
        #expect(lines[1].hasPrefix("  09:00:00  0/3 nodes are available: 3 node(s) were unschedulable."))
        let refusals = lines.dropFirst(2).filter {
            $0.hasPrefix("    ✗ ip-") && $0.hasSuffix("  NodeUnschedulable: node(s) were unschedulable")
        }
        #expect(refusals.count == 3)
    }

    @Test func `the points of each node that was fit`() throws {
        let lines = try why("kubectl run web --image=nginx", "sleep 2")
        #expect(lines.count == 5)
        #expect(lines[1].hasPrefix("  09:00:00  → ip-"))
        for line in lines.dropFirst(2) {
            #expect(line.hasPrefix("    ✓ ip-"))
            let sums = line.split(separator: "=").map { $0.split { !$0.isNumber }.compactMap { Int($0) } }
            #expect(sums.count == 2)
            #expect(sums.first?.last == sums.last?.reduce(0, +))
        }
    }
}

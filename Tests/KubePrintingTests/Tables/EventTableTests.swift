import Documents
import KubeModel
import KubePrinting
import Testing

struct EventTableTests {
    private func event(count: Int, first: Int, last: Int) -> Object {
        object(
            "web.1",
            [
                "involvedObject": [
                    "kind": "Pod", "name": "web", "namespace": "default", "fieldPath": "spec.containers{web}",
                ],
                "type": "Warning", "reason": "BackOff", "message": " Back-off restarting ", "count": Value(count),
                "firstTimestamp": ago(first), "lastTimestamp": ago(last),
                "source": ["component": "kubelet", "host": "node-1"],
            ])
    }

    @Test func `wide events tell their source and count`() {
        expectTable(
            .events, [event(count: 3, first: 140, last: 20)], wide: true,
            """
            LAST SEEN   TYPE      REASON    OBJECT    SUBOBJECT              SOURCE            MESSAGE               FIRST SEEN   COUNT   NAME
            20s         Warning   BackOff   pod/web   spec.containers{web}   kubelet, node-1   Back-off restarting   2m20s        3       web.1
            """)
    }

    @Test func `the history tells how often and how long`() {
        var printer = TablePrinter()
        let text = printer.print(
            [event(count: 3, first: 140, last: 20), event(count: 1, first: 9, last: 9)], of: .events,
            as: .eventHistory, now: noon)
        #expect(
            text
                == """
                LAST SEEN             TYPE      REASON    OBJECT    MESSAGE
                20s (x3 over 2m20s)   Warning   BackOff   Pod/web   Back-off restarting
                9s                    Warning   BackOff   Pod/web   Back-off restarting

                """)
    }

    @Test func `new events have a time of their own and a series`() {
        let event = object(
            "gate.1",
            [
                "regarding": ["kind": "Node", "name": "n1"], "note": "again", "reason": "R", "type": "Normal",
                "eventTime": "2026-11-22T11:59:00.000000Z", "reportingController": "scheduler",
                "series": ["count": 4, "lastObservedTime": "2026-11-22T11:59:50.500000Z"],
            ])
        let summary = EventSummary(event)
        #expect(summary.interval(now: noon) == "9s (x4 over 60s)")
        #expect(summary.source == "scheduler")
        #expect(summary.message == "again")
    }
}

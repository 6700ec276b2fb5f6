import Documents
import KubeModel
import KubePrinting
import Testing

struct TablePrinterTests {
    private let secrets = Tables.table(for: .secrets)

    private func printed(
        _ objects: [Object], _ resource: ResourceType = .deployments,
        _ change: (inout TablePrinter.Options) -> Void = { _ in }
    ) -> String {
        var options = TablePrinter.Options()
        change(&options)
        var printer = TablePrinter(options: options)
        return printer.print(objects, of: resource, as: Tables.table(for: resource), now: noon)
    }

    private func deployment(_ name: String, replicas: Int, labels: Object = [:]) -> Object {
        object(
            name, labels: labels,
            [
                "spec": ["replicas": Value(replicas)],
                "status": [
                    "readyReplicas": Value(replicas), "updatedReplicas": Value(replicas),
                    "availableReplicas": Value(replicas),
                ],
            ])
    }

    @Test func `labels as columns of their own`() {
        let objects = [
            deployment("api", replicas: 1, labels: ["app": "api", "tier": "front"]),
            deployment("cache", replicas: 2, labels: ["app": "cache"]),
        ]
        #expect(
            printed(objects) { $0.labelColumns = ["example.com/tier", "tier", "app"] }
                == """
                NAME    READY   UP-TO-DATE   AVAILABLE   AGE   TIER   TIER    APP
                api     1/1     1            1           5s           front   api
                cache   2/2     2            2           5s                   cache

                """)
        #expect(
            printed(objects) { $0.showsLabels = true }
                == """
                NAME    READY   UP-TO-DATE   AVAILABLE   AGE   LABELS
                api     1/1     1            1           5s    app=api,tier=front
                cache   2/2     2            2           5s    app=cache

                """)
    }

    @Test func `without headings the columns are at least six wide`() {
        #expect(
            printed([deployment("api", replicas: 1)]) { $0.hasHeadings = false } == "api   1/1   1     1     5s\n")
        #expect(printed([]).isEmpty)
    }

    @Test func `kind and namespace go before the name`() {
        #expect(
            printed([deployment("web", replicas: 1)]) {
                $0.showsKind = true
                $0.showsNamespace = true
            }
                == """
                NAMESPACE   NAME                  READY   UP-TO-DATE   AVAILABLE   AGE
                default     deployment.apps/web   1/1     1            1           5s

                """)
        #expect(
            printed([object("settings", ["data": ["a": "1"]])], .configMaps) { $0.showsKind = true }
                == "NAME                 DATA   AGE\nconfigmap/settings   1      5s\n")
    }

    @Test func `a watch keeps its headings and widths`() {
        var printer = TablePrinter()
        let first = printer.print(
            [deployment("a-long-name", replicas: 1)], of: .deployments, as: Tables.table(for: .deployments), now: noon)
        let second = printer.print(
            [deployment("b", replicas: 1)], of: .deployments, as: Tables.table(for: .deployments), now: noon)
        #expect(first.hasPrefix("NAME          READY"))
        #expect(second == "b             1/1     1            1           5s\n")
    }

    @Test func `watch events have a first column`() {
        var printer = TablePrinter()
        let text = printer.print([object("a")], of: .serviceAccounts, as: .nameAndAge, now: noon, event: "MODIFIED")
        #expect(text == "EVENT      NAME   AGE\nMODIFIED   a      5s\n")
    }

    @Test func `sections are apart by a blank line`() {
        let text = TableSections.text(
            [
                .init(
                    resource: .serviceAccounts, definition: Tables.table(for: .serviceAccounts),
                    objects: [object("default")]),
                .init(resource: .secrets, definition: secrets, objects: []),
                .init(
                    resource: .namespaces, definition: Tables.table(for: .namespaces),
                    objects: [object("kube-system", namespace: "", ["status": ["phase": "Active"]])]),
            ],
            options: {
                var options = TablePrinter.Options()
                options.showsKind = true
                return options
            }(), now: noon)
        #expect(
            text
                == """
                NAME                     AGE
                serviceaccount/default   5s

                NAME                    STATUS   AGE
                namespace/kube-system   Active   5s

                """)
    }

    @Test func `cells show their first line only and no escapes`() {
        let event = object(
            "e",
            [
                "involvedObject": ["kind": "Pod", "name": "web"], "type": "Warning", "reason": "Failed",
                "message": "\u{1B}[31mline 1\nline 2", "count": 1, "firstTimestamp": ago(4), "lastTimestamp": ago(4),
            ])
        expectTable(
            .events, [event],
            """
            LAST SEEN   TYPE      REASON   OBJECT    MESSAGE
            4s          Warning   Failed   pod/web   ^[[31mline 1...
            """)
    }
}

import Documents
import KubeModel
import KubePrinting
import Testing

struct CustomResourceTableTests {
    private let backup = yaml(
        """
        apiVersion: example.com/v1
        kind: Backup
        metadata: {name: nightly, namespace: default, creationTimestamp: "2026-11-22T11:59:55Z"}
        spec: {schedule: 0 3 * * *, keep: 7, active: true, targets: [a, b], ratio: 0.5}
        """)

    private func printed(_ columns: [Value], wide: Bool = false) throws -> String {
        var options = TablePrinter.Options()
        options.isWide = wide
        var printer = TablePrinter(options: options)
        return printer.print(
            [backup], of: .custom(backup), as: try TableDefinition(printerColumns: columns), now: noon)
    }

    private func column(_ name: String, _ type: String, _ path: String, priority: Int = 0) -> Value {
        ["name": .string(name), "type": .string(type), "jsonPath": .string(path), "priority": Value(priority)]
    }

    @Test func `printer columns of every type`() throws {
        let columns = [
            column("Schedule", "string", ".spec.schedule"), column("Keep", "integer", ".spec.keep"),
            column("Active", "boolean", ".spec.active"), column("Ratio", "number", ".spec.ratio"),
            column("Targets", "string", ".spec.targets"), column("Wrong", "integer", ".spec.schedule"),
            column("None", "string", ".spec.nothing"), column("Kind", "string", ".kind", priority: 1),
            column("Age", "date", ".metadata.creationTimestamp"),
        ]
        #expect(
            try printed(columns)
                == """
                NAME      SCHEDULE    KEEP   ACTIVE   RATIO   TARGETS     WRONG   NONE   AGE
                nightly   0 3 * * *   7      true     0.5     ["a","b"]                  5s

                """)
        #expect(try printed(columns, wide: true).contains("KIND"))
    }

    @Test func `without columns the age is shown`() throws {
        #expect(try printed([]) == "NAME      AGE\nnightly   5s\n")
    }

    @Test func `the columns of the served version count`() throws {
        let definition = yaml(
            """
            spec: {versions: [{name: v1, additionalPrinterColumns: [{name: Keep, type: integer, jsonPath: .spec.keep}]}]}
            """)
        let table = try TableDefinition(definition: definition, version: "v1")
        #expect(table.headings.map(\.title) == ["Name", "Keep"])
    }

    @Test func `a bad path is refused`() {
        #expect(throws: JSONPathError.self) { try TableDefinition(printerColumns: [column("X", "string", ".a[")]) }
    }
}

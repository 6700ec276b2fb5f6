import Testing

/// Files that hold one idea are short; tables of facts may be longer.
struct SizeTests {
    static let linesMax = 450
    /// Tables of facts that are read from top to bottom by nobody.
    static let tables = ["Sources/KubeModel/Schema/Tables/"]

    @Test func `no source file hides a whole family`() throws {
        for file in try SourceTree.swiftFiles(under: "Sources")
        where !Self.tables.contains(where: { file.path.hasPrefix($0) }) {
            #expect(file.lines.count <= Self.linesMax, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test func `no line is longer than the formatter allows by habit`() throws {
        for file in try SourceTree.swiftFiles(under: "Sources")
        where !Self.tables.contains(where: { file.path.hasPrefix($0) }) {
            for (index, line) in file.lines.enumerated() where line.utf8.count > 400 {
                Issue.record("\(file.path):\(index + 1) has \(line.utf8.count) bytes")
            }
        }
    }
}
